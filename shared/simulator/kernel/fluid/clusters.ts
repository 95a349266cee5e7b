import type { FluidLink, FluidNetwork, FluidSource, SharedGroup } from './network.ts';

/**
 * Stations that must move together: a full queue holds back its senders, readers share a limit,
 * lanes run on from one station to the next, or a link leads back. Most clusters are one station.
 */
export interface Cluster {
  /** Places in the network's sources and stations, in the order of work. */
  sources: number[];
  stations: number[];
  groups: SharedGroup[];
  feedback: FluidLink[];
  /** Links that bring flow from earlier clusters, and those that carry it on to later ones. */
  incoming: FluidLink[];
  outgoing: FluidLink[];
  /** Places of all links that leave a member. */
  links: number[];
  /** Steps made, for draws. */
  steps: number;
}

/** Cuts the network into clusters, senders before receivers. */
export function buildClusters(network: FluidNetwork): Cluster[] {
  const { sources, stations, links, groups } = network;
  const place = new Map<string, number>();
  sources.forEach((source, i) => place.set(source.spec.id, i));
  stations.forEach((station, i) => place.set(station.spec.id, sources.length + i));
  const placeOf = (id: string): number => place.get(id) ?? -1;
  const next: number[][] = Array.from({ length: place.size }, () => []);
  const join = (from: number, to: number): void => {
    next[from]?.push(to);
  };
  for (const link of links) {
    const from = placeOf(link.spec.from);
    const to = placeOf(link.spec.to);
    join(from, to);
    if (link.lanewise || link.target.isBlocking) {
      join(to, from);
    }
  }
  for (const group of groups) {
    const members = group.members.map((member) => placeOf(member.spec.id));
    members.forEach((member, i) => join(member, members[(i + 1) % members.length] as number));
  }
  const component = getComponents(next);
  const clusters = new Map<number, Cluster>();
  const clusterOf = (id: string): Cluster => clusters.get(component[placeOf(id)] as number) as Cluster;
  for (const i of [...new Set(component)].sort((a, b) => a - b)) {
    clusters.set(i, {
      sources: [],
      stations: [],
      groups: [],
      feedback: [],
      incoming: [],
      outgoing: [],
      links: [],
      steps: 0,
    });
  }
  sources.forEach((source: FluidSource, i) => clusterOf(source.spec.id).sources.push(i));
  stations.forEach((station, i) => clusterOf(station.spec.id).stations.push(i));
  groups.forEach((group) => clusterOf(group.members[0]?.spec.id ?? '').groups.push(group));
  links.forEach((link, i) => {
    const from = clusterOf(link.spec.from);
    const to = clusterOf(link.spec.to);
    from.links.push(i);
    link.place = to.stations.indexOf(placeOf(link.spec.to) - sources.length);
    if (link.feedback) {
      from.feedback.push(link);
    } else if (from !== to) {
      from.outgoing.push(link);
      to.incoming.push(link);
    }
  });
  return [...clusters.values()];
}

/** Strongly connected components by two depth-first passes, numbered senders first (Kosaraju). */
function getComponents(next: readonly (readonly number[])[]): number[] {
  const back: number[][] = next.map(() => []);
  next.forEach((targets, from) => targets.forEach((to) => back[to]?.push(from)));
  const finished: number[] = [];
  const seen = new Uint8Array(next.length);
  for (let i = 0; i < next.length; i++) {
    walk(i, next, seen, finished);
  }
  const component = new Array<number>(next.length).fill(-1);
  seen.fill(0);
  let number = 0;
  for (let i = finished.length - 1; i >= 0; i--) {
    const reached: number[] = [];
    walk(finished[i] as number, back, seen, reached);
    for (const member of reached) {
      component[member] = number;
    }
    number += reached.length > 0 ? 1 : 0;
  }
  return component;
}

/** Depth-first from one place over what is not seen yet; adds the places in the order they are done. */
function walk(
  start: number,
  next: readonly (readonly number[])[],
  seen: Uint8Array,
  finished: number[],
): void {
  if (seen[start] === 1) {
    return;
  }
  seen[start] = 1;
  const stack = [{ place: start, at: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as { place: number; at: number };
    const to = next[top.place]?.[top.at++];
    if (to === undefined) {
      finished.push(top.place);
      stack.pop();
    } else if (seen[to] === 0) {
      seen[to] = 1;
      stack.push({ place: to, at: 0 });
    }
  }
}
