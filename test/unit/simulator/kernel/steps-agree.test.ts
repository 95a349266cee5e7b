import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runFluid } from '../../../../shared/simulator/kernel/run-fluid.ts';
import type { RunOptions, RunResult } from '../../../../shared/simulator/kernel/run.ts';
import type { NetworkSpec, StationSpec } from '../../../../shared/simulator/kernel/station.ts';
import { buildRandomNetwork } from '../../../../shared/simulator/oracle/random-network.ts';
import { chain, poisson, rate, steady } from './networks.ts';

/** A run that looks into a window goes the long way through every step. */
function runBothWays(network: NetworkSpec, options: RunOptions): { short: RunResult; long: RunResult } {
  const { window, ...long } = runFluid(network, { ...options, window: { fromSeconds: 0, toSeconds: 10 } });
  expect(window).toBeDefined();
  return { short: runFluid(network, options), long };
}

const door = (scope: 'station' | 'lane', recordsPerSecond: number): Partial<StationSpec> => ({
  admission: [
    {
      label: 'door',
      recordsPerSecond,
      bytesPerSecond: recordsPerSecond * 110,
      burstSeconds: 0.1,
      scope,
      onRefuse: 'retry',
    },
  ],
});

describe('short steps give the bits of long ones', () => {
  it('through queues, doors, delays and changes of size that are sometimes too small', () => {
    const network = chain(poisson(100), [
      { ...door('station', 105), ...rate(120) },
      { ...door('lane', 104), delaySeconds: 0.2, fanOut: 'split' },
      {
        service: {
          kind: 'servers',
          label: 's',
          servers: 3,
          time: { distribution: 'exponential', meanSeconds: 0.027 },
        },
        transform: { bytesPerByte: 0.5, recordsPerRecord: 0.75 },
      },
      {
        ...rate(70),
        outages: [{ fromSeconds: 100, toSeconds: 130, capacityFactor: 0.5 }],
        queue: { maxRecords: 400, onFull: 'dead-letter' },
      },
      {},
    ]);
    const { short, long } = runBothWays(network, { durationSeconds: 900, stepSeconds: 1, seed: 5 });
    expect(short.stations.some((station) => station.totals.throttled > 0)).toBe(true);
    expect(short.stations.some((station) => station.totals.deadLettered > 0)).toBe(true);
    expect(short).toEqual(long);
  });

  it('in random networks', () => {
    const networks = fc
      .record({
        nodes: fc.integer({ min: 2, max: 30 }),
        extra: fc.integer({ min: 0, max: 30 }),
        seed: fc.nat(),
      })
      .map(({ nodes, extra, seed }) => buildRandomNetwork(nodes, nodes + extra, seed));
    fc.assert(
      fc.property(networks, (network) => {
        const { short, long } = runBothWays(network, {
          durationSeconds: 300,
          stepSeconds: 1,
          seed: 2,
          bucketSeconds: 10,
        });
        expect(short).toEqual(long);
      }),
      { numRuns: 20 },
    );
  });
});

/** A run that traces stations takes them through nominal steps only. */
function runInNominalSteps(network: NetworkSpec, options: RunOptions): RunResult {
  const { traces, ...result } = runFluid(network, {
    ...options,
    trace: network.stations.map((item) => item.id),
  });
  expect(traces?.length).toBe(network.stations.length);
  return result;
}

/** A stream with two uneven shards, read by a slow consumer that holds back its poller and by a fast one. */
function buildHeldBack(consumerRate: number, readRate: number): NetworkSpec {
  const lanes = { lanes: 2, laneShares: [0.55, 0.45] };
  const read = { group: 'reads', label: 'reads', bytesPerSecond: readRate, scope: 'lane' as const };
  const stations: StationSpec[] = [
    { id: 'stream', owner: 'stream', label: 'stream', ...lanes },
    {
      id: 'poll',
      owner: 'poll',
      label: 'poll',
      ...lanes,
      shared: [read],
      queue: { retentionSeconds: 86_400, onFull: 'drop', onExpire: 'drop' },
    },
    {
      id: 'consumer',
      owner: 'consumer',
      label: 'consumer',
      ...lanes,
      service: { kind: 'rate', label: 'consumer', recordsPerSecond: consumerRate },
      queue: { maxRecords: 200, onFull: 'block' },
    },
    {
      id: 'archive',
      owner: 'archive',
      label: 'archive',
      ...lanes,
      shared: [read],
      queue: { retentionSeconds: 86_400, onFull: 'drop', onExpire: 'drop' },
    },
  ];
  const link = (from: string, to: string) => ({ id: `${from}-${to}`, owner: from, from, to });
  const points = [
    [0, 1500],
    [3000, 1500],
    [3000, 300],
  ] as const;
  return {
    sources: [
      {
        id: 'in',
        owner: 'in',
        label: 'in',
        arrivals: { points, randomness: 'steady' },
        recordSizeBytes: 300,
      },
    ],
    stations,
    links: [
      link('in', 'stream'),
      link('stream', 'poll'),
      link('poll', 'consumer'),
      link('stream', 'archive'),
    ],
  };
}

describe('steps over many nominal ones agree with those', () => {
  const cases: [string, number, number][] = [
    ['a consumer that holds back its poller', 500, 2_000_000],
    ['readers that share too little', 5000, 300_000],
    ['a consumer held back while the readers share too little', 420, 400_000],
    ['a consumer that keeps up', 1000, 2_000_000],
  ];
  it.each(cases)('with %s', (_, consumerRate, readRate) => {
    const network = buildHeldBack(consumerRate, readRate);
    const options: RunOptions = { durationSeconds: 7200, stepSeconds: 1, seed: 1 };
    const long = runFluid(network, options);
    const nominal = runInNominalSteps(network, options);
    expect(long.massResidual).toBe(0);
    long.stations.forEach((station, i) => {
      const other = nominal.stations[i];
      expect(station.id).toBe(other?.id);
      expect(station.totals.departed / (other?.totals.departed ?? 0)).toBeCloseTo(1, 4);
      expect(Math.abs(station.totals.backlog - (other?.totals.backlog ?? 0))).toBeLessThan(2);
      expect(station.waiting.mean).toBeCloseTo(other?.waiting.mean ?? Number.NaN, 1);
      expect(station.waiting.p99).toBeCloseTo(other?.waiting.p99 ?? Number.NaN, 1);
      expect(Array.from(station.backlog.mean).map(Math.round)).toEqual(
        Array.from(other?.backlog.mean ?? []).map((value) => expect.closeTo(value, -1)),
      );
    });
  });

  it('with a queue that fills and then holds back', () => {
    const network = chain(steady(1000, [1000, 400]), [
      { ...rate(2000) },
      { ...rate(800), queue: { maxRecords: 5000, onFull: 'block' } },
      { ...rate(700), queue: { maxRecords: 3000, onFull: 'block' } },
    ]);
    const options: RunOptions = { durationSeconds: 3000, stepSeconds: 1, seed: 1 };
    const long = runFluid(network, options);
    const nominal = runInNominalSteps(network, options);
    long.stations.forEach((station, i) => {
      expect(station.totals.departed).toBeCloseTo(nominal.stations[i]?.totals.departed ?? 0, 0);
      expect(station.waiting.mean).toBeCloseTo(nominal.stations[i]?.waiting.mean ?? 0, 1);
      expect(station.backlog.max[200]).toBeCloseTo(nominal.stations[i]?.backlog.max[200] ?? -1, 0);
    });
  });
});
