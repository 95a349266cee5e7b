import type { RunResult, Series } from '../kernel/run.ts';
import type { NetworkSpec } from '../kernel/station.ts';
import { getTopology } from '../kernel/topology.ts';
import { getHeldTime, type HeldTime } from './held-time.ts';

/** How far what has left a station is behind the sources, over time. */
export interface Watermark {
  /** Lag in s; absent where nothing before and in the station holds anything back. */
  lag: Series | undefined;
  /** How far the lag may be off, s. */
  errorSeconds: number;
}

const upToDate: Watermark = { lag: undefined, errorSeconds: 0 };

/**
 * The lag behind the sources after every station. With `held(t)` the age of the oldest record a
 * station holds, all that came before `t − held(t)` has left, so
 * `lag(t) = held(t) + lag of the inputs at t − held(t)`; of several inputs the one furthest behind counts.
 * The maximum adds the longest hold of a bucket to the longest lag of its input and is an upper bound.
 */
export function getWatermarks(network: NetworkSpec, run: RunResult): ReadonlyMap<string, Watermark> {
  const { stations, feedback } = getTopology(network);
  const results = new Map(run.stations.map((station) => [station.id, station]));
  const inputs = new Map<string, string[]>();
  for (const link of network.links) {
    // What leads back is old by design and says nothing of new data.
    if (!feedback.has(link.id)) inputs.set(link.to, [...(inputs.get(link.to) ?? []), link.from]);
  }
  const marks = new Map<string, Watermark>();
  for (const { id, eventAgeSeconds } of network.sources) {
    if (eventAgeSeconds !== undefined && eventAgeSeconds > 0)
      marks.set(id, { lag: getEventAge(eventAgeSeconds, run), errorSeconds: 0 });
  }
  for (const spec of stations) {
    const result = results.get(spec.id);
    const input = (inputs.get(spec.id) ?? [])
      .map((id) => marks.get(id) ?? upToDate)
      .reduce(joinInputs, upToDate);
    const held = result && getHeldTime(spec, result, run);
    marks.set(spec.id, held && result ? addHeld(input, held, result.ageSeconds.bucketSeconds, run) : input);
  }
  return marks;
}

/** Lag of a source that tells of old events; nothing is older than the run. */
function getEventAge(eventAgeSeconds: number, run: RunResult): Series | undefined {
  const like = run.stations[0]?.ageSeconds;
  if (!like) return undefined;
  const width = like.bucketSeconds;
  const mean = like.mean.map((_, bucket) =>
    Math.min(eventAgeSeconds, (bucket + 0.5) * width, run.durationSeconds),
  );
  const max = like.mean.map((_, bucket) =>
    Math.min(eventAgeSeconds, (bucket + 1) * width, run.durationSeconds),
  );
  return { bucketSeconds: width, mean, min: mean, max };
}

function joinInputs(first: Watermark, second: Watermark): Watermark {
  if (!first.lag) return second;
  if (!second.lag || first.lag === second.lag) return first;
  const { lag, errorSeconds } = second;
  return {
    lag: {
      bucketSeconds: lag.bucketSeconds,
      mean: first.lag.mean.map((value, bucket) => Math.max(value, lag.mean[bucket] ?? 0)),
      min: first.lag.min.map((value, bucket) => Math.max(value, lag.min[bucket] ?? 0)),
      max: first.lag.max.map((value, bucket) => Math.max(value, lag.max[bucket] ?? 0)),
    },
    errorSeconds: Math.max(first.errorSeconds, errorSeconds),
  };
}

/** First the waiting, then the fixed part; nothing is older than the run. */
function addHeld(input: Watermark, held: HeldTime, width: number, run: RunResult): Watermark {
  const waited = shift(input.lag, held.mean, held.max, width, run.durationSeconds);
  const waits = held.max.some((value) => value > 0);
  const fixed = held.mean.map(() => held.fixedSeconds);
  return {
    lag: held.fixedSeconds > 0 ? shift(waited, fixed, fixed, width, run.durationSeconds) : waited,
    // A hold that is the same for all is known exactly; one that changes is known by the bucket.
    errorSeconds: input.errorSeconds + (waits ? width : 0) + run.stepSeconds,
  };
}

function shift(
  input: Series | undefined,
  mean: Float64Array,
  max: Float64Array,
  width: number,
  durationSeconds: number,
): Series {
  const read = (values: Float64Array | undefined, seconds: number): number =>
    seconds < 0 || !values ? 0 : (values[Math.min(values.length - 1, Math.floor(seconds / width))] ?? 0);
  const means = mean.map((hold, bucket) => {
    const middle = Math.min((bucket + 0.5) * width, durationSeconds);
    return Math.min(middle, hold + read(input?.mean, middle - hold));
  });
  const peaks = max.map((hold, bucket) => {
    const end = Math.min((bucket + 1) * width, durationSeconds);
    return Math.min(end, hold + read(input?.max, end - hold - width / 2));
  });
  return { bucketSeconds: width, mean: means, min: means, max: peaks };
}
