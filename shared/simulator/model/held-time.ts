import type { RunResult, Series, StationResult } from '../kernel/run.ts';
import type { StationSpec } from '../kernel/station.ts';

/** How long a station holds back the oldest record that has not left it, by bucket, s. */
export interface HeldTime {
  mean: Float64Array;
  max: Float64Array;
  /** Part of every record's time that comes after the waiting and is the same for all, s. */
  fixedSeconds: number;
}

/**
 * Reads it off what the run recorded: the age of the oldest record waiting, which is exact to a step.
 * What senders keep after a refusal, running jobs and the exact engine have no age recorded; there the
 * curves of what came and what left are compared, exact at the borders of the buckets when records leave in order.
 * @returns undefined when nothing was ever held.
 */
export function getHeldTime(
  spec: StationSpec,
  station: StationResult,
  run: Pick<RunResult, 'stepSeconds' | 'durationSeconds'>,
): HeldTime | undefined {
  const { ageSeconds: age } = station;
  // The exact engine has no step and counts service as presence; the curves hold it all.
  const isExact = run.stepSeconds === 0;
  const fixedSeconds = isExact ? 0 : Math.max(0, station.sojourn.mean - station.waiting.mean);
  const isKeptBySenders =
    station.totals.throttled > 0 && spec.admission?.some((gate) => gate.onRefuse === 'retry');
  const usesCurves =
    (isExact || spec.job !== undefined || isKeptBySenders === true) && station.totals.deadLettered === 0;
  if (!usesCurves) {
    const isHeld = fixedSeconds > 0 || age.max.some((value) => value > 0);
    return isHeld ? { mean: age.mean, max: age.max, fixedSeconds } : undefined;
  }
  const ends = compareCurves(spec, station, run.durationSeconds);
  const mean = age.mean.map((value, bucket) =>
    Math.max(value, ((ends[bucket] ?? 0) + (ends[bucket + 1] ?? 0)) / 2),
  );
  const max = age.max.map((value, bucket) => Math.max(value, ends[bucket] ?? 0, ends[bucket + 1] ?? 0));
  return max.some((value) => value > 0) || fixedSeconds > 0 ? { mean, max, fixedSeconds } : undefined;
}

/** At each border of the buckets: how long ago the oldest record came that has not left, in order of arrival. */
function compareCurves(spec: StationSpec, station: StationResult, durationSeconds: number): Float64Array {
  const gain = (spec.transform?.recordsPerRecord ?? 1) / (spec.joinCopies ?? 1);
  const arrived = accumulate(station.arrivalRate, durationSeconds);
  const departed = accumulate(station.throughput, durationSeconds);
  const lost = accumulate(station.lossRate, durationSeconds);
  const width = station.arrivalRate.bucketSeconds;
  const ages = new Float64Array(arrived.length);
  if (gain <= 0) return ages;
  let before = 0;
  for (let border = 1; border < arrived.length; border += 1) {
    const came = arrived[border] ?? 0;
    const gone = (departed[border] ?? 0) / gain + (lost[border] ?? 0);
    // Rounding of sums, not records.
    if (came - gone <= 1e-9 * came + 1e-6) continue;
    while ((arrived[before + 1] ?? Infinity) <= gone + 1e-6) before += 1;
    const from = arrived[before] ?? 0;
    const share = Math.max(0, gone - from) / ((arrived[before + 1] ?? came) - from);
    ages[border] = Math.min(border * width, durationSeconds) - (before + share) * width;
  }
  return ages;
}

/** Records up to each border of the buckets, 0 first; the last bucket may be cut off by the end. */
function accumulate(rate: Series, durationSeconds: number): Float64Array {
  const sums = new Float64Array(rate.mean.length + 1);
  rate.mean.forEach((value, bucket) => {
    const width = Math.max(0, Math.min(rate.bucketSeconds, durationSeconds - bucket * rate.bucketSeconds));
    sums[bucket + 1] = (sums[bucket] ?? 0) + value * width;
  });
  return sums;
}
