import { describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { runFluid } from '../../../shared/simulator/kernel/run-fluid.ts';
import type { Series } from '../../../shared/simulator/kernel/run.ts';
import { buildNetwork } from '../../../shared/simulator/model/build-network.ts';
import { seriesNames } from '../../../shared/simulator/model/summary.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';

function getDesign(arrivals: object): Design {
  const result = parseDesign({
    nodes: [
      { id: 'p', service: 'producer-sdk', properties: { batchRecords: 1 } },
      { id: 'stream', service: 'kds', properties: { shardCount: 1 } },
      { id: 'fn', service: 'lambda' },
      { id: 'archive', service: 'firehose' },
      { id: 'lake', service: 's3' },
    ],
    edges: [
      { id: 'a', source: 'p', target: 'stream' },
      { id: 'b', source: 'stream', target: 'fn' },
      { id: 'c', source: 'stream', target: 'archive' },
      { id: 'd', source: 'archive', target: 'lake' },
    ],
    workloads: [{ id: 'w', node: 'p', arrivals, recordSizeBytes: 900, keyCount: 100 }],
    scenarios: [
      {
        id: 's',
        name: 'Outage',
        durationSeconds: 4 * 3600,
        seed: 7,
        outages: [{ node: 'fn', fromSeconds: 10_000, toSeconds: 10_900, capacityFactor: 0 }],
      },
    ],
  });
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
  return result.design;
}

/** With how far a step may be from one made alone: the engine takes a slow ramp as even for some steps. */
const workloads = [
  ['steady', { pattern: 'constant', ratePerSecond: 700 }, 1e-6],
  ['drawn', { pattern: 'poisson', ratePerSecond: 700 }, 1e-6],
  ['rising', { pattern: 'ramp', fromPerSecond: 100, toPerSecond: 1500, rampSeconds: 12_000 }, 2e-3],
] as const;

describe('a window of a run', () => {
  it.each(workloads)('changes nothing of the run itself (%s)', (_name, arrivals) => {
    const design = getDesign(arrivals);
    const { window, ...looked } = simulateDesign(design, {
      window: { fromSeconds: 9900, toSeconds: 10_500 },
    });
    expect(window).toBeDefined();
    expect(looked).toEqual(simulateDesign(design));
  });

  it.each(workloads)('shows what a run recorded at every step shows (%s)', (_name, arrivals, tolerance) => {
    const design = getDesign(arrivals);
    const [scenario] = design.scenarios;
    if (!scenario) throw new Error('The design has a scenario.');
    const { network } = buildNetwork(design, scenario);
    const { durationSeconds, seed } = scenario;
    const window = { fromSeconds: 9900, toSeconds: 10_500 };
    const { window: result, stepSeconds } = runFluid(network, { durationSeconds, seed, window });
    const full = runFluid(network, { durationSeconds, seed, stepSeconds, bucketSeconds: stepSeconds });
    const first = Math.round(window.fromSeconds / stepSeconds);
    const count = Math.round(600 / stepSeconds);
    for (const station of result?.stations ?? []) {
      const whole = full.stations.find(({ id }) => id === station.id);
      for (const name of seriesNames) {
        const [own, wanted] = [station[name], whole?.[name]];
        expect(own.mean.length).toBe(count);
        expect(own.bucketSeconds).toBe(stepSeconds);
        const scale = 1 + (wanted?.max.reduce((most, value) => Math.max(most, value), 0) ?? 0);
        for (let index = 0; index < count; index += 1) {
          const difference = (own.mean[index] ?? NaN) - (wanted?.mean[first + index] ?? NaN);
          expect(Math.abs(difference), `${station.id} ${name} ${index}`).toBeLessThan(tolerance * scale);
        }
      }
    }
    expect(result?.stations.length).toBe(network.stations.length);
  });

  it.each(workloads)('averages to the buckets of the run (%s)', (_name, arrivals) => {
    const design = getDesign(arrivals);
    const result = simulateDesign(design, { window: { fromSeconds: 9900, toSeconds: 10_500 } });
    const whole = result.nodes.find(({ id }) => id === 'stream');
    const part = result.window?.nodes.find(({ id }) => id === 'stream');
    if (!whole || !part) throw new Error('The stream has results.');
    const average = ({ mean, bucketSeconds }: Series, from: number, to: number): number =>
      mean
        .slice(Math.round(from / bucketSeconds), Math.round(to / bucketSeconds))
        .reduce((sum, value, _index, all) => sum + value / all.length, 0);
    for (const name of ['arrivalRate', 'throughput', 'utilization'] as const) {
      const wanted = average(whole[name], 9900, 10_500);
      expect(average(part[name], 0, 600)).toBeCloseTo(wanted, 6);
    }
  });

  it('holds the steps that hold its ends', () => {
    const design = getDesign(workloads[0][1]);
    const { window, stepSeconds } = simulateDesign(design, {
      window: { fromSeconds: 100.3, toSeconds: 110.1 },
    });
    expect(stepSeconds).toBe(1);
    expect(window).toMatchObject({ fromSeconds: 100, toSeconds: 111 });
    expect(window?.edges.map(({ id }) => id)).toContain('b');
    expect(window?.nodes[0]?.arrivalRate.mean.length).toBe(11);
  });

  it.each([
    [{ fromSeconds: 10, toSeconds: 10 }, 'must rise and lie within the 14400 s'],
    [{ fromSeconds: -1, toSeconds: 10 }, 'must rise'],
    [{ fromSeconds: Number.NaN, toSeconds: 10 }, 'must rise'],
    [{ fromSeconds: 0, toSeconds: 14_401 }, 'must rise'],
  ])('refuses %j', (window, message) => {
    const design = getDesign(workloads[0][1]);
    expect(() => simulateDesign(design, { window })).toThrow(message);
  });

  it('is bounded, and for the fluid engine', () => {
    const design = getDesign(workloads[0][1]);
    const window = { fromSeconds: 0, toSeconds: 14_400 };
    expect(() => simulateDesign(design, { window, stepSeconds: 0.1 })).toThrow('at most 20000 are recorded');
    expect(() => simulateDesign(design, { window, mode: 'exact' })).toThrow('fluid mode only');
  });
});
