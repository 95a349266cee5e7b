import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../../scripts/oracle.ts';

const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(value: unknown, ...options: string[]): { code: number; lines: string[] } {
  const file = join(folder, 'cases.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  const lines: string[] = [];
  const code = main([file, ...options], (line) => lines.push(line));
  return { code, lines };
}

function getDeficit(expected: number): unknown {
  return {
    cases: [
      {
        id: 'D1',
        topology: {
          nodes: [
            { id: 'src', kind: 'source', arrivals: 'constant', rate: 1000 },
            { id: 'q', kind: 'fluidQueue', capacity: 800 },
          ],
          edges: [['src', 'q']],
        },
        parameters: {},
        metric: { name: 'backlogAt100', node: 'q' },
        expected,
        tolerance: { abs: 0.001 },
        mode: 'deterministic',
      },
    ],
  };
}

describe('the oracle command', () => {
  it('prints a line a case and a summary, and succeeds', () => {
    const { code, lines } = run(getDeficit(20_000), '--seed', '3');
    expect(lines[0]).toMatch(/^D1 backlogAt100 expected 20000 measured 20000 tolerance 0.001 ok$/);
    expect(lines.at(-1)).toBe('1 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('fails on a wrong expectation', () => {
    const { code, lines } = run(getDeficit(19_000));
    expect(lines[0]).toMatch(/FAIL$/);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });

  it('fails a case it cannot express instead of skipping it', () => {
    const file = JSON.parse(JSON.stringify(getDeficit(1)).replace('fluidQueue', 'teleporter')) as unknown;
    const { code, lines } = run(file);
    expect(lines[0]).toContain('node kind teleporter is not known');
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });

  it('calls a file that is no case file unusable', () => {
    expect(run('{').code).toBe(2);
    expect(run({ nothing: true }).code).toBe(2);
    expect(main(['no-such-file.json'], () => undefined)).toBe(2);
    expect(main([], () => undefined)).toBe(2);
  });
});
