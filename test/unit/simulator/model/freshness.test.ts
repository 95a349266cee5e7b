import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { runExact } from '../../../../shared/simulator/kernel/run-exact.ts';
import { runFluid } from '../../../../shared/simulator/kernel/run-fluid.ts';
import type { LinkSpec, NetworkSpec, StationSpec } from '../../../../shared/simulator/kernel/station.ts';
import {
  defaultLateAfterSeconds,
  getFreshness,
  getLateShare,
} from '../../../../shared/simulator/model/freshness.ts';
import { simulateDesign } from '../../../../shared/simulator/simulate.ts';

type Part = Omit<StationSpec, 'owner' | 'label'>;

/** A source of 10 records/s into stations; in a chain unless links are given. */
function build(stations: readonly Part[], links?: readonly Omit<LinkSpec, 'id' | 'owner'>[]): NetworkSpec {
  const ids = ['source', ...stations.map(({ id }) => id)];
  const chain = ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to }));
  return {
    sources: [
      {
        id: 'source',
        owner: 'source',
        label: 'source',
        arrivals: { points: [[0, 10]], randomness: 'steady' },
        recordSizeBytes: 100,
      },
    ],
    stations: stations.map((station) => ({ ...station, owner: station.id, label: station.id })),
    links: (links ?? chain).map((link, index) => ({ ...link, id: `l${index}`, owner: `l${index}` })),
  };
}

const open: Part['service'] = { kind: 'unlimited' };

function measure(network: NetworkSpec, durationSeconds: number, lateAfterSeconds?: number, run = runFluid) {
  const nodes = network.stations.map(({ id }) => ({ node: id, name: id, stations: [id] }));
  const result = run(network, { durationSeconds, seed: 1 });
  return getFreshness(network, result, nodes, lateAfterSeconds);
}

function measureSink(...given: Parameters<typeof measure>) {
  const { sinks } = measure(...given);
  const sink = sinks.at(-1);
  if (!sink) throw new Error('there is no sink');
  return sink;
}

const buffer = (maxSeconds: number): Part => ({
  id: 'buffer',
  service: open,
  batch: { label: 'buffer', maxSeconds, scope: 'station', timer: 'first-record' },
});
const job = (periodSeconds: number, runSeconds: number): Part => ({
  id: 'job',
  job: {
    label: 'job',
    periodSeconds,
    offsetSeconds: periodSeconds,
    startupSeconds: runSeconds,
    slots: 1,
  },
});
const sink: Part = { id: 'sink', service: open };

