import { describe, expect, it } from 'vitest';
import { findDesignArgument } from '../../../electron/windows/launch-arguments.ts';

describe('findDesignArgument', () => {
  it.each([
    [['electron', '.', '--user-data-dir=/x', 'a.pipewright.json'], '/folder/a.pipewright.json'],
    [['pipewright', '/designs/b.json'], '/designs/b.json'],
    [['pipewright', '--flag', 'text.txt'], undefined],
    [['pipewright.json'], undefined],
    [[], undefined],
  ])('%j', (argv, expected) => {
    expect(findDesignArgument(argv, '/folder')).toBe(expected);
  });
});
