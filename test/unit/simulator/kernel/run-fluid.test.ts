import { describe, expect, it } from 'vitest';
import { NetworkError } from '../../../../shared/simulator/kernel/network-error.ts';
import { runFluid } from '../../../../shared/simulator/kernel/run-fluid.ts';
import type { RunResult, StationResult } from '../../../../shared/simulator/kernel/run.ts';
import type { NetworkSpec, StationSpec } from '../../../../shared/simulator/kernel/station.ts';
import { chain, poisson, rate, steady } from './networks.ts';

function station(result: RunResult, id = 's0'): StationResult {
  const found = result.stations.find((item) => item.id === id);
  if (found === undefined) {
    throw new Error(`no station ${id}`);
  }
  return found;
}

function run(network: NetworkSpec, durationSeconds: number, stepSeconds = 1): RunResult {
  return runFluid(network, { durationSeconds, stepSeconds, seed: 1, bucketSeconds: stepSeconds });
}

describe('queue', () => {
  it('a deficit grows the backlog and the age along straight lines', () => {
    const { backlog, ageSeconds, totals, bindingLimit } = station(run(chain(steady(1000), [rate(800)]), 300));
    expect(totals.backlog).toBe(60_000);
    expect(backlog.mean[99]).toBe(20_000);
    expect(ageSeconds.max.at(-1)).toBeCloseTo(60, 9);
    expect(bindingLimit).toBe('capacity');
  });

  it('an outage delays by its length and is caught up at the spare rate', () => {
    const outage = { fromSeconds: 60, toSeconds: 180, capacityFactor: 0 };
    const result = station(run(chain(steady(500), [{ ...rate(750), outages: [outage] }]), 600));
    expect(result.waiting.max).toBeCloseTo(120, 6);
    expect(result.backlog.mean[419]).toBe(0);
    expect(result.backlog.mean[418]).toBeGreaterThan(0);
  });

  it('retention holds the age and loses the difference', () => {
    const spec = { ...rate(800), queue: { retentionSeconds: 60, onFull: 'drop' as const } };
    const result = station(run(chain(steady(1000), [spec]), 1000));
    expect(result.totals.expired).toBe(140_000);
    expect(result.ageSeconds.max.at(-1)).toBeCloseTo(60, 6);
  });

  it('a full queue drops or blocks', () => {
    const drop = station(
      run(chain(steady(1000), [{ ...rate(800), queue: { maxRecords: 5000, onFull: 'drop' } }]), 100),
    );
    expect(drop.totals.dropped).toBe(20_000 - 5000);
    const block = run(
      chain(steady(1000), [rate(2000), { ...rate(800), queue: { maxRecords: 5000, onFull: 'block' } }]),
      100,
    );
    expect(station(block, 's1').totals.backlog).toBeCloseTo(5000, 3);
    expect(station(block, 's0').totals.backlog).toBeCloseTo(15_000, 3);
    expect(station(block, 's0').totals.dropped).toBe(0);
  });

  it('the hottest lane alone saturates', () => {
    const spec = { ...rate(300), lanes: 4, laneShares: [0.4, 0.2, 0.2, 0.2] };
    const result = station(run(chain(steady(1000), [spec]), 100));
    expect(result.totals.backlog).toBeCloseTo(10_000, 3);
    expect(result.utilization.max.at(-1)).toBe(1);
  });
});

describe('lanes in a row', () => {
  const hot = { lanes: 4, laneShares: [0.4, 0.2, 0.2, 0.2] };

  it('a lane cut short sends less into the same lane of the next station', () => {
    const result = run(
      chain(steady(1000), [
        { ...rate(300), ...hot },
        { ...rate(290), ...hot },
      ]),
      100,
    );
    // 1,000/s: the hot lane sends 300/s, of which the next serves 290/s; the others pass.
    expect(station(result, 's0').totals.backlog).toBeCloseTo(10_000, 2);
    expect(station(result, 's1').totals.backlog).toBeCloseTo(1000, 2);
    expect(result.massResidual).toBe(0);
  });

  it('a full hot lane holds back its own lane only', () => {
    const bounded = { ...rate(300), ...hot, queue: { maxRecords: 400, onFull: 'block' as const } };
    const result = run(chain(steady(1000), [hot, bounded]), 100);
    expect(station(result, 's1').throughput.mean.at(-1)).toBeCloseTo(900, 2);
    expect(station(result, 's0').totals.backlog + station(result, 's1').totals.backlog).toBeCloseTo(
      10_000,
      2,
    );
    expect(station(result, 's1').totals.backlog).toBeLessThanOrEqual(101);
  });

  it('keeps lanes through buffers and delays, with all mass', () => {
    const buffered: Partial<StationSpec> = {
      ...hot,
      batch: { label: 'b', maxRecords: 500, maxSeconds: 7, scope: 'lane', timer: 'first-record' },
      delaySeconds: 3,
      transform: { recordsPerRecord: 0.5 },
    };
    const result = run(chain(poisson(1000), [buffered, { ...rate(190), ...hot }, hot]), 300);
    expect(result.massResidual).toBe(0);
    expect(station(result, 's1').totals.backlog / 297).toBeCloseTo(10, -1);
  });
});