describe('freshness', () => {
  it('is up to date where nothing waits', () => {
    const { lag: _lag, ...rest } = measureSink(build([{ id: 'pass', service: open }, sink]), 3600);
    expect(rest).toMatchObject({
      node: 'sink',
      landed: 36_000,
      meanLagSeconds: 0,
      maxLagSeconds: 0,
      lateShare: 0,
      lostShare: 0,
      waitingShare: 0,
    });
  });

  it('saws between 0 and the time of a buffer, half of it on average', () => {
    const found = measureSink(build([buffer(300), sink]), 12 * 3600);
    expect(found.maxLagSeconds).toBeGreaterThan(298);
    expect(found.maxLagSeconds).toBeLessThan(302);
    expect(Math.abs(found.meanLagSeconds - 150)).toBeLessThan(2);
    expect(found.lateShare).toBeLessThan(0.01);
  });

  it('counts as late what waits longer than the threshold', () => {
    // Waits run evenly from 0 to 300 s: a fifth is above 240 s.
    const found = measureSink(build([buffer(300), sink]), 12 * 3600, 240);
    expect(found.lateShare).toBeGreaterThan(0.19);
    expect(found.lateShare).toBeLessThan(0.21);
  });

  it('adds a fixed delay to all of it', () => {
    const found = measureSink(
      build([buffer(300), { id: 'put', service: open, delaySeconds: 90 }, sink]),
      12 * 3600,
    );
    expect(Math.abs(found.meanLagSeconds - 240)).toBeLessThan(4);
    expect(Math.abs(found.maxLagSeconds - 390)).toBeLessThan(found.errorSeconds);
  });

  it.each([runFluid, runExact])('of an hourly job reaches period plus run', (run) => {
    const found = measureSink(build([job(3600, 600), sink]), 24 * 3600, undefined, run);
    expect(Math.abs(found.maxLagSeconds - 4200)).toBeLessThanOrEqual(found.errorSeconds);
    // Between run and period + run, but for the first hour, which starts up to date.
    expect(Math.abs(found.meanLagSeconds - 2400)).toBeLessThan(60);
    expect(found.lateShare).toBeGreaterThan(0.99);
  });

  it('grows by what an overloaded station cannot serve', () => {
    const slow: Part = {
      id: 'slow',
      service: { kind: 'rate', label: 'rate', recordsPerSecond: 5 },
      queue: { onFull: 'block' },
    };
    const found = measureSink(build([slow, sink]), 7200);
    // Half of the flow is served: at the end everything up to the middle has landed.
    expect(Math.abs(found.endLagSeconds - 3600)).toBeLessThan(10);
    expect(Math.abs(found.meanLagSeconds - 1800)).toBeLessThan(10);
    expect(found.waitingShare).toBeCloseTo(0.5, 3);
    expect(found.lostShare).toBe(0);
  });

  it('follows the slower of two ways', () => {
    const network = build(
      [{ id: 'fork', service: open }, buffer(300), sink],
      [
        { from: 'source', to: 'fork' },
        { from: 'fork', to: 'sink' },
        { from: 'fork', to: 'buffer' },
        { from: 'buffer', to: 'sink' },
      ],
    );
    expect(measureSink(network, 12 * 3600).maxLagSeconds).toBeGreaterThan(298);
  });

  it('compares shares over copies, filters and losses', () => {
    const network = build([
      { id: 'thin', service: open, transform: { recordsPerRecord: 0.5 } },
      {
        id: 'gate',
        service: open,
        admission: [{ label: 'limit', recordsPerSecond: 4, scope: 'station', onRefuse: 'drop' }],
      },
      sink,
    ]);
    // 5 records/s come through the filter, 4 through the limit: a fifth is lost, the filter loses nothing.
    const found = measureSink(network, 7200);
    expect(found.lostShare).toBeCloseTo(0.2, 3);
    expect(found.waitingShare).toBe(0);
  });

  it('reports only nodes where data ends', () => {
    expect(measure(build([buffer(10), sink]), 600).sinks.map(({ node }) => node)).toEqual(['sink']);
  });

  it('splits the bin that holds the threshold', () => {
    const counts = { seconds: Float64Array.of(10, 20), records: Float64Array.of(30, 10) };
    expect(getLateShare([{ counts }], 15)).toBeCloseTo(5 / 40);
    expect(getLateShare([{ counts }], 20)).toBe(0);
    expect(getLateShare([], 20)).toBe(0);
  });
});

describe('freshness of designs', () => {
  function load(nodes: unknown[], edges: unknown[]): Design {
    const result = parseDesign({
      nodes,
      edges,
      workloads: [
        {
          node: 'p',
          arrivals: { pattern: 'constant', ratePerSecond: 20 },
          recordSizeBytes: 1000,
          keyCount: 1000,
        },
      ],
      scenarios: [{ name: 'day', durationSeconds: 86_400, seed: 1 }],
    });
    if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
    return result.design;
  }

  it('shows the buffer of a delivery stream in the bucket', () => {
    const { freshness } = simulateDesign(
      load(
        [
          { id: 'p', service: 'producer-sdk' },
          { id: 'f', service: 'firehose', properties: { bufferIntervalSeconds: 300, bufferSizeMBs: 128 } },
          { id: 's', service: 's3' },
        ],
        [
          { source: 'p', target: 'f' },
          { source: 'f', target: 's' },
        ],
      ),
    );
    expect(freshness.lateAfterSeconds).toBe(defaultLateAfterSeconds);
    expect(freshness.sinks.map(({ node }) => node)).toEqual(['s']);
    const [found] = freshness.sinks;
    expect(found?.maxLagSeconds).toBeGreaterThan(299);
    expect(found?.maxLagSeconds).toBeLessThan(300 + (found?.errorSeconds ?? 0));
    expect(found?.meanLagSeconds).toBeGreaterThan(149);
    expect(found?.meanLagSeconds).toBeLessThan(170);
  });
});
