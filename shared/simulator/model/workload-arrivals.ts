import type { Arrivals } from '../../graph/design.ts';
import type { ArrivalSpec } from '../kernel/station.ts';
import { parseRecording } from './parse-recording.ts';

const secondsPerDay = 86_400;
/** A jump is a ramp over this many seconds: the curve must have one value per instant. */
const jumpSeconds = 1e-6;
/** File drops beyond this number in one run are spread evenly instead of listed. */
const maxBursts = 200_000;

/**
 * Arrival curve of a workload: rates per second over seconds, scaled by `factor`.
 * @throws RecordingError when a recorded workload's CSV cannot be read.
 */
export function buildArrivals(arrivals: Arrivals, durationSeconds: number, factor: number): ArrivalSpec {
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
    case 'daily': {
      const hours = arrivals.hourlyPerSecond.map((rate, hour): [number, number] => [hour * 3600, rate]);
      return steady([...hours, [secondsPerDay, arrivals.hourlyPerSecond[0] ?? 0]], secondsPerDay);
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
    case 'recorded':
      return steady(
        parseRecording(arrivals.csv).map(({ seconds, recordsPerSecond }) => [seconds, recordsPerSecond]),
      );
  }
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

/** Mean and highest rate of a workload in records per second, over its own period. */
export function getRates(arrivals: Arrivals): { meanPerSecond: number; peakPerSecond: number } {
  switch (arrivals.pattern) {
    case 'constant':
    case 'poisson':
      return { meanPerSecond: arrivals.ratePerSecond, peakPerSecond: arrivals.ratePerSecond };
    case 'ramp': {
      const peak = Math.max(arrivals.fromPerSecond, arrivals.toPerSecond);
      return { meanPerSecond: arrivals.toPerSecond, peakPerSecond: peak };
    }
    case 'step': {
      const peak = Math.max(arrivals.beforePerSecond, arrivals.afterPerSecond);
      return { meanPerSecond: arrivals.afterPerSecond, peakPerSecond: peak };
    }
    case 'spike':
      return {
        meanPerSecond: arrivals.basePerSecond,
        peakPerSecond: Math.max(arrivals.basePerSecond, arrivals.peakPerSecond),
      };
    case 'daily': {
      const hours = arrivals.hourlyPerSecond;
      return {
        meanPerSecond: hours.reduce((sum, rate) => sum + rate, 0) / Math.max(1, hours.length),
        peakPerSecond: Math.max(0, ...hours),
      };
    }
    case 'bursty': {
      const period = arrivals.onSeconds + arrivals.offSeconds;
      const mass = arrivals.onPerSecond * arrivals.onSeconds + arrivals.offPerSecond * arrivals.offSeconds;
      return {
        meanPerSecond: period > 0 ? mass / period : arrivals.onPerSecond,
        peakPerSecond: Math.max(arrivals.onPerSecond, arrivals.offPerSecond),
      };
    }
    case 'files': {
      const mean = (arrivals.filesPerDay * arrivals.recordsPerFile) / secondsPerDay;
      return { meanPerSecond: mean, peakPerSecond: mean };
    }
    case 'recorded': {
      try {
        const rows = parseRecording(arrivals.csv);
        const rates = rows.map((row) => row.recordsPerSecond);
        return {
          meanPerSecond: rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length),
          peakPerSecond: rates.reduce((a, b) => Math.max(a, b), 0),
        };
      } catch {
        return { meanPerSecond: 0, peakPerSecond: 0 };
      }
    }
  }
}
