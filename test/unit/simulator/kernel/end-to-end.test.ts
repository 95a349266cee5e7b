import { describe, expect, it } from 'vitest';
import { runExact } from '../../../../shared/simulator/kernel/run-exact.ts';
import { runFluid } from '../../../../shared/simulator/kernel/run-fluid.ts';
import type { Distribution, RunResult } from '../../../../shared/simulator/kernel/run.ts';
import type { ArrivalSpec, NetworkSpec, StationSpec } from '../../../../shared/simulator/kernel/station.ts';
import { chain, poisson, rate, steady } from './networks.ts';

function latency(result: RunResult, to: string): Distribution {
  const found = result.endToEnd.find((end) => end.to === to);
  if (found === undefined) {
    throw new Error(`nothing reached ${to}`);
  }
  return found.latency;
}

const servers = (count: number, meanSeconds: number): Partial<StationSpec> => ({
  service: {
    kind: 'servers',
    label: 's',
    servers: count,
    time: { distribution: 'exponential', meanSeconds },
  },
});

describe('end-to-end latency', () => {
  it('is the sum of delays where nothing waits', () => {
    const result = runFluid(
      chain(steady(100), [{ delaySeconds: 2 }, { delaySeconds: 0.25 }, { delaySeconds: 30 }]),
      {
        durationSeconds: 600,
        stepSeconds: 1,
        seed: 1,
      },
    );
    const found = latency(result, 's2');
    expect(found.mean).toBeCloseTo(32.25, 6);
    expect(found.max).toBeCloseTo(32.25, 6);
    expect(found.count).toBeCloseTo(100 * (600 - 32), -3);
  });

  it('agrees with single records on a load that comes in bursts', () => {
    const arrivals: ArrivalSpec = {
      points: [
        [0, 800],
        [60, 800],
        [60, 1300],
        [100, 1300],
        [100, 800],
        [600, 800],
      ],
      repeatSeconds: 600,
      randomness: 'poisson',
    };
    const network = chain(arrivals, [
      servers(10, 0.01),
      servers(20, 0.018),
      {
        batch: { label: 'b', maxRecords: 500, maxSeconds: 2, scope: 'station', timer: 'first-record' },
        delaySeconds: 0.3,
      },
    ]);
    const fluid = latency(runFluid(network, { durationSeconds: 1800, stepSeconds: 0.1, seed: 3 }), 's2');
    const exact = latency(runExact(network, { durationSeconds: 1800, seed: 4 }), 's2');
    for (const key of ['mean', 'p95', 'p99', 'p999'] as const) {
      expect(Math.abs(fluid[key] / exact[key] - 1)).toBeLessThan(0.04);
    }
  });

  it('is not the sum of percentiles', () => {
    const network = chain(poisson(800), [servers(10, 0.012), servers(10, 0.012)]);
    const result = runFluid(network, { durationSeconds: 2000, stepSeconds: 0.1, seed: 1 });
    const sum = result.stations.reduce((total, station) => total + station.sojourn.p99, 0);
    expect(latency(result, 's1').p99).toBeLessThan(sum);
  });

  it('counts from each source to each end, by the share that goes there', () => {
    const base = chain(steady(300), [{ fanOut: 'split' }, { delaySeconds: 5 }]);
    const network: NetworkSpec = {
      sources: [...base.sources, { ...base.sources[0], id: 'other' } as NetworkSpec['sources'][number]],
      stations: [...base.stations, { id: 's2', owner: 's2', label: 's2', delaySeconds: 9 }],
      links: [
        { id: 'a', owner: 'a', from: 'in', to: 's0' },
        { id: 'b', owner: 'b', from: 'other', to: 's2' },
        { id: 'c', owner: 'c', from: 's0', to: 's1', weight: 2 },
        { id: 'd', owner: 'd', from: 's0', to: 's2', weight: 1 },
      ],
    };
    const { endToEnd } = runFluid(network, { durationSeconds: 1000, stepSeconds: 1, seed: 1 });
    expect(endToEnd.map(({ from, to }) => `${from}→${to}`)).toEqual(['in→s1', 'in→s2', 'other→s2']);
    expect(endToEnd[0]?.latency.mean).toBeCloseTo(5, 6);
    expect((endToEnd[0]?.latency.count ?? 0) / (endToEnd[1]?.latency.count ?? 1)).toBeCloseTo(2, 0);
    expect(endToEnd[2]?.latency.mean).toBeCloseTo(9, 6);
  });

  it('loses the tagged records with the mass that is lost', () => {
    const dropping: Partial<StationSpec> = {
      admission: [{ label: 't', recordsPerSecond: 250, scope: 'station', onRefuse: 'drop' }],
    };
    const result = runFluid(chain(steady(1000), [dropping, {}]), {
      durationSeconds: 1000,
      stepSeconds: 1,
      seed: 1,
    });
    expect(latency(result, 's1').count / 250_000).toBeCloseTo(1, 1);
  });

  it('includes the wait in an overloaded queue', () => {
    const result = runFluid(chain(steady(1000), [rate(800)]), {
      durationSeconds: 300,
      stepSeconds: 1,
      seed: 1,
    });
    expect(latency(result, 's0').max).toBeGreaterThan(59);
    expect(latency(result, 's0').mean).toBeCloseTo(30, 0);
  });
});
