import type { RunResult, Series, SinkLatency } from '../kernel/run.ts';
import type { NetworkSpec } from '../kernel/station.ts';
import { getCompleteness } from './completeness.ts';
import { getWatermarks } from './watermarks.ts';

/** How old and how complete the data is in one place where it ends. */
export interface SinkFreshness {
  /** Node of the design. */
  node: string;
  name: string;
  /** Records that landed, of all sources. */
  landed: number;
  /** Age of the newest complete data over time, s. */
  lag: Series;
  meanLagSeconds: number;
  maxLagSeconds: number;
  endLagSeconds: number;
  /** How far the ages may be off, s. */
  errorSeconds: number;
  /** Of the landed records, those that came more than `lateAfterSeconds` after their event, 0–1. */
  lateShare: number;
  /** Of the records meant for this place: lost on the way, and still on the way at the end, 0–1. */
  lostShare: number;
  waitingShare: number;
}

export interface Freshness {
  /** A record counts as late when it lands longer after its event. */
  lateAfterSeconds: number;
  sinks: SinkFreshness[];
  /** How the figures come about, in plain words. */
  method: string;
}

/** What a record may take before it counts as late, unless the run says otherwise. */
export const defaultLateAfterSeconds = 300;

const method =
  'Age of the newest complete data: time since the last moment of which every record has landed, from the age of the oldest record each stage holds; data from before the run counts as complete. The maximum is an upper bound within the stated error. Late: share of the landed records that came longer after their event than the threshold: what they were late when sent and their whole way, from tagged records. Lost: dropped, expired or dead-lettered on the way, as a share of what was meant to arrive.';

/** A node and the stations it became, in the order records pass them. */
export interface SinkStations {
  node: string;
  name: string;
  stations: readonly string[];
}

/**
 * Freshness and completeness of every node where data ends.
 * @param nodes all nodes; those whose last station sends nothing on and gets something are sinks.
 */
export function getFreshness(
  network: NetworkSpec,
  run: RunResult,
  nodes: readonly SinkStations[],
  lateAfterSeconds: number = defaultLateAfterSeconds,
): Freshness {
  const senders = new Set(network.links.map((link) => link.from));
  const sources = new Set(network.sources.map((source) => source.id));
  const receivers = new Set(network.links.filter((link) => !sources.has(link.from)).map((link) => link.to));
  const eventAges = new Map(network.sources.map((source) => [source.id, source.eventAgeSeconds]));
  const marks = getWatermarks(network, run);
  const shares = getCompleteness(network, run);
  const sinks = nodes.flatMap(({ node, name, stations }): SinkFreshness[] => {
    const [first, last] = [stations[0], stations.at(-1)];
    if (first === undefined || last === undefined || senders.has(last) || !receivers.has(first)) return [];
    const { lag = getZero(run), errorSeconds = 0 } = marks.get(last) ?? {};
    const latencies = run.endToEnd
      .filter((item) => item.to === last)
      .map(({ from, counts }) => ({ counts, eventAgeSeconds: eventAges.get(from) }));
    return [
      {
        node,
        name,
        landed: run.stations.find((station) => station.id === last)?.totals.departed ?? 0,
        lag,
        meanLagSeconds: getMean(lag, run.durationSeconds),
        maxLagSeconds: lag.max.reduce((most, value) => Math.max(most, value), 0),
        endLagSeconds: lag.mean.at(-1) ?? 0,
        errorSeconds,
        lateShare: getLateShare(latencies, lateAfterSeconds),
        ...(shares.get(last) ?? { lostShare: 0, waitingShare: 0 }),
      },
    ];
  });
  return { lateAfterSeconds, sinks, method };
}

/**
 * Share of the records that came longer than a time after their event, which was `eventAgeSeconds` old
 * when its source sent it; inside a bin of the distribution records lie evenly.
 */
export function getLateShare(
  latencies: readonly (Pick<SinkLatency, 'counts'> & { eventAgeSeconds?: number | undefined })[],
  lateAfterSeconds: number,
): number {
  let all = 0;
  let late = 0;
  for (const { counts, eventAgeSeconds = 0 } of latencies) {
    const limit = lateAfterSeconds - eventAgeSeconds;
    counts.records.forEach((records, bin) => {
      all += records;
      const [low, high] = [counts.seconds[bin - 1] ?? 0, counts.seconds[bin] ?? 0];
      if (low >= limit && high > limit) late += records;
      else if (high > limit) late += (records * (high - limit)) / (high - low);
    });
  }
  return all > 0 ? late / all : 0;
}

function getZero({ stations }: RunResult): Series {
  const like = stations[0]?.ageSeconds;
  const zero = new Float64Array(like?.mean.length ?? 0);
  return { bucketSeconds: like?.bucketSeconds ?? 1, mean: zero, min: zero, max: zero };
}

/** Mean over time; the last bucket may be cut off by the end of the run. */
function getMean({ mean, bucketSeconds }: Series, durationSeconds: number): number {
  const sum = mean.reduce(
    (total, value, bucket) =>
      total + value * Math.max(0, Math.min(bucketSeconds, durationSeconds - bucket * bucketSeconds)),
    0,
  );
  return durationSeconds > 0 ? sum / durationSeconds : 0;
}
