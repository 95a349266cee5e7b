import type { Arrivals } from '../../shared/graph/design.ts';
import { type NumberLimit, numberLimits } from '../../shared/graph/value-limits.ts';
import { getRates } from '../../shared/simulator/model/workload-rates.ts';

export type Pattern = Arrivals['pattern'];

export const patternNames: Record<Pattern, { label: string; help: string }> = {
  constant: { label: 'Constant', help: 'The same rate all the time.' },
  poisson: { label: 'Poisson', help: 'Independent arrivals around a mean, drawn from the seed.' },
  ramp: { label: 'Ramp', help: 'From one rate to another, then steady.' },
  step: { label: 'Step', help: 'One rate, then another from a moment on.' },
  spike: { label: 'Spike', help: 'A base rate with one burst.' },
  daily: { label: 'Daily curve', help: 'A mean for each hour, repeated every day.' },
  weekly: { label: 'Weekly curve', help: 'A mean for each hour of each weekday, from Monday on.' },
  bursty: { label: 'On and off', help: 'Alternates between two rates.' },
  files: { label: 'Files', help: 'Files evenly over the day, each all at once.' },
  recorded: { label: 'Recorded', help: 'Measured rates from CSV, such as a CloudWatch export.' },
};

/** Shape of a usual working day: quiet at night, two peaks. */
const dayShape = [
  0.35, 0.28, 0.24, 0.22, 0.25, 0.35, 0.55, 0.8, 1.1, 1.35, 1.5, 1.55, 1.5, 1.45, 1.4, 1.4, 1.45, 1.55, 1.65,
  1.7, 1.5, 1.1, 0.75, 0.5,
];

/** Traffic of Monday to Sunday against the mean day. */
const weekShape = [1.1, 1.12, 1.12, 1.1, 1.06, 0.75, 0.75];

const round = (value: number): number => Number(value.toPrecision(3));

/** A rate made from another one stays possible. */
const toRate = (value: number): number => Math.min(round(value), numberLimits.ratePerSecond.most);

/** Another pattern with about the same mean rate: switching loses as little as possible. */
export function convertArrivals(arrivals: Arrivals, pattern: Pattern): Arrivals {
  const mean = getMean(arrivals);
  switch (pattern) {
    case 'constant':
    case 'poisson':
      return { pattern, ratePerSecond: mean };
    case 'ramp':
      return { pattern, fromPerSecond: toRate(mean / 10), toPerSecond: mean, rampSeconds: 1800 };
    case 'step':
      return { pattern, beforePerSecond: mean, afterPerSecond: toRate(mean * 2), atSeconds: 1800 };
    case 'spike':
      return {
        pattern,
        basePerSecond: mean,
        peakPerSecond: toRate(mean * 5),
        atSeconds: 1200,
        lengthSeconds: 300,
      };
    case 'daily':
      return { pattern, hourlyPerSecond: dayShape.map((share) => toRate(share * mean)) };
    case 'weekly': {
      const day =
        arrivals.pattern === 'daily' ? arrivals.hourlyPerSecond : dayShape.map((share) => share * mean);
      return {
        pattern,
        hourlyPerSecond: weekShape.flatMap((factor) => day.map((rate) => toRate(rate * factor))),
        ...(arrivals.pattern === 'daily' && arrivals.spread?.length === 1 && { spread: arrivals.spread }),
      };
    }
    case 'bursty':
      return { pattern, onPerSecond: toRate(mean * 2), onSeconds: 60, offPerSecond: 0, offSeconds: 60 };
    case 'files':
      return {
        pattern,
        filesPerDay: 24,
        recordsPerFile: Math.min(
          Math.max(1, Math.round((mean * 86_400) / 24)),
          numberLimits.recordsPerFile.most,
        ),
      };
    case 'recorded':
      return {
        pattern,
        csv: `seconds,recordsPerSecond\n0,${mean}\n1800,${toRate(mean * 2)}\n3600,${mean}\n`,
      };
  }
}

function getMean(arrivals: Arrivals): number {
  try {
    return toRate(getRates(arrivals).meanPerSecond) || 100;
  } catch {
    // A recording that cannot be read has no mean.
    return 100;
  }
}

/** A number of a pattern: its member, label, unit and limit. */
export interface ArrivalField {
  name: string;
  label: string;
  unit: string;
  limit: NumberLimit;
}

const rate = (name: string, label: string): ArrivalField => ({
  name,
  label,
  unit: 'records/s',
  limit: numberLimits.ratePerSecond,
});
const time = (name: string, label: string): ArrivalField => ({
  name,
  label,
  unit: 's',
  limit: numberLimits.seconds,
});

/** Numbers to ask for; daily and weekly curves and recordings have editors of their own. */
export const arrivalFields: Record<Pattern, readonly ArrivalField[]> = {
  constant: [rate('ratePerSecond', 'Rate')],
  poisson: [rate('ratePerSecond', 'Mean rate')],
  ramp: [rate('fromPerSecond', 'From'), rate('toPerSecond', 'To'), time('rampSeconds', 'Over')],
  step: [rate('beforePerSecond', 'Before'), rate('afterPerSecond', 'After'), time('atSeconds', 'At')],
  spike: [
    rate('basePerSecond', 'Base'),
    rate('peakPerSecond', 'Peak'),
    time('atSeconds', 'At'),
    time('lengthSeconds', 'Lasting'),
  ],
  bursty: [
    rate('onPerSecond', 'On'),
    time('onSeconds', 'For'),
    rate('offPerSecond', 'Off'),
    time('offSeconds', 'For'),
  ],
  files: [
    { name: 'filesPerDay', label: 'Files', unit: 'per day', limit: numberLimits.filesPerDay },
    { name: 'recordsPerFile', label: 'Records', unit: 'per file', limit: numberLimits.recordsPerFile },
  ],
  daily: [],
  weekly: [],
  recorded: [],
};
