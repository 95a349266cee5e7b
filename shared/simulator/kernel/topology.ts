import { NetworkError } from './network-error.ts';
import type { LinkSpec, NetworkSpec, StationSpec } from './station.ts';

/** Order of work that does not depend on how the network was written down. */
export interface Topology {
  /** Stations, senders before receivers apart from feedback; ties by id. */
  stations: StationSpec[];
  /** Ids of links that lead back; their flow arrives one step later. */
  feedback: ReadonlySet<string>;
  /** Mass that passes each station per record of all sources, an upper bound. */
  largestGain: number;
  /** Stations visited by one record of each source and all its copies, together. */
  visits: number;
}

/** Share of the sender's output that a link carries: 1 for copies, weight over the sum for splits. */
export function getLinkShares(network: NetworkSpec): Map<string, number> {
  const shares = new Map<string, number>();
  const bySender = groupBySender(network.links);
  const splitting = new Set(network.stations.filter((s) => s.fanOut === 'split').map((s) => s.id));
  for (const [sender, links] of bySender) {
    const outputs = links.filter((link) => link.carries !== 'dead-letter');
    const sum = outputs.reduce((total, link) => total + (link.weight ?? 1), 0);
    for (const link of links) {
      const split = splitting.has(sender) && link.carries !== 'dead-letter';
      shares.set(link.id, split ? (sum > 0 ? (link.weight ?? 1) / sum : 1 / outputs.length) : 1);
    }
  }
  return shares;
}

/** Orders the stations and cuts cycles. Throws NetworkError when a cycle multiplies its own flow. */
export function getTopology(network: NetworkSpec): Topology {
  const byId = new Map(network.stations.map((station) => [station.id, station]));
  const links = groupBySender(network.links);
  const feedback = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const order: StationSpec[] = [];
  const starts = network.sources.map((source) => source.id).sort();
  const all = [...starts, ...[...byId.keys()].sort()];
  for (const start of all) {
    visit(start, links, state, feedback, (id) => {
      const station = byId.get(id);
      if (station !== undefined) {
        order.push(station);
      }
    });
  }
  order.reverse();
  return { stations: order, feedback, ...getGains(network, order) };
}

/** Depth-first without recursion: a chain of thousands of stations must not overflow the stack. */
function visit(
  start: string,
  links: ReadonlyMap<string, LinkSpec[]>,
  state: Map<string, 'open' | 'done'>,
  feedback: Set<string>,
  finish: (id: string) => void,
): void {
  if (state.has(start)) {
    return;
  }
  const stack = [{ id: start, next: 0 }];
  state.set(start, 'open');
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as { id: string; next: number };
    const link = links.get(top.id)?.[top.next];
    if (link === undefined) {
      state.set(top.id, 'done');
      finish(top.id);
      stack.pop();
      continue;
    }
    top.next++;
    const seen = state.get(link.to);
    if (seen === 'open') {
      feedback.add(link.id);
    } else if (seen === undefined) {
      state.set(link.to, 'open');
      stack.push({ id: link.to, next: 0 });
    }
  }
}

function groupBySender(links: readonly LinkSpec[]): Map<string, LinkSpec[]> {
  const groups = new Map<string, LinkSpec[]>();
  // Sorted by target first: link ids may be numbered by position in a document.
  const sorted = [...links].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.id < b.id ? -1 : 1));
  for (const link of sorted) {
    const group = groups.get(link.from);
    if (group === undefined) {
      groups.set(link.from, [link]);
    } else {
      group.push(link);
    }
  }
  return groups;
}

/** A flow so many times its source's is one that grows without end. */
const GROWTH_WITHOUT_END = 1e9;
const MOST_ROUNDS = 20_000;

/** Largest amplification by copies, selectivity and cycles; iterates the flow until it settles. */
function getGains(
  network: NetworkSpec,
  order: readonly StationSpec[],
): { largestGain: number; visits: number } {
  const shares = getLinkShares(network);
  const index = new Map(order.map((station, i) => [station.id, i]));
  let flow = new Float64Array(order.length);
  const entry = new Float64Array(order.length);
  for (const source of network.sources) {
    for (const link of network.links) {
      const to = index.get(link.to);
      if (link.from === source.id && to !== undefined) {
        entry[to] = (entry[to] as number) + 1;
      }
    }
  }
  const steps = network.links.flatMap((link) => {
    const [from, to] = [index.get(link.from), index.get(link.to)];
    const station = from === undefined ? undefined : order[from];
    if (from === undefined || to === undefined || station === undefined) {
      return [];
    }
    const gain = (station.transform?.recordsPerRecord ?? 1) / (station.joinCopies ?? 1);
    return [{ from, to, carried: link.carries === 'dead-letter' ? 1 : gain * (shares.get(link.id) ?? 1) }];
  });
  // Without cycles the flow settles in as many rounds as there are stations; a cycle that returns 1 %
  // more than it receives needs some 2,000 turns to be told from one that returns a little less.
  const rounds = order.length * 4 + MOST_ROUNDS;
  let largest = 1;
  flow = Float64Array.from(entry);
  for (let round = 0; round < rounds && largest <= GROWTH_WITHOUT_END; round++) {
    const next = Float64Array.from(entry);
    let change = 0;
    for (const { from, to, carried } of steps) {
      next[to] = (next[to] as number) + (flow[from] as number) * carried;
    }
    for (let i = 0; i < next.length; i++) {
      const value = next[i] as number;
      change = Math.max(change, Math.abs(value - (flow[i] as number)));
      largest = Math.max(largest, value);
    }
    flow = next;
    if (change <= 1e-9 * largest) {
      break;
    }
  }
  // Slowly converging (gain just under 1) is fine; growth without end is not.
  if (largest > GROWTH_WITHOUT_END) {
    throw new NetworkError(
      '',
      'a cycle returns more than it receives (gain above one): its flow would grow without end',
    );
  }
  return { largestGain: largest, visits: flow.reduce((sum, value) => sum + value, 0) };
}
