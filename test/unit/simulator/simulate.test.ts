import { describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { SimulationError } from '../../../shared/simulator/scenario.ts';

function design(value: unknown): Design {
  const result = parseDesign(value);
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
  return result.design;
}

/** The notes' example: 500 KB twice a second, read by `readers` consumers. */
function getSizingExample(shardCount: number, readers: number, fanOut = 'shared'): Design {
  const names = Array.from({ length: readers }, (_, index) => `reader-${index}`);
  return design({
    nodes: [
      { id: 'stream', service: 'kds', properties: { shardCount } },
      ...names.map((id) => ({ id, service: 'ec2', properties: { secondsPerRecord: 0 } })),
    ],
    edges: names.map((target) => ({ source: 'stream', target, properties: { fanOut } })),
    workloads: [
      {
        node: 'stream',
        arrivals: { pattern: 'constant', ratePerSecond: 2 },
        recordSizeBytes: 500_000,
        keyCount: 100_000,
      },
    ],
    scenarios: [{ name: 'hour', durationSeconds: 3600, seed: 1 }],
  });
}

describe('simulateDesign', () => {
  it('serves the sizing example with 4 shards and falls behind with 3', () => {
    const enough = simulateDesign(getSizingExample(4, 7));
    const short = simulateDesign(getSizingExample(3, 7));
    const getWorstAge = (result: typeof enough) =>
      Math.max(...result.edges.map((edge) => edge.ageSeconds.max.at(-1) ?? 0));
    expect(getWorstAge(enough)).toBeLessThan(5);
    // 7 MB/s wanted of 6 MB/s: age grows by 1/7 s per s.
    expect(getWorstAge(short)).toBeGreaterThan(3600 / 7 - 30);
    expect(getWorstAge(short)).toBeLessThan(3600 / 7 + 30);
  });

  it('gives each enhanced fan-out reader its own limit (WE-05)', () => {
    const result = simulateDesign(getSizingExample(1, 7, 'enhanced'));
    for (const edge of result.edges) expect(edge.backlog.max.at(-1)).toBeLessThan(4);
    for (const edge of result.edges) expect(edge.totals.departed).toBeGreaterThan(7000);
  });

  it('keeps mass exactly and repeats itself to the bit', () => {
    const first = simulateDesign(getSizingExample(3, 7));
    const second = simulateDesign(getSizingExample(3, 7));
    expect(first.massResidual).toBe(0);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  it('prices the stream as published (WE-12: 4 shards for 730 h)', () => {
    const result = simulateDesign(getSizingExample(4, 1), { durationSeconds: 3600 });
    const shards = result.cost.items.find((item) => item.label === 'Shard hours');
    expect((shards?.usd ?? 0) * 730).toBeCloseTo(43.8, 2);
    const units = result.cost.items.find((item) => item.label === 'PUT payload units');
    // 7,200 records of 20 units at $0.014 per million.
    expect(units?.usd).toBeCloseTo(7200 * 20 * 1.4e-8, 5);
  });

  it('applies a scenario: load factor, overrides and outages', () => {
    const drawn = getSizingExample(4, 1);
    const what = design({
      ...drawn,
      scenarios: [
        { id: 'double', name: 'double', durationSeconds: 600, seed: 1, loadFactor: 2 },
        {
          id: 'down',
          name: 'down',
          durationSeconds: 600,
          seed: 1,
          outages: [{ node: 'stream', fromSeconds: 60, toSeconds: 120, capacityFactor: 0 }],
        },
        {
          id: 'small',
          name: 'small',
          durationSeconds: 600,
          seed: 1,
          loadFactor: 4,
          overrides: [{ node: 'stream', properties: { shardCount: 1 } }],
        },
      ],
    });
    const stream = (name: string) =>
      simulateDesign(what, { scenario: name }).nodes.find((node) => node.id === 'stream');
    expect(stream('double')?.totals.arrived).toBeCloseTo(2400, 0);
    expect(stream('small')?.totals.throttled).toBeGreaterThan(0);
    expect(() => simulateDesign(what, { scenario: 'gone' })).toThrow(
      'no scenario "gone". Known scenarios: "double", "down", "small"',
    );
  });

  it('says what is missing instead of running nothing', () => {
    expect(() => simulateDesign(design({ nodes: [] }))).toThrow(SimulationError);
    expect(() => simulateDesign(design({ nodes: [{ id: 'a', service: 'kds' }] }))).toThrow(
      'No node has a workload',
    );
  });

  it('leaves unknown services out and says so', () => {
    const result = simulateDesign(
      design({
        nodes: [
          { id: 'a', service: 'kds' },
          { id: 'b', service: 'from-the-future' },
        ],
        edges: [{ source: 'a', target: 'b' }],
        workloads: [{ node: 'a', arrivals: { pattern: 'constant', ratePerSecond: 1 } }],
      }),
      { durationSeconds: 60 },
    );
    expect(result.notes.join('\n')).toContain('"from-the-future" is not in the catalogue');
  });

  it('stops when asked to', () => {
    const result = simulateDesign(
      getSizingExample(4, 7),
      { durationSeconds: 864_000 },
      { onProgress: () => false },
    );
    expect(result.cancelled).toBe(true);
  });
});
