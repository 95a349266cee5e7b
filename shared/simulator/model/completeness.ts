import type { RunResult } from '../kernel/run.ts';
import type { NetworkSpec } from '../kernel/station.ts';
import { getTopology } from '../kernel/topology.ts';

/** What became of the records on their way through a station and all before it; the rest has passed. */
export interface Completeness {
  /** Dropped, expired or dead-lettered on the way, 0–1. */
  lostShare: number;
  /** On the way when the run ended, 0–1. */
  waitingShare: number;
}

/**
 * Follows shares, not counts, so records that are copied, filtered or transformed on the way stay
 * comparable. Where flows meet, each counts with what it would have brought had nothing been lost.
 */
export function getCompleteness(network: NetworkSpec, run: RunResult): ReadonlyMap<string, Completeness> {
  const { stations, feedback } = getTopology(network);
  const results = new Map(run.stations.map((station) => [station.id, station]));
  const carried = new Map(run.links.map((link) => [link.id, link.records]));
  const inputs = new Map<string, { from: string; records: number }[]>();
  for (const { id, from, to } of network.links) {
    if (feedback.has(id)) continue;
    inputs.set(to, [...(inputs.get(to) ?? []), { from, records: carried.get(id) ?? 0 }]);
  }
  const shares = new Map<string, Completeness>();
  for (const { id } of stations) {
    const flows = (inputs.get(id) ?? []).map(({ from, records }) => ({
      records,
      share: shares.get(from) ?? whole,
    }));
    const before = mix(flows);
    const totals = results.get(id)?.totals;
    const arrived = totals?.arrived ?? 0;
    const passed = 1 - before.lostShare - before.waitingShare;
    const part = (records: number): number => (arrived > 0 ? passed * Math.min(1, records / arrived) : 0);
    shares.set(id, {
      lostShare:
        before.lostShare + (totals ? part(totals.dropped + totals.expired + totals.deadLettered) : 0),
      waitingShare: before.waitingShare + (totals ? part(totals.backlog + totals.inFlight) : 0),
    });
  }
  return shares;
}

const whole: Completeness = { lostShare: 0, waitingShare: 0 };

function mix(flows: readonly { records: number; share: Completeness }[]): Completeness {
  if (flows.length === 0) return whole;
  const weighed = flows.map(({ records, share }) => {
    const passed = 1 - share.lostShare - share.waitingShare;
    return { share, weight: passed > 1e-9 ? records / passed : 0 };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const average = (pick: (share: Completeness) => number): number =>
    weighed.reduce(
      (sum, { share, weight }) => sum + pick(share) * (total > 0 ? weight / total : 1 / weighed.length),
      0,
    );
  return {
    lostShare: average((share) => share.lostShare),
    waitingShare: average((share) => share.waitingShare),
  };
}
