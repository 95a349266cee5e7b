import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findSource } from '../../shared/sources/registry.ts';
import { workedExamples } from '../fixtures/worked-examples.ts';

it.each(workedExamples)(
  '$id is worked out in $test, from registered sources',
  ({ id, basis, sources, test }) => {
    expect(readFileSync(`test/unit/${test}`, 'utf8')).toContain(id);
    for (const key of sources) expect(findSource(key), key).toBeDefined();
    expect(sources.length > 0).toBe(basis !== 'theory');
  },
);

it('at least 70 examples are covered, each once', () => {
  const ids = new Set(workedExamples.map((example) => example.id));
  expect(ids.size).toBe(workedExamples.length);
  expect(ids.size).toBeGreaterThanOrEqual(70);
});