describe('admission', () => {
  const bucket = (onRefuse: 'drop' | 'retry', more: object = {}): Partial<StationSpec> => ({
    admission: [
      { label: 'tokens', recordsPerSecond: 100, burstSeconds: 5, scope: 'station', onRefuse, ...more },
    ],
  });

  it('first refuses at b/(L − r), then the share 1 − r/L (WE-87)', () => {
    const result = station(run(chain(steady(150), [bucket('drop')]), 60));
    expect(result.throttledRate.mean.findIndex((value) => value > 0)).toBe(10);
    expect(result.totals.dropped).toBeCloseTo(50 * 50, 3);
    expect(result.throttledRate.mean.at(-1)).toBeCloseTo(150 * (1 - 100 / 150), 3);
  });

  it('never lets through more than burst plus rate × time', () => {
    for (const load of [120, 400, 5000]) {
      const result = station(run(chain(poisson(load), [bucket('drop')]), 50));
      expect(result.totals.departed).toBeLessThanOrEqual(500 + 100 * 50 + 1e-6);
    }
  });

  it('keeps what is refused with the sender when it retries', () => {
    const result = station(run(chain(steady(150), [bucket('retry')]), 60));
    expect(result.totals.dropped).toBe(0);
    expect(result.totals.backlog).toBeCloseTo(2500, 3);
    expect(result.totals.departed).toBeCloseTo(6500, 3);
  });

  it('gives up after the time allowed for retries', () => {
    const result = station(run(chain(steady(200), [bucket('retry', { retryForSeconds: 10 })]), 300));
    expect(result.totals.dropped).toBeGreaterThan(20_000);
    expect(result.waiting.max).toBeLessThanOrEqual(11);
  });

  it('limits bytes as well as records', () => {
    const spec = {
      admission: [{ label: 'bytes', bytesPerSecond: 50_000, scope: 'lane', onRefuse: 'drop' }],
    } as const;
    const result = station(run(chain(steady(100), [spec], 1000), 101));
    expect(result.totals.departed / 101).toBeCloseTo(50, 0);
  });
});

describe('buffers and jobs', () => {
  const buffer = (maxBytes: number): Partial<StationSpec> => ({
    batch: { label: 'buffer', maxBytes, maxSeconds: 300, scope: 'station', timer: 'first-record' },
  });

  it('1 MiB/s into 5 MiB / 300 s flushes every 5 s by size (WE-23)', () => {
    const result = station(run(chain(steady(1024), [buffer(5 * 1024 * 1024)], 1024), 3600));
    expect(result.batches).toBe(720);
    expect(result.waiting.mean).toBeCloseTo(2.5, 2);
  });

  it('0.01 MiB/s into 5 MiB / 300 s flushes every 300 s by time (WE-24)', () => {
    const result = station(run(chain(steady(10.24), [buffer(5 * 1024 * 1024)], 1024), 3600));
    expect(result.batches).toBe(12);
    expect(result.totalBytes.departed / result.batches / 1024 / 1024).toBeCloseTo(3, 2);
  });

  it('a buffer per lane makes more and smaller objects (WE-26)', () => {
    const perLane: Partial<StationSpec> = {
      lanes: 10,
      batch: { label: 'b', maxBytes: 5e6, maxSeconds: 300, scope: 'lane', timer: 'first-record' },
    };
    const shared = { ...perLane, batch: { ...perLane.batch, scope: 'station' } } as Partial<StationSpec>;
    expect(station(run(chain(steady(100), [perLane], 1000), 86_400)).batches).toBe(2880);
    expect(station(run(chain(steady(100), [shared], 1000), 86_400)).batches).toBe(1728);
  });

  it('finds flushes far inside a step', () => {
    const coarse = station(run(chain(steady(1000), [buffer(5000)]), 1000, 10));
    expect(coarse.batches).toBe(20_000);
    expect(coarse.waiting.mean).toBeCloseTo(0.025, 3);
  });

  it('an hourly job delivers what had come by its start', () => {
    const job: Partial<StationSpec> = {
      job: {
        label: 'job',
        periodSeconds: 3600,
        offsetSeconds: 3600,
        startupSeconds: 300,
        recordsPerSecond: 1000,
        slots: 1,
      },
    };
    const result = station(run(chain(steady(100), [job]), 86_400));
    expect(result.batches).toBe(23);
    expect(result.waiting.mean).toBeCloseTo(1800 + 300 + 360, 1);
    expect(result.totals.departed).toBe(23 * 360_000);
  });

  it('a run cut by its timeout leaves the rest to the next', () => {
    const job: Partial<StationSpec> = {
      job: {
        label: 'job',
        periodSeconds: 100,
        offsetSeconds: 100,
        startupSeconds: 10,
        recordsPerSecond: 100,
        slots: 1,
        timeoutSeconds: 60,
      },
    };
    const result = run(chain(steady(100), [job]), 1000);
    expect(station(result).totals.departed).toBe(9 * 5000);
    expect(result.massResidual).toBe(0);
  });
});

