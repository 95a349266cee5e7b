import type { Series } from '../../shared/simulator/kernel/run.ts';

/** Mean of the bucket that holds a time; 0 for an empty series. */
export function readSeries(series: Series, seconds: number): number {
  return series.mean[getBucket(series, seconds)] ?? 0;
}

export function getBucket(series: Series, seconds: number): number {
  const index = Math.floor(seconds / series.bucketSeconds);
  return Math.min(series.mean.length - 1, Math.max(0, index));
}

export function getPeak(series: Series): number {
  let peak = 0;
  for (const value of series.max) if (value > peak) peak = value;
  return peak;
}

/** Heat of a utilization: shown by colour and always beside a number. */
export function getHeat(utilization: number): 'low' | 'mid' | 'high' {
  if (utilization >= 0.9) return 'high';
  return utilization >= 0.7 ? 'mid' : 'low';
}

/** Path of a small curve of `width` × `height`, scaled to its own peak. */
export function buildSparkline(series: Series, width: number, height: number): string {
  const peak = getPeak(series);
  const count = series.mean.length;
  if (peak === 0 || count < 2) return `M0 ${height}H${width}`;
  const columns = Math.min(count, width);
  const points: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    const from = Math.floor((column * count) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * count) / columns));
    let highest = 0;
    for (let index = from; index < to; index += 1) highest = Math.max(highest, series.mean[index] ?? 0);
    const x = (column * width) / (columns - 1);
    points.push(`${x.toFixed(1)} ${(height - (highest / peak) * height).toFixed(1)}`);
  }
  return `M${points.join('L')}`;
}
