import type { ArrivalSpec } from '../kernel/station.ts';

type Point = readonly [number, number];

/** The same curve with all rates and bursts multiplied. */
export function scaleArrivals(spec: ArrivalSpec, factor: number): ArrivalSpec {
  if (factor === 1) return spec;
  const scale = ([time, amount]: Point): Point => [time, amount * factor];
  return {
    ...spec,
    points: spec.points.map(scale),
    ...(spec.bursts && { bursts: spec.bursts.map(scale) }),
  };
}

/** The same curve some seconds later. One that repeats is turned within its cycle; bursts only move. */
export function shiftArrivals(spec: ArrivalSpec, seconds: number): ArrivalSpec {
  const move = ([time, amount]: Point): Point => [time + seconds, amount];
  const bursts = spec.bursts && { bursts: spec.bursts.map(move) };
  const cycle = spec.repeatSeconds;
  // Before its first point a curve holds the first rate.
  if (cycle === undefined) return { ...spec, points: spec.points.map(move), ...bursts };
  const by = seconds % cycle;
  if (by === 0) return { ...spec, ...bursts };
  const cut = cycle - by;
  const before = spec.points.filter(([time]) => time < cut);
  const after = spec.points.filter(([time]) => time > cut);
  const atCut = getRateAt(spec.points, cut);
  return {
    ...spec,
    points: [
      [0, atCut],
      ...after.map(([time, rate]): Point => [time - cut, rate]),
      ...before.map(([time, rate]): Point => [time + by, rate]),
      [cycle, atCut],
    ],
    ...bursts,
  };
}

function getRateAt(points: readonly Point[], seconds: number): number {
  const next = points.findIndex(([time]) => time >= seconds);
  const [endTime, endRate] = points[next] ?? points.at(-1) ?? [0, 0];
  const [startTime, startRate] = points[next - 1] ?? [endTime, endRate];
  if (next <= 0 || endTime <= startTime) return endRate;
  return startRate + ((endRate - startRate) * (seconds - startTime)) / (endTime - startTime);
}