describe('service', () => {
  it('a busy loss system refuses the Erlang B share of drawn arrivals', () => {
    const spec: Partial<StationSpec> = {
      service: {
        kind: 'servers',
        label: 'concurrency',
        servers: 1000,
        time: { distribution: 'exponential', meanSeconds: 1 },
        whenBusy: 'reject',
      },
    };
    const { totals } = station(run(chain(poisson(1000), [spec]), 2000));
    expect(totals.dropped / totals.arrived).toBeCloseTo(0.0248, 2);
    const even = station(run(chain(steady(1000), [spec]), 2000)).totals;
    expect(even.dropped).toBe(0);
  });

  it('waits inside a step come back in the mean (M/M/10, 8 erlang: 0.2046 s)', () => {
    const spec: Partial<StationSpec> = {
      service: {
        kind: 'servers',
        label: 's',
        servers: 10,
        time: { distribution: 'exponential', meanSeconds: 0.01 },
      },
    };
    const result = station(run(chain(poisson(800), [spec]), 600));
    expect(result.waiting.mean).toBeGreaterThan(0.002046 * 0.9);
    expect(result.waiting.mean).toBeLessThan(0.002046 * 1.3);
  });

  it('failing attempts come back, and the last of them becomes a dead letter', () => {
    const spec: Partial<StationSpec> = {
      failure: {
        label: 'f',
        probability: 0.2,
        maxAttempts: 3,
        backoffSeconds: 1,
        onExhausted: 'dead-letter',
      },
    };
    const result = runFluid(chain(steady(100), [spec]), {
      durationSeconds: 2000,
      stepSeconds: 1,
      seed: 1,
      warmUpSeconds: 1000,
    });
    expect(station(result).attempts / 1000).toBeCloseTo(124, 2);
    expect(station(result).totals.deadLettered / 1000).toBeCloseTo(0.8, 3);
  });

  it('units follow the load with evaluation period and cooldown', () => {
    const spec: Partial<StationSpec> = {
      ...rate(100),
      scaling: {
        label: 'units',
        initialUnits: 1,
        minUnits: 1,
        maxUnits: 10,
        step: { kind: 'add', units: 1 },
        metric: 'arrival-per-capacity',
        upAbove: 0.8,
        evaluateEverySeconds: 60,
        upEvaluations: 1,
        downEvaluations: 1,
        cooldownSeconds: 120,
        warmUpSeconds: 0,
      },
    };
    const { units, backlog } = station(run(chain(steady(350), [spec]), 700));
    expect([59, 61, 181, 301, 421, 699].map((second) => units?.mean[second])).toEqual([1, 2, 3, 4, 5, 5]);
    expect(Math.max(...(backlog.mean as unknown as number[]))).toBe(39_000);
    expect(backlog.mean[639]).toBe(0);
  });
});

describe('sharing', () => {
  const readers = (count: number, shared: boolean): NetworkSpec => ({
    sources: [{ id: 'in', owner: 'in', label: 'in', arrivals: steady(1000), recordSizeBytes: 1000 }],
    stations: Array.from({ length: count }, (_, i) => ({
      id: `r${i}`,
      owner: `r${i}`,
      label: 'reader',
      ...(shared
        ? { shared: [{ group: 'shard', label: 'read limit', bytesPerSecond: 2e6, scope: 'lane' as const }] }
        : { service: { kind: 'rate' as const, label: 'own', bytesPerSecond: 2e6 } }),
    })),
    links: Array.from({ length: count }, (_, i) => ({ id: `l${i}`, owner: 'l', from: 'in', to: `r${i}` })),
  });

  it('three readers of one shard fall behind by a third of a second a second (WE-10)', () => {
    const result = run(readers(3, true), 3600, 10);
    for (const reader of result.stations) {
      expect(reader.ageSeconds.max.at(-1)).toBeCloseTo(1200, 0);
      expect(reader.bindingLimit).toBe('read limit');
    }
  });

  it('readers with a limit of their own keep up', () => {
    expect(run(readers(3, false), 600).stations.every((reader) => reader.totals.backlog === 0)).toBe(true);
  });
});

