import type { Arrivals, Workload } from '../../graph/design.ts';
import { parseRecording, type RecordedRate } from './parse-recording.ts';

const secondsPerDay = 86_400;

/** Records per second over a pattern's own period. */
export interface Rates {
  meanPerSecond: number;
  peakPerSecond: number;
}

/** Rates of a workload as sent: what the sender sends once more counts too. */
export function getWorkloadRates({ arrivals, duplicateShare }: Workload): Rates {
  const { meanPerSecond, peakPerSecond } = getRates(arrivals);
  const factor = 1 + (duplicateShare ?? 0);
  return { meanPerSecond: meanPerSecond * factor, peakPerSecond: peakPerSecond * factor };
}

/** Mean and highest rate of a pattern. With a spread the highest is two standard deviations above. */
export function getRates(arrivals: Arrivals): Rates {
  switch (arrivals.pattern) {
    case 'constant':
    case 'poisson':
      return { meanPerSecond: arrivals.ratePerSecond, peakPerSecond: arrivals.ratePerSecond };
    case 'ramp':
      return getEndRates(arrivals.toPerSecond, arrivals.fromPerSecond);
    case 'step':
      return getEndRates(arrivals.afterPerSecond, arrivals.beforePerSecond);
    case 'spike':
      return getEndRates(arrivals.basePerSecond, arrivals.peakPerSecond);
    case 'daily':
    case 'weekly': {
      const { hourlyPerSecond: hours, spread = [0] } = arrivals;
      return {
        meanPerSecond: hours.reduce((sum, rate) => sum + rate, 0) / Math.max(1, hours.length),
        peakPerSecond: hours.reduce(
          (peak, rate, hour) => Math.max(peak, rate * (1 + 2 * (spread[hour % spread.length] ?? 0))),
          0,
        ),
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
    case 'recorded':
      try {
        return getRecordedRates(parseRecording(arrivals.csv, arrivals.counts));
      } catch {
        // A finding of its own says what is wrong with the recording.
        return { meanPerSecond: 0, peakPerSecond: 0 };
      }
  }
}

/** The mean is where the pattern ends up, the peak the higher of its two rates. */
function getEndRates(meanPerSecond: number, otherPerSecond: number): Rates {
  return { meanPerSecond, peakPerSecond: Math.max(meanPerSecond, otherPerSecond) };
}

function getRecordedRates(rows: readonly RecordedRate[]): Rates {
  return {
    meanPerSecond: rows.reduce((sum, row) => sum + row.recordsPerSecond, 0) / Math.max(1, rows.length),
    peakPerSecond: rows.reduce((peak, row) => Math.max(peak, row.recordsPerSecond), 0),
  };
}
