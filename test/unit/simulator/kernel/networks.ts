import type { ArrivalSpec, NetworkSpec, StationSpec } from '../../../../shared/simulator/kernel/station.ts';

/** A source with a constant rate, or a rate that changes at given times. */
export function steady(rate: number, ...later: (readonly [number, number])[]): ArrivalSpec {
  const points: (readonly [number, number])[] = [[0, rate]];
  let last = rate;
  for (const [time, next] of later) {
    points.push([time, last], [time, next]);
    last = next;
  }
  return { points, randomness: 'steady' };
}

/** Poisson arrivals with a constant rate. */
export function poisson(rate: number): ArrivalSpec {
  return { points: [[0, rate]], randomness: 'poisson' };
}

/** One source and its stations in a row. */
export function chain(
  arrivals: ArrivalSpec,
  stages: readonly Partial<StationSpec>[],
  recordSizeBytes = 100,
): NetworkSpec {
  const stations = stages.map(
    (stage, i): StationSpec => ({
      id: `s${i}`,
      owner: `s${i}`,
      label: `s${i}`,
      ...stage,
    }),
  );
  return {
    sources: [{ id: 'in', owner: 'in', label: 'in', arrivals, recordSizeBytes }],
    stations,
    links: stations.map((station, i) => ({
      id: `l${i}`,
      owner: `l${i}`,
      from: i === 0 ? 'in' : `s${i - 1}`,
      to: station.id,
    })),
  };
}

/** A fluid capacity in records per second. */
export function rate(recordsPerSecond: number): Partial<StationSpec> {
  return { service: { kind: 'rate', label: 'capacity', recordsPerSecond } };
}