describe('graph', () => {
  const two = (fanOut: 'copy' | 'split'): NetworkSpec => {
    const network = chain(steady(100), [{ fanOut }, {}]);
    return {
      ...network,
      stations: [...network.stations, { id: 's2', owner: 's2', label: 's2' }],
      links: [
        ...network.links.map((link) => ({ ...link, weight: 3 })),
        { id: 'x', owner: 'x', from: 's0', to: 's2' },
      ],
    };
  };

  it('copies or splits by weight, and says what each link carried', () => {
    const copied = run(two('copy'), 10);
    expect(copied.links.map((link) => link.records)).toEqual([1000, 1000, 1000]);
    const split = run(two('split'), 10);
    expect(station(split, 's1').totals.arrived).toBe(750);
    expect(station(split, 's2').totals.arrived).toBe(250);
    expect(copied.massResidual + split.massResidual).toBe(0);
  });

  it('cuts a cycle, says so, and keeps the mass', () => {
    const network = chain(steady(75), [{ fanOut: 'split' }, {}]);
    const back: NetworkSpec = {
      ...network,
      links: [
        { id: 'l0', owner: 'l', from: 'in', to: 's0' },
        { id: 'l1', owner: 'l', from: 's0', to: 's1', weight: 0.75 },
        { id: 'back', owner: 'l', from: 's0', to: 's0', weight: 0.25 },
      ],
    };
    const result = run(back, 100);
    expect(station(result, 's0').arrivalRate.mean.at(-1)).toBeCloseTo(100, 4);
    expect(result.massResidual).toBe(0);
    expect(result.notes.join(' ')).toContain('back');
  });

  it('refuses a cycle that multiplies its flow', () => {
    const network = chain(steady(75), [{ transform: { recordsPerRecord: 3 } }, {}]);
    const back = { id: 'back', owner: 'l', from: 's1', to: 's0' };
    expect(() => run({ ...network, links: [...network.links, back] }, 10)).toThrow(NetworkError);
  });

  it('applies selectivity without drift', () => {
    const result = run(
      chain(steady(100), [{ transform: { recordsPerRecord: 1 / 3, bytesPerByte: 0.1 } }]),
      999,
    );
    expect(station(result).totals.departed).toBeCloseTo(33_300, 4);
    expect(station(result).totalBytes.departed).toBeCloseTo(999_000, 2);
    expect(result.massResidual).toBe(0);
  });
});

describe('bad input', () => {
  it.each<[string, NetworkSpec]>([
    ['a NaN rate', chain(steady(Number.NaN), [rate(1)])],
    ['a negative capacity', chain(steady(1), [rate(-1)])],
    ['an infinite rate', chain(steady(Number.POSITIVE_INFINITY), [rate(1)])],
    ['an absurd rate', chain(steady(1e300), [rate(1)])],
    [
      'times that fall',
      chain(
        {
          points: [
            [5, 1],
            [2, 1],
          ],
          randomness: 'steady',
        },
        [rate(1)],
      ),
    ],
    ['shares that do not sum to 1', chain(steady(1), [{ lanes: 2, laneShares: [0.5, 0.1] }])],
    ['half a lane', chain(steady(1), [{ lanes: 0.5 }])],
    [
      'a link to nowhere',
      { ...chain(steady(1), [{}]), links: [{ id: 'l', owner: 'l', from: 'in', to: 'gone' }] },
    ],
    ['an id used twice', { ...chain(steady(1), [{ id: 'in' }]), links: [] }],
  ])('refuses %s', (_name, network) => {
    expect(() => run(network, 10)).toThrow(NetworkError);
  });

  it('refuses a run without length or with too many steps', () => {
    expect(() => run(chain(steady(1), [{}]), 0)).toThrow(NetworkError);
    expect(() => run(chain(steady(1), [{}]), 1e9, 1e-6)).toThrow(NetworkError);
  });

  it('survives zero capacity, no input and no stations', () => {
    expect(station(run(chain(steady(10), [rate(0)]), 10)).totals.backlog).toBe(100);
    expect(station(run(chain(steady(0), [rate(5)]), 10)).totals.arrived).toBe(0);
    expect(run({ sources: [], stations: [], links: [] }, 10).massResidual).toBe(0);
  });
});
