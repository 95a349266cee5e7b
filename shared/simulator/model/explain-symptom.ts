import type { Design } from '../../graph/design.ts';
import type { Series } from '../kernel/run.ts';
import type { BindingLimit } from './binding-limit.ts';
import type { HoldingStage } from './holding-stages.ts';
import { getCarryingEdges } from './carrying-edges.ts';
import type { OwnerSummary } from './summary.ts';

/** What a user can ask about a node. */
export const symptoms = ['throttling', 'age', 'loss', 'latency'] as const;
export type Symptom = (typeof symptoms)[number];

/** The part of a simulation result that an explanation reads. */
export interface ExplainedRun {
  nodes: readonly OwnerSummary[];
  edges: readonly OwnerSummary[];
}

/** One node or edge that shows the symptom or runs at a limit. */
export interface CauseLink {
  id: string;
  name: string;
  /** Where it lies as seen from the node asked about. */
  direction: 'here' | 'upstream' | 'downstream';
  /** Edges walked to get here. */
  distance: number;
  /** Refused attempts, oldest age in s, records lost, or mean time in s, by the symptom. */
  value: number;
  /** Part of the sum over all links found, 0–1. */
  share: number;
  /** Mean rates over the run, records/s. */
  offeredPerSecond: number;
  passedPerSecond: number;
  peakUtilization: number;
  bindingLimit?: string;
  /** The binding limit with its formula, figures and sources. */
  limit?: BindingLimit;
  /** Stages that take time by design, the longest first; for age and latency. */
  holding?: readonly HoldingStage[];
}

/** A limit counts as reached from this utilization on. */
const fullUtilization = 0.99;
/** What is less of the whole than this explains nothing, unless it runs at a limit. */
const leastShare = 0.01;

type Walker = (id: string, direction: CauseLink['direction'], distance: number) => boolean;

/**
 * Walks the edges that carry records both ways from a node. Upstream everything that shows the symptom
 * or runs at a limit counts; downstream only an unbroken chain of full stations does, for it holds back
 * what comes before it, and what readers of the node itself lose or keep waiting.
 * @returns the largest share first, for age, which does not add up, the nearest first; empty when nothing is found.
 */
export function explainSymptom(
  design: Pick<Design, 'nodes' | 'edges'>,
  run: ExplainedRun,
  node: string,
  symptom: Symptom,
): CauseLink[] {
  const owners = new Map([...run.nodes, ...run.edges].map((owner) => [owner.id, owner]));
  const edges = getCarryingEdges(design);
  const found = new Map<string, CauseLink>();
  const add: Walker = (id, direction, distance) => {
    const owner = owners.get(id);
    if (!owner) return false;
    const value = measure(owner, symptom);
    const isShown = isFull(owner) || (value > 0 && (direction !== 'downstream' || distance === 1));
    if (isShown && !found.has(id)) found.set(id, describe(owner, direction, distance, symptom));
    return isFull(owner);
  };
  add(node, 'here', 0);
  walkUpstream(edges, node, add);
  walkDownstream(edges, node, owners, add);
  return rank([...found.values()], symptom);
}

type Edges = readonly Pick<Design['edges'][number], 'id' | 'source' | 'target'>[];

function walkUpstream(edges: Edges, node: string, add: Walker): void {
  const seen = new Set([node]);
  let front = [node];
  for (let distance = 1; front.length > 0; distance += 1) {
    const next: string[] = [];
    for (const edge of edges) {
      if (!front.includes(edge.target)) continue;
      add(edge.id, 'upstream', distance);
      if (seen.has(edge.source)) continue;
      seen.add(edge.source);
      add(edge.source, 'upstream', distance);
      next.push(edge.source);
    }
    front = next;
  }
}

/** An edge without stations of its own hands on what its target refuses. */
function walkDownstream(
  edges: Edges,
  node: string,
  owners: ReadonlyMap<string, OwnerSummary>,
  add: Walker,
): void {
  const seen = new Set([node]);
  let front = [node];
  for (let distance = 1; front.length > 0; distance += 1) {
    const next: string[] = [];
    for (const edge of edges) {
      if (!front.includes(edge.source)) continue;
      const edgeIsFull = add(edge.id, 'downstream', distance);
      if (owners.has(edge.id) && !edgeIsFull) continue;
      if (seen.has(edge.target)) continue;
      seen.add(edge.target);
      const target = owners.get(edge.target);
      if (!target || !isFull(target)) continue;
      add(edge.target, 'downstream', distance);
      next.push(edge.target);
    }
    front = next;
  }
}

function rank(links: readonly CauseLink[], symptom: Symptom): CauseLink[] {
  const sum = links.reduce((total, link) => total + link.value, 0);
  return links
    .map((link) => ({ ...link, share: sum > 0 ? link.value / sum : 0 }))
    .filter((link) => link.share >= leastShare || isFull(link))
    .sort((a, b) => (symptom === 'age' ? 0 : b.share - a.share) || a.distance - b.distance);
}

const isFull = (owner: Pick<OwnerSummary, 'bindingLimit' | 'peakUtilization'>): boolean =>
  owner.bindingLimit !== undefined && owner.peakUtilization >= fullUtilization;

function measure(owner: OwnerSummary, symptom: Symptom): number {
  switch (symptom) {
    case 'throttling':
      return owner.totals.throttled;
    case 'age':
      return owner.ageSeconds.max.reduce((peak, value) => Math.max(peak, value), 0);
    case 'loss':
      return owner.totals.dropped + owner.totals.expired + owner.totals.deadLettered;
    case 'latency':
      return owner.meanSojournSeconds;
  }
}

function describe(
  owner: OwnerSummary,
  direction: CauseLink['direction'],
  distance: number,
  symptom: Symptom,
): CauseLink {
  const takesTime = symptom === 'age' || symptom === 'latency';
  return {
    id: owner.id,
    name: owner.name,
    direction,
    distance,
    value: measure(owner, symptom),
    share: 0,
    offeredPerSecond: getMean(owner.arrivalRate),
    passedPerSecond: getMean(owner.throughput),
    peakUtilization: owner.peakUtilization,
    ...(owner.bindingLimit !== undefined && { bindingLimit: owner.bindingLimit }),
    ...(owner.limit && { limit: owner.limit }),
    ...(takesTime && owner.holding && { holding: owner.holding }),
  };
}

function getMean({ mean }: Series): number {
  return mean.reduce((sum, value) => sum + value, 0) / Math.max(1, mean.length);
}
