import { describe, expect, it } from 'vitest';
import { runExact } from '../../../../shared/simulator/kernel/run-exact.ts';
import { runFluid } from '../../../../shared/simulator/kernel/run-fluid.ts';
import type { ArrivalSpec, StationSpec } from '../../../../shared/simulator/kernel/station.ts';
import { chain, poisson } from './networks.ts';

describe('lanes under drawn arrivals', () => {
  it('have tails of their own: 20 lanes near their limit agree with single records', () => {
    const bursts: ArrivalSpec = {
      points: [
        [0, 2800],
        [60, 2800],
        [60, 2000],
        [300, 2000],
      ],
      repeatSeconds: 300,
      randomness: 'poisson',
    };
    const shards: Partial<StationSpec> = {
      lanes: 20,
      service: {
        kind: 'servers',
        label: 'shard',
        servers: 1,
        time: { distribution: 'deterministic', meanSeconds: 0.008 },
      },
    };
    const fluid = runFluid(chain(bursts, [shards]), { durationSeconds: 900, stepSeconds: 1, seed: 5 });
    const exact = runExact(chain(bursts, [shards]), { durationSeconds: 900, seed: 6 });
    const [f, e] = [fluid.stations[0]?.waiting, exact.stations[0]?.waiting];
    for (const key of ['mean', 'p95', 'p99', 'p999'] as const) {
      expect(Math.abs((f?.[key] ?? 0) / (e?.[key] ?? 1) - 1)).toBeLessThan(0.05);
    }
    expect(fluid.massResidual).toBe(0);
  });

  it('share one fate when there are too many to follow', () => {
    const stage: Partial<StationSpec> = {
      lanes: 1000,
      service: { kind: 'rate', label: 'shard', recordsPerSecond: 1000 },
    };
    const result = runFluid(chain(poisson(900_000), [stage]), { durationSeconds: 86_400, seed: 1 });
    expect(result.stations[0]?.totals.backlog).toBe(0);
    expect(result.stations[0]?.utilization.mean[100]).toBeCloseTo(0.9, 2);
    expect(result.massResidual).toBe(0);
  });
});
