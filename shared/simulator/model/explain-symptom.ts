import type { Design } from '../../graph/design.ts';
import type { Series } from '../kernel/run.ts';
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
  /** Mean rates over the run, records/s. */
  offeredPerSecond: number;
  passedPerSecond: number;
  peakUtilization: number;
  bindingLimit?: string;
}

/** A limit counts as reached from this utilization on. */
const fullUtilization = 0.99;

/**
 * Walks the graph both ways from a node and keeps what shows the symptom or runs at a limit, nearest
 * first. Downstream only full stations count: they hold back what comes before them.
 * @returns an empty list when neither the node nor anything around it has the symptom.
 */
export function explainSymptom(
  design: Pick<Design, 'edges'>,
  run: ExplainedRun,
  node: string,
  symptom: Symptom,
): CauseLink[] {
  const owners = new Map([...run.nodes, ...run.edges].map((owner) => [owner.id, owner]));
  const links: CauseLink[] = [];
  const visit = (id: string, direction: CauseLink['direction'], distance: number): void => {
    const owner = owners.get(id);
    if (!owner || links.some((link) => link.id === id)) return;
    const value = measure(owner, symptom);
    const isFull = owner.bindingLimit !== undefined && owner.peakUtilization >= fullUtilization;
    if (isFull || (value > 0 && direction !== 'downstream')) {
      links.push(describe(owner, direction, distance, value));
    }
  };
  visit(node, 'here', 0);
  for (const direction of ['upstream', 'downstream'] as const) {
    const seen = new Set([node]);
    let front = [node];
    for (let distance = 1; front.length > 0; distance += 1) {
      const next: string[] = [];
      for (const edge of design.edges) {
        const [near, far] =
          direction === 'upstream' ? [edge.target, edge.source] : [edge.source, edge.target];
        if (!front.includes(near)) continue;
        visit(edge.id, direction, distance);
        if (seen.has(far)) continue;
        seen.add(far);
        visit(far, direction, distance);
        next.push(far);
      }
      front = next;
    }
  }
  return links.sort((a, b) => a.distance - b.distance);
}

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
  value: number,
): CauseLink {
  return {
    id: owner.id,
    name: owner.name,
    direction,
    distance,
    value,
    offeredPerSecond: getMean(owner.arrivalRate),
    passedPerSecond: getMean(owner.throughput),
    peakUtilization: owner.peakUtilization,
    ...(owner.bindingLimit !== undefined && { bindingLimit: owner.bindingLimit }),
  };
}

function getMean({ mean }: Series): number {
  return mean.reduce((sum, value) => sum + value, 0) / Math.max(1, mean.length);
}
