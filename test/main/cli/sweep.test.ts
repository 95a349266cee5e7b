import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli, runJson, useFolder } from './run-cli.ts';

const inFolder = useFolder();
const root = join(import.meta.dirname, '../../..');
const design = {
  version: 1,
  name: 'Orders',
  nodes: [
    { id: 'shop', service: 'producer-sdk' },
    { id: 'orders', service: 'kds', properties: { shardCount: 1 } },
    { id: 'fn', service: 'lambda' },
  ],
  edges: [
    { id: 'in', source: 'shop', target: 'orders' },
    { id: 'out', source: 'orders', target: 'fn' },
  ],
  workloads: [
    {
      id: 'w',
      node: 'shop',
      arrivals: { pattern: 'poisson', ratePerSecond: 900 },
      recordSizeBytes: 500,
      keyCount: 1000,
      keys: { kind: 'uniform' },
    },
  ],
  scenarios: [{ id: 'minute', name: 'A minute', durationSeconds: 60, seed: 3 }],
};

let file = '';
const sweepArguments = (): string[] => [
  ...['sweep', file, '--vary', 'orders.shardCount=1,2', '--vary', 'load=1,1.5'],
  ...['--replications', '3'],
];

beforeAll(async () => {
  file = inFolder('orders.json');
  await writeFile(file, JSON.stringify(design));
});

interface Report {
  runs: number;
  failed: number;
  seed: number;
  points: {
    values: Record<string, unknown>;
    runs: number;
    total: Record<string, { mean: number; halfWidth: number | null; moreRuns: number | null }>;
    nodes: { id: string }[];
  }[];
}

describe('pipewright sweep', () => {
  it('crosses the values and reports every combination', async () => {
    const { code, answer } = await runJson<Report>(...sweepArguments(), '--workers', '1');
    expect(code).toBe(0);
    expect(answer).toMatchObject({ runs: 12, failed: 0, seed: 3 });
    expect(answer.points.map(({ values }) => values)).toEqual([
      { 'orders.shardCount': 1, load: 1 },
      { 'orders.shardCount': 1, load: 1.5 },
      { 'orders.shardCount': 2, load: 1 },
      { 'orders.shardCount': 2, load: 1.5 },
    ]);
    const throttled = answer.points.map(({ total }) => total['throttled']?.mean ?? -1);
    // 1,350 records/s are more than the 1,000 of one shard.
    expect(throttled[1]).toBeGreaterThan(10_000);
    expect(throttled[3]).toBe(0);
    expect(answer.points[0]?.total['arrived']?.halfWidth).toBeGreaterThan(0);
    expect(answer.points[0]?.nodes.map(({ id }) => id)).toEqual(['shop', 'orders', 'fn']);
  });

  it('starts with the run simulate gives', async () => {
    const { answer } = await runJson<Report>('sweep', file, '--vary', 'load=1', '--workers', '1');
    const run = await runJson<{ nodes: { totals: { arrived: number } }[] }>('simulate', file);
    expect(answer.points[0]?.total['arrived']).toMatchObject({
      mean: run.answer.nodes[0]?.totals.arrived,
      halfWidth: null,
      moreRuns: null,
    });
  });

  it('prints a table with intervals', async () => {
    const { code, out } = await runCli(...sweepArguments(), '--workers', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/orders\.shardCount +load +runs +out\/s/);
    expect(out).toMatch(/ ± /);
    expect(out).toContain('12 runs');
  });

  it('prints the same bytes for the whole and for merged slices in any order', async () => {
    const whole = await runCli(...sweepArguments(), '--workers', '1', '--json');
    const names = ['2', '0', '1'].map((index) => inFolder(`part-${index}.json`));
    for (const name of names) {
      const index = /part-(\d)/.exec(name)?.[1] ?? '';
      const part = [...sweepArguments(), '--slice', `${index}/3`, '--out', name, '--workers', '1'];
      expect((await runJson<{ runs: number }>(...part)).answer.runs).toBe(4);
    }
    const merged = await runCli('sweep', '--merge', ...names, '--json');
    expect(merged.code).toBe(0);
    expect(merged.out).toBe(whole.out);

    const missing = await runCli('sweep', '--merge', ...names.slice(1));
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('Slices are missing: 2/3.');
    const twice = await runCli('sweep', '--merge', ...names, names[0] ?? '');
    expect(twice.err).toContain('are both slice 2/3');
    const text = (await readFile(names[0] ?? '', 'utf8')).replace('"seed":3', '"seed":4');
    await writeFile(inFolder('other.json'), text);
    const other = await runCli('sweep', '--merge', inFolder('other.json'), ...names.slice(1));
    expect(other.err).toContain('are of different sweeps');
    expect((await runCli('sweep', '--merge', file)).err).toContain('is no part of a sweep');
  });

  it('runs on threads of the one bundled file, to the same bytes', async () => {
    const call = promisify(execFile);
    const { stdout } = await call(
      process.execPath,
      ['scripts/pipewright.mjs', ...sweepArguments(), '--workers', '2', '--json'],
      { cwd: root },
    );
    const alone = await runCli(...sweepArguments(), '--workers', '1', '--json');
    expect(stdout.trimEnd()).toBe(alone.out);
  }, 180_000);

  it('counts runs that cannot be simulated as findings', async () => {
    const sweep = ['sweep', file, '--vary', 'load=1,1e300', '--workers', '1'];
    const { code, answer } = await runJson<Report>(...sweep);
    expect(code).toBe(1);
    expect(answer.failed).toBe(1);
    expect((await runCli(...sweep)).out).toContain('could not be simulated: ');
  });

  it.each([
    [[], 'Nothing would vary: give --vary NODE.PROPERTY=VALUES'],
    [['--vary', 'stream.shardCount=1'], 'Nodes: shop, orders, fn.'],
    [['--vary', 'orders.shards=1'], /It can be varied by .*shardCount/],
    [['--vary', 'load=1', '--vary', 'load=2'], 'load is varied twice'],
    [['--vary', 'load=1', '--replications', '0'], 'Replications are a whole number from 1'],
    [['--vary', 'load=1', '--workers', '0'], '--workers is a whole number from 1'],
    [['--vary', 'load=1', '--slice', '4/4', '--out', 'x'], '--slice is I/N with I from 0 to N - 1'],
    [['--vary', 'load=1', '--slice', '0/4'], '--slice needs --out FILE'],
    [['--vary', 'load=1', '--scenario', 'Hour'], 'Known scenarios: "A minute".'],
    [['--vary', 'load=1', '--merge'], '--vary belongs to the runs'],
  ])('refuses %j and says what is allowed', async (argv, message) => {
    const { code, err } = await runCli('sweep', file, ...argv);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('pipewright simulate --window', () => {
  it('adds every step of the window and changes nothing else', async () => {
    const plain = await runJson('simulate', file);
    const { code, answer } = await runJson<Record<string, unknown>>('simulate', file, '--window', '10..20');
    expect(code).toBe(0);
    const { window, ...rest } = answer as {
      window: { nodes: { series: Record<string, { mean: number[] }> }[] };
    };
    expect(rest).toEqual(plain.answer);
    expect(window).toMatchObject({ fromSeconds: 10, toSeconds: 20 });
    const step = Number(plain.answer['stepSeconds']);
    expect(window.nodes[0]?.series['arrivalRate']?.mean.length).toBe(Math.round(10 / step));
  });

  it('refuses a window outside the run', async () => {
    const { code, err } = await runCli('simulate', file, '--window', '10..90');
    expect(code).toBe(2);
    expect(err).toContain('must rise and lie within the 60 s of the run');
  });
});
