import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../electron/cli/verbs/index.ts';
import { runCli, runJson } from './run-cli.ts';

describe('pipewright', () => {
  it.each([[], ['--help'], ['help']])('lists its verbs (%j)', async (...argv: string[]) => {
    const { code, out } = await runCli(...argv);
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(`  ${name}`);
    expect(out).toContain('Exit codes: 0 fine, 1 findings, 2');
  });

  it('has the documented verbs', () => {
    expect(commands.map(({ name }) => name)).toEqual([
      'services',
      'check-edge',
      'validate',
      'fix',
      'simulate',
      'sweep',
      'export',
      'layout',
      'new',
      'size',
      'explain',
    ]);
  });

  it.each(commands.map(({ name }) => name))(
    '%s --help shows options, examples and exit codes',
    async (name) => {
      const { code, out } = await runCli(name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`pipewright ${name}`);
      expect(out).toContain('--json');
      expect(out).toContain('1 here: ');
      expect((await runCli('help', name)).out).toBe(out);
    },
  );

  it('names the nearest verb for a misspelt one', async () => {
    const { code, err } = await runCli('validat', 'x.json');
    expect(code).toBe(2);
    expect(err).toContain('There is no verb "validat". Did you mean "validate"?');
  });

  it.each([
    [['services', '--colour'], "Unknown option '--colour'"],
    [['check-edge', 's3'], 'takes SOURCE TARGET; found 1 word'],
    [
      ['size', 'kds', '--record-kb', 'big', '--records-per-second', '2'],
      '--record-kb takes a number; found "big"',
    ],
    [['simulate', 'x.json', '--duration'], "'--duration <value>' argument missing"],
  ])('refuses %j', async (argv, message) => {
    const { code, err, out } = await runCli(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('--help" shows how to call it.');
    expect(out).toBe('');
  });

  it('gives errors as JSON on request', async () => {
    const { code, answer, err } = await runJson('check-edge', 's3');
    expect(code).toBe(2);
    expect(answer).toEqual({
      error: { code: 'usage', message: expect.stringContaining('takes SOURCE TARGET') },
    });
    expect(err).toBe('');
  });
});

describe('docs/command-line.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/command-line.md'), 'utf8');

  it.each(commands.map((command) => [command.name, command] as const))('documents %s', (name, command) => {
    const section = text.split(/^## /m).find((part) => part.startsWith(`${name}\n`));
    expect(section).toBeDefined();
    for (const option of command.options) expect(section).toContain(`--${option.name}`);
  });
});
