import type { BindingLimit } from './binding-limit.ts';
import type { HoldingStage } from './holding-stages.ts';
import type { Distribution, Series, StationResult, Totals } from '../kernel/run.ts';

/** Series of a node or edge over the run, in the order they are reported. */
export const seriesNames = [
  'arrivalRate',
  'throughput',
  'throttledRate',
  'lossRate',
  'backlog',
  'utilization',
  'ageSeconds',
] as const;

export type SeriesName = (typeof seriesNames)[number];

/** What happened in one node or on one edge, all its stations together. */
export interface OwnerSummary {
  id: string;
  name: string;
  /** Station ids in the order records pass them. */
  stations: string[];
  arrivalRate: Series;
  throughput: Series;
  throttledRate: Series;
  lossRate: Series;
  /** Waiting in all stations. */
  backlog: Series;
  /** Of the busiest station. */
  utilization: Series;
  /** Oldest record waiting in any station, s. */
  ageSeconds: Series;
  totals: Totals;
  totalBytes: Totals;
  /** Mean time a record spends here, s: the stations' means added up, which is exact. */
  meanSojournSeconds: number;
  /** Percentiles of the slowest station; percentiles of several stations must not be added. */
  slowest: { station: string; sojourn: Distribution } | undefined;
  /** Mean and highest utilization over the run and the limit that binds, when there is one. */
  meanUtilization: number;
  peakUtilization: number;
  bindingLimit?: string;
  /** The binding limit with its formula, figures and sources. */
  limit?: BindingLimit;
  /** Stages that take time by design, the longest first. */
  holding?: readonly HoldingStage[];
  assumptions: readonly string[];
}

/**
 * Rolls the stations of one node or edge up to one row.
 * @param stations in the order records pass them; at least one.
 */
export function summarizeOwner(
  id: string,
  name: string,
  stations: readonly StationResult[],
  assumptions: readonly string[],
): OwnerSummary {
  const first = stations[0];
  const last = stations.at(-1);
  if (!first || !last) throw new Error(`"${name}" has no stations to summarize.`);
  const busiest = stations.reduce(
    (best, station) => (getPeak(station.utilization) > getPeak(best.utilization) ? station : best),
    first,
  );
  const slowest = stations.reduce(
    (best, station) => (station.sojourn.p99 > best.sojourn.p99 ? station : best),
    first,
  );
  return {
    id,
    name,
    stations: stations.map((station) => station.id),
    arrivalRate: first.arrivalRate,
    throughput: last.throughput,
    throttledRate: combine(stations, (station) => station.throttledRate, add),
    lossRate: combine(stations, (station) => station.lossRate, add),
    backlog: combine(stations, (station) => station.backlog, add),
    utilization: combine(stations, (station) => station.utilization, Math.max),
    ageSeconds: combine(stations, (station) => station.ageSeconds, Math.max),
    totals: rollTotals(stations.map((station) => station.totals)),
    totalBytes: rollTotals(stations.map((station) => station.totalBytes)),
    meanSojournSeconds: stations.reduce((sum, station) => sum + station.sojourn.mean, 0),
    slowest: slowest.sojourn.count > 0 ? { station: slowest.label, sojourn: slowest.sojourn } : undefined,
    meanUtilization: getMean(busiest.utilization),
    peakUtilization: getPeak(busiest.utilization),
    ...(busiest.bindingLimit !== undefined && { bindingLimit: busiest.bindingLimit }),
    assumptions,
  };
}

const add = (a: number, b: number): number => a + b;

/** Bucket by bucket; min and max of a sum are bounds (all minima, all maxima at once). */
function combine(
  stations: readonly StationResult[],
  pick: (station: StationResult) => Series,
  operation: (a: number, b: number) => number,
): Series {
  const [first, ...rest] = stations.map(pick);
  if (!first) throw new Error('There is no series to combine.');
  if (rest.length === 0) return first;
  const result: Series = {
    bucketSeconds: first.bucketSeconds,
    mean: first.mean.slice(),
    min: first.min.slice(),
    max: first.max.slice(),
  };
  for (const series of rest) {
    for (const part of ['mean', 'min', 'max'] as const) {
      const into = result[part];
      for (let index = 0; index < into.length; index += 1) {
        into[index] = operation(into[index] ?? 0, series[part][index] ?? 0);
      }
    }
  }
  return result;
}

/** In at the front, out at the back, everything else summed over the stations. */
function rollTotals(totals: readonly Totals[]): Totals {
  const sum = (pick: (item: Totals) => number): number =>
    totals.reduce((total, item) => total + pick(item), 0);
  return {
    arrived: totals[0]?.arrived ?? 0,
    departed: totals.at(-1)?.departed ?? 0,
    throttled: sum((item) => item.throttled),
    dropped: sum((item) => item.dropped),
    expired: sum((item) => item.expired),
    deadLettered: sum((item) => item.deadLettered),
    backlog: sum((item) => item.backlog),
    inFlight: sum((item) => item.inFlight),
  };
}

function getPeak(series: Series): number {
  return series.max.reduce((peak, value) => Math.max(peak, value), 0);
}

function getMean(series: Series): number {
  return series.mean.length === 0 ? 0 : series.mean.reduce(add, 0) / series.mean.length;
}
