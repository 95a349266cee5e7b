import type { Arrivals } from '../../shared/graph/design.ts';
import { buildArrivals } from '../../shared/simulator/model/workload-arrivals.ts';
import { getRates } from '../../shared/simulator/model/workload-rates.ts';

export interface ArrivalPreview {
  /** SVG path in a box of the given size. */
  path: string;
  spanSeconds: number;
  peakPerSecond: number;
  meanPerSecond: number;
}

/** The span that shows what is special about a pattern. */
function getSpan(arrivals: Arrivals): number {
  switch (arrivals.pattern) {
    case 'constant':
    case 'poisson':
      return 3600;
    case 'ramp':
      return Math.max(60, arrivals.rampSeconds * 1.5);
    case 'step':
      return Math.max(60, arrivals.atSeconds * 2);
    case 'spike':
      return Math.max(60, (arrivals.atSeconds + arrivals.lengthSeconds) * 1.3);
    case 'daily':
    case 'files':
      return 86_400;
    case 'weekly':
      return 7 * 86_400;
    case 'bursty':
      return Math.max(1, 3 * (arrivals.onSeconds + arrivals.offSeconds));
    case 'recorded':
      return 0;
  }
}

type Points = readonly (readonly [number, number])[];

/** Rate at a time, linear between points. */
function readRate(points: Points, seconds: number, repeatSeconds: number | undefined): number {
  const time = repeatSeconds ? seconds % repeatSeconds : seconds;
  const after = points.findIndex(([at]) => at > time);
  if (after === -1) return points.at(-1)?.[1] ?? 0;
  const [endAt, endRate] = points[after] as readonly [number, number];
  const [startAt, startRate] = points[after - 1] ?? [0, endRate];
  return startRate + ((time - startAt) / (endAt - startAt)) * (endRate - startRate);
}

/**
 * A pattern as a small curve.
 * @throws RecordingError when recorded rates cannot be read.
 */
export function buildArrivalPreview(arrivals: Arrivals, width: number, height: number): ArrivalPreview {
  const { meanPerSecond, peakPerSecond } = getRates(arrivals);
  const spec = buildArrivals(arrivals, getSpan(arrivals) || 86_400, 1);
  const spanSeconds = getSpan(arrivals) || Math.max(1, spec.points.at(-1)?.[0] ?? 1);
  const peak = Math.max(peakPerSecond, 1e-9);
  if (spec.bursts && spec.bursts.length > 0 && spec.bursts.length <= width) {
    const bars = spec.bursts.map(
      ([at]) => `M${((at / spanSeconds) * width).toFixed(1)} ${height}V${height * 0.1}`,
    );
    return { path: bars.join(''), spanSeconds, peakPerSecond, meanPerSecond };
  }
  const samples = 240;
  const line = Array.from({ length: samples + 1 }, (_, index) => {
    const rate = Math.min(
      peak * 1.1,
      readRate(spec.points, (index / samples) * spanSeconds, spec.repeatSeconds),
    );
    const x = (index / samples) * width;
    return `${x.toFixed(1)} ${(height - (rate / peak) * height * 0.9).toFixed(1)}`;
  });
  return {
    path: `M0 ${height}L${line.join('L')}L${width} ${height}Z`,
    spanSeconds,
    peakPerSecond,
    meanPerSecond,
  };
}
