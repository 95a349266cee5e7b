import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { type SimulationOptions, simulateDesign } from '../../../../shared/simulator/simulate.ts';

type Traffic = Partial<Omit<Workload, 'id' | 'node'>>;

const base: Traffic = { arrivals: { pattern: 'constant', ratePerSecond: 10 }, recordSizeBytes: 1000 };

/** Workloads of one stream that a fleet reads, run for ten minutes. */
function run(workloads: readonly Traffic[], options: SimulationOptions = {}) {
  const parsed = parseDesign({
    nodes: [
      { id: 'stream', service: 'kds', properties: { shardCount: 2 } },
      { id: 'fleet', service: 'ec2', properties: { secondsPerRecord: 0 } },
    ],
    edges: [{ source: 'stream', target: 'fleet' }],
    workloads: workloads.map((workload, index) => ({
      id: `w${index}`,
      node: 'stream',
      ...base,
      ...workload,
    })),
    scenarios: [{ name: 'run', durationSeconds: 600, seed: 3 }],
  });
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return simulateDesign(parsed.design, { stepSeconds: 0.5, ...options });
}

type Result = ReturnType<typeof run>;

const getArrived = (result: Result) => result.nodes.find((node) => node.id === 'stream')?.totals.arrived ?? 0;
const getSink = (result: Result) => {
  const sink = result.freshness.sinks.find((item) => item.node === 'fleet');
  if (!sink) throw new Error('there is no sink');
  return sink;
};
const getUnits = (result: Result) =>
  result.cost.items.find((item) => item.label === 'PUT payload units')?.usd ?? 0;

describe('what a workload states changes the run', () => {
  const plain = run([{}]);

  it('adds the workloads of one node up', () => {
    const both = run([
      {},
      { arrivals: { pattern: 'step', beforePerSecond: 0, afterPerSecond: 30, atSeconds: 300 } },
    ]);
    expect(getArrived(plain)).toBe(6000);
    expect(getArrived(both)).toBeCloseTo(6000 + 9000, 0);
    expect(both.workloads.map((workload) => Math.round(workload.records))).toEqual([6000, 9000]);
  });

  it('counts, reads and charges duplicates', () => {
    const twice = run([{ duplicateShare: 0.25 }]);
    expect(twice.workloads[0]).toMatchObject({ records: 7500, duplicates: 1500, late: 0 });
    expect(getArrived(twice)).toBe(7500);
    expect(getSink(twice).landed / getSink(plain).landed).toBeCloseTo(1.25, 2);
    expect(getUnits(twice) / getUnits(plain)).toBeCloseTo(1.25, 6);
  });

  it('makes late records older where they land, not slower on their way', () => {
    const late = run([{ lateShare: 0.2, lateSeconds: 100 }], { lateAfterSeconds: 60 });
    const prompt = run([{}], { lateAfterSeconds: 60 });
    expect(late.workloads[0]).toMatchObject({ records: 6000, late: 1200 });
    expect(getSink(prompt).lateShare).toBe(0);
    expect(getSink(late).lateShare).toBeCloseTo(0.2, 2);
    expect(getSink(late).endLagSeconds - getSink(prompt).endLagSeconds).toBeCloseTo(100, 0);
    const slowest = Math.max(...late.endToEnd.map((item) => item.latency.max));
    expect(slowest).toBeLessThan(Math.max(...prompt.endToEnd.map((item) => item.latency.max)) + 1);
  });

  it('lets late records follow their curve later', () => {
    const arrivals: Workload['arrivals'] = {
      pattern: 'step',
      beforePerSecond: 0,
      afterPerSecond: 10,
      atSeconds: 200,
    };
    const late = run([{ arrivals, lateShare: 1, lateSeconds: 100 }]);
    expect(late.workloads[0]?.late).toBeCloseTo(3000, 0);
    expect(getArrived(run([{ arrivals }]))).toBeCloseTo(4000, 0);
  });

  it('rounds each size up for itself where a price does', () => {
    // 25 KB units: 9 of 10 records take one, the tenth takes two; the mean of 4 KB would take one.
    const sizes = {
      kind: 'listed' as const,
      sizes: [
        { bytes: 1000, weight: 9 },
        { bytes: 31_000, weight: 1 },
      ],
    };
    const mixed = run([{ recordSizes: sizes }]);
    expect(getUnits(mixed) / getUnits(run([{ recordSizeBytes: 4000 }]))).toBeCloseTo(1.1, 6);
    expect(mixed.nodes[0]?.totalBytes.arrived).toBeCloseTo(6000 * 4000, -3);
  });

  it.each<[string, NonNullable<Workload['recordSizes']>, number, number]>([
    ['uniform', { kind: 'uniform', minBytes: 500, maxBytes: 1500 }, 1000, 0.02],
    ['lognormal', { kind: 'lognormal', coefficientOfVariation: 1 }, 1000, 0.05],
  ])('draws %s sizes record by record in exact mode', (_name, recordSizes, mean, tolerance) => {
    const parsed = parseDesign({
      nodes: [{ id: 'fleet', service: 'ec2', properties: { secondsPerRecord: 0 } }],
      workloads: [{ node: 'fleet', ...base, recordSizes }],
    });
    if (!parsed.ok) throw new Error('the design does not open');
    const { links } = simulateDesign(parsed.design, { mode: 'exact', durationSeconds: 600 });
    const drawn = (links[0]?.bytes ?? 0) / (links[0]?.records ?? 1);
    expect(drawn).not.toBe(mean);
    expect(Math.abs(drawn / mean - 1)).toBeLessThan(tolerance);
  });

  it('draws a weekly curve with a spread by the seed of the run', () => {
    const arrivals: Workload['arrivals'] = {
      pattern: 'weekly',
      hourlyPerSecond: new Array<number>(168).fill(10),
      spread: [0.4],
    };
    const first = getArrived(run([{ arrivals }]));
    expect(first).not.toBe(6000);
    expect(getArrived(run([{ arrivals }]))).toBe(first);
    expect(getArrived(run([{ arrivals }], { seed: 4 }))).not.toBe(first);
  });

  it('spreads keys as listed: one hot key loads one shard', () => {
    const even = run([{ keyCount: 1000 }]);
    const hot = run([{ keyCount: 2, keys: { kind: 'weights', weights: [1, 0] } }]);
    const peak = (result: Result) => result.nodes.find((node) => node.id === 'stream')?.peakUtilization ?? 0;
    expect(peak(hot) / peak(even)).toBeGreaterThan(1.8);
  });

  it('replays counts per period', () => {
    const csv = '2026-01-05T10:00:00Z,600\n2026-01-05T10:01:00Z,1200\n2026-01-05T10:02:00Z,0';
    expect(getArrived(run([{ arrivals: { pattern: 'recorded', csv, counts: 'per-period' } }]))).toBeCloseTo(
      1800,
      1,
    );
  });
});
