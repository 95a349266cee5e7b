import type { Arrivals } from '../../graph/design.ts';
import { drawLognormal } from '../kernel/distributions.ts';
import { RandomStream } from '../kernel/random.ts';
import type { ArrivalSpec } from '../kernel/station.ts';
import { parseRecording } from './parse-recording.ts';

const secondsPerHour = 3600;
const secondsPerDay = 86_400;
/** A jump is a ramp over this many seconds: the curve must have one value per instant. */
const jumpSeconds = 1e-6;
/** File drops beyond this number in one run are spread evenly instead of listed. */
const maxBursts = 200_000;

/** Where the drawn part of a workload comes from: the run's seed and the workload's own stream. */
export interface ArrivalDraw {
  seed: number;
  stream: string;
}

/** The draw of pictures and of runs that name no seed. */
const defaultDraw: ArrivalDraw = { seed: 1, stream: 'arrivals' };

/**
 * Arrival curve of a workload: rates per second over seconds, scaled by `factor`.
 * @throws RecordingError when a recorded workload's CSV cannot be read.
 */
export function buildArrivals(
  arrivals: Arrivals,
  durationSeconds: number,
  factor: number,
  draw: ArrivalDraw = defaultDraw,
): ArrivalSpec {
  const steady = (points: [number, number][], repeatSeconds?: number): ArrivalSpec => ({
    points: points.map(([time, rate]) => [time, rate * factor] as const),
    randomness: 'steady',
    ...(repeatSeconds !== undefined && { repeatSeconds }),
  });
  switch (arrivals.pattern) {
    case 'constant':
      return steady([[0, arrivals.ratePerSecond]]);
    case 'poisson':
      return { points: [[0, arrivals.ratePerSecond * factor]], randomness: 'poisson' };
    case 'ramp':
      return steady([
        [0, arrivals.fromPerSecond],
        [Math.max(arrivals.rampSeconds, jumpSeconds), arrivals.toPerSecond],
      ]);
    case 'step':
      return steady(
        withJumps([
          [0, arrivals.beforePerSecond],
          [arrivals.atSeconds, arrivals.afterPerSecond],
        ]),
      );
    case 'spike':
      return steady(
        withJumps([
          [0, arrivals.basePerSecond],
          [arrivals.atSeconds, arrivals.peakPerSecond],
          [arrivals.atSeconds + arrivals.lengthSeconds, arrivals.basePerSecond],
        ]),
      );
    case 'daily':
    case 'weekly': {
      const means = arrivals.hourlyPerSecond;
      if (arrivals.spread?.some((spread) => spread > 0))
        return steady(drawHours(means, arrivals.spread, durationSeconds, draw));
      const hours = means.map((rate, hour): [number, number] => [hour * secondsPerHour, rate]);
      const cycle = Math.max(1, hours.length) * secondsPerHour;
      return steady([...hours, [cycle, means[0] ?? 0]], cycle);
    }
    case 'bursty': {
      const period = arrivals.onSeconds + arrivals.offSeconds;
      if (period <= 0) return steady([[0, arrivals.onPerSecond]]);
      if (arrivals.onSeconds === 0) return steady([[0, arrivals.offPerSecond]]);
      if (arrivals.offSeconds === 0) return steady([[0, arrivals.onPerSecond]]);
      return steady(
        [
          ...withJumps([
            [0, arrivals.onPerSecond],
            [arrivals.onSeconds, arrivals.offPerSecond],
          ]),
          [period, arrivals.offPerSecond],
        ],
        period,
      );
    }
    case 'files':
      return buildFileDrops(arrivals.filesPerDay, arrivals.recordsPerFile * factor, durationSeconds);
    case 'recorded': {
      const rows = parseRecording(arrivals.csv, arrivals.counts);
      const points = rows.map(({ seconds, recordsPerSecond }): [number, number] => [
        seconds,
        recordsPerSecond,
      ]);
      return steady(arrivals.counts === 'per-period' ? withJumps(points) : points);
    }
  }
}

/** One value for each hour of the run: its mean times a lognormal factor of mean 1, drawn by hour. */
function drawHours(
  means: readonly number[],
  spread: readonly number[],
  durationSeconds: number,
  { seed, stream }: ArrivalDraw,
): [number, number][] {
  const random = new RandomStream(seed, `spread:${stream}`);
  return Array.from({ length: Math.ceil(durationSeconds / secondsPerHour) + 1 }, (_, hour) => {
    random.seek(hour);
    const mean = means[hour % means.length] ?? 0;
    const deviation = spread[hour % spread.length] ?? 0;
    return [hour * secondsPerHour, deviation > 0 ? drawLognormal(random, mean, deviation) : mean];
  });
}

/** Turns `[time, rate from then on]` into a curve with steep ramps. */
function withJumps(steps: [number, number][]): [number, number][] {
  const points: [number, number][] = [];
  for (const [time, rate] of steps) {
    const before = points.at(-1);
    if (before && time <= before[0]) {
      before[1] = rate;
      continue;
    }
    if (before) points.push([time, before[1]]);
    points.push([before ? time + jumpSeconds : time, rate]);
  }
  return points;
}

/** Files arrive evenly over the day, each all at once, the first after one interval. */
function buildFileDrops(filesPerDay: number, recordsPerFile: number, durationSeconds: number): ArrivalSpec {
  const interval = filesPerDay > 0 ? secondsPerDay / filesPerDay : Number.POSITIVE_INFINITY;
  const count = Number.isFinite(interval) ? Math.floor(durationSeconds / interval) : 0;
  if (count > maxBursts) {
    return { points: [[0, recordsPerFile / interval]], randomness: 'steady' };
  }
  const bursts = Array.from(
    { length: count },
    (_, index) => [(index + 1) * interval, recordsPerFile] as const,
  );
  return { points: [[0, 0]], randomness: 'steady', bursts };
}
