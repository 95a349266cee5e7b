import { describe, expect, it } from 'vitest';
import { getErlangB, getErlangC } from '../../../../shared/simulator/kernel/erlang.ts';
import { runExact } from '../../../../shared/simulator/kernel/run-exact.ts';
import type { ServiceTime, StationSpec } from '../../../../shared/simulator/kernel/station.ts';
import { chain, poisson } from './networks.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

function servers(count: number, time: ServiceTime, more: object = {}): Partial<StationSpec> {
  return { service: { kind: 'servers', label: 'servers', servers: count, time, ...more } };
}

const exponential = (meanSeconds: number): ServiceTime => ({ distribution: 'exponential', meanSeconds });

/** Mean over seeds with its standard error, so that a test of 4 errors fails about once in 16,000 runs. */
function estimate(measure: (seed: number) => number): { mean: number; error: number } {
  const values = SEEDS.map(measure);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

function run(stage: Partial<StationSpec>, arrivalRate: number, seed: number, records = 120_000) {
  const result = runExact(chain(poisson(arrivalRate), [stage]), {
    durationSeconds: Number.POSITIVE_INFINITY,
    seed,
    recordLimit: records,
    warmUpRecords: records / 10,
  });
  const station = result.stations[0];
  const probe = result.probes.get('s0');
  if (station === undefined || probe === undefined) {
    throw new Error('no result');
  }
  return { result, station, probe };
}

describe('exact engine against theory', () => {
  it('M/M/1: 8/s at 10/s stays 0.5 s and waits 0.4 s (WE-83)', () => {
    const sojourn = estimate((seed) => run(servers(1, exponential(0.1)), 8, seed).station.sojourn.mean);
    const waiting = estimate((seed) => run(servers(1, exponential(0.1)), 8, seed).station.waiting.mean);
    expect(Math.abs(sojourn.mean - 0.5)).toBeLessThan(5 * sojourn.error + 0.005);
    expect(Math.abs(waiting.mean - 0.4)).toBeLessThan(5 * waiting.error + 0.005);
  });

  it('M/M/10 with 8 erlang waits with the Erlang C probability (WE-84)', () => {
    expect(getErlangC(10, 8)).toBeCloseTo(0.4092, 4);
    const share = estimate((seed) => {
      const { probe } = run(servers(10, exponential(1)), 8, seed);
      return probe.waited / probe.waits.mass;
    });
    expect(Math.abs(share.mean - getErlangC(10, 8))).toBeLessThan(5 * share.error + 0.003);
  });

  it('M/D/1 waits half as long as M/M/1', () => {
    const waiting = estimate(
      (seed) =>
        run(servers(1, { distribution: 'deterministic', meanSeconds: 0.1 }), 8, seed).station.waiting.mean,
    );
    expect(Math.abs(waiting.mean - 0.2)).toBeLessThan(5 * waiting.error + 0.003);
  });

  it.each([
    ['WE-85', 10, 5, 0.01838],
    ['WE-86', 1000, 1000, 0.02481],
  ])('a loss system refuses the Erlang B share (%s)', (_id, places, offered, expected) => {
    expect(getErlangB(places, offered)).toBeCloseTo(expected, 5);
    const refused = estimate((seed) => {
      const { probe } = run(servers(places, exponential(1), { whenBusy: 'reject' }), offered, seed, 60_000);
      return probe.refused / probe.offered;
    });
    expect(Math.abs(refused.mean - expected)).toBeLessThan(5 * refused.error + 0.002);
  });

  it("obeys Little's law in every run that ends empty (WE-88)", () => {
    for (const seed of SEEDS) {
      const result = runExact(
        chain(poisson(8), [servers(1, exponential(0.1)), servers(2, exponential(0.2))]),
        {
          durationSeconds: Number.POSITIVE_INFINITY,
          seed,
          recordLimit: 5000,
          drain: true,
        },
      );
      for (const { little } of result.stations) {
        expect(little.recordSeconds / little.delaySeconds).toBeCloseTo(1, 9);
      }
    }
  });

  it('never refuses less with fewer servers', () => {
    const refused = [4, 5, 6, 8].map(
      (count) => run(servers(count, exponential(1), { whenBusy: 'reject' }), 5, 3).probe.refused,
    );
    expect([...refused].sort((a, b) => b - a)).toEqual(refused);
  });
});

describe('exact engine', () => {
  const network = chain(poisson(50), [
    { ...servers(3, exponential(0.05)), queue: { maxRecords: 20, onFull: 'drop' } },
    { batch: { label: 'b', maxRecords: 10, maxSeconds: 1, scope: 'station', timer: 'first-record' } },
  ]);

  it('gives the same bytes for the same seed, and others for another', () => {
    const text = (seed: number): string =>
      JSON.stringify(runExact(network, { durationSeconds: 200, seed }).stations, (_key, value: unknown) =>
        value instanceof Float64Array ? Array.from(value) : value,
      );
    expect(text(5)).toBe(text(5));
    expect(text(5)).not.toBe(text(6));
  });

  it('accounts for every record at any moment', () => {
    for (const durationSeconds of [0.01, 1, 17.3, 100]) {
      expect(runExact(network, { durationSeconds, seed: 2 }).massResidual).toBe(0);
    }
  });

  it('does not disturb one station by adding another', () => {
    const alone = runExact(chain(poisson(8), [servers(1, exponential(0.1))]), {
      durationSeconds: 500,
      seed: 4,
    });
    const both = runExact(chain(poisson(8), [servers(1, exponential(0.1)), servers(1, exponential(0.1))]), {
      durationSeconds: 500,
      seed: 4,
    });
    expect(both.stations[0]?.waiting).toEqual(alone.stations[0]?.waiting);
  });

  it('names what it does not cover', () => {
    const outage = chain(poisson(8), [{ outages: [{ fromSeconds: 1, toSeconds: 2, capacityFactor: 0 }] }]);
    expect(() => runExact(outage, { durationSeconds: 10, seed: 1 })).toThrow(/s0: outages: .*fluid engine/);
  });

  it.each([0, 1.5])('refuses %d servers', (count) => {
    const network = chain(poisson(8), [servers(count, exponential(1))]);
    expect(() => runExact(network, { durationSeconds: 10, seed: 1 })).toThrow(/whole servers/);
  });

  it('stops when asked to', () => {
    const result = runExact(
      chain(poisson(1000), [servers(1, exponential(0.0001))]),
      { durationSeconds: 1e6, seed: 1 },
      { onProgress: () => false },
    );
    expect(result.cancelled).toBe(true);
    expect(result.massResidual).toBe(0);
  });
});

describe('exact stages', () => {
  const deterministic = (meanSeconds: number): ServiceTime => ({
    distribution: 'deterministic',
    meanSeconds,
  });
  const steadily = (arrivalRate: number) => ({
    points: [[0, arrivalRate]] as const,
    randomness: 'steady' as const,
  });

  it('a byte rate serves by size', () => {
    const stage: Partial<StationSpec> = { service: { kind: 'rate', label: 'b', bytesPerSecond: 1000 } };
    const result = runExact(chain(steadily(4), [stage], 500), { durationSeconds: 100, seed: 1 });
    expect(result.stations[0]?.totals.departed).toBe(199);
  });

  it('batches are taken lane by lane', () => {
    const stage = { ...servers(1, deterministic(1), { batchRecords: 10 }), lanes: 4 };
    const result = runExact(chain(poisson(36), [stage]), { durationSeconds: 1000, seed: 1 });
    const station = result.stations[0];
    expect((station?.totals.departed ?? 0) / 36_000).toBeCloseTo(1, 1);
    expect((station?.totals.departed ?? 0) / (station?.batches ?? 1)).toBeLessThan(10);
  });

  it('selectivity keeps its mean and accounts for what it makes', () => {
    const result = runExact(chain(steadily(100), [{ transform: { recordsPerRecord: 2.5 } }, {}]), {
      durationSeconds: 200,
      seed: 1,
    });
    expect((result.stations[1]?.totals.arrived ?? 0) / 20_000).toBeCloseTo(2.5, 1);
    expect(result.massResidual).toBe(0);
    const none = runExact(chain(steadily(100), [{ transform: { recordsPerRecord: 0 } }, {}]), {
      durationSeconds: 10,
      seed: 1,
    });
    expect(none.stations[1]?.totals.arrived).toBe(0);
    expect(none.massResidual).toBe(0);
  });

  it('a token bucket holds, drops or gives up single records', () => {
    const bucket = (onRefuse: 'retry' | 'drop', retryForSeconds?: number): Partial<StationSpec> => ({
      admission: [
        {
          label: 't',
          recordsPerSecond: 10,
          scope: 'station',
          onRefuse,
          ...(retryForSeconds === undefined ? {} : { retryForSeconds }),
        },
      ],
    });
    const run20 = (stage: Partial<StationSpec>) =>
      runExact(chain(steadily(20), [stage]), { durationSeconds: 100, seed: 1 }).stations[0];
    expect(run20(bucket('drop'))?.totals.departed).toBeGreaterThanOrEqual(1000);
    expect(run20(bucket('drop'))?.totals.departed).toBeLessThanOrEqual(1010);
    expect(run20(bucket('retry'))?.totals.dropped).toBe(0);
    expect(run20(bucket('retry'))?.waiting.max).toBeGreaterThan(40);
    expect(run20(bucket('retry', 5))?.waiting.max).toBeLessThanOrEqual(5);
  });

  it('a run on schedule delivers what had come', () => {
    const stage: Partial<StationSpec> = {
      job: {
        label: 'job',
        periodSeconds: 100,
        offsetSeconds: 100,
        startupSeconds: 10,
        recordsPerSecond: 50,
        slots: 1,
      },
    };
    const result = runExact(chain(steadily(10), [stage]), { durationSeconds: 1000, seed: 1 });
    expect(result.stations[0]?.batches).toBe(9);
    expect(result.stations[0]?.waiting.mean).toBeCloseTo(50 + 10 + 20, 0);
  });
});
