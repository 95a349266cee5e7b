import type { Design, DesignNode, Position } from '../../graph/design.ts';
import { addNode } from '../../graph/edits/add-node.ts';
import { connect } from '../../graph/edits/connect.ts';
import { findContainer, findNode } from '../../graph/queries.ts';
import { configureRedshiftLoad } from './configure-redshift-load.ts';
import type { PlannedNode } from './mediator-plan.ts';
import { planMediators } from './plan-mediators.ts';
import { findReusable } from './reuse.ts';

/** Vertical distance at which nodes beside the chain are put below it, in CSS pixels. */
const below = 140;

/** What an insertion added or used. */
export interface Insertion {
  /** Ids of the nodes of the chain in order, reused ones included, then of what stands beside it. */
  nodes: string[];
  /** Ids of the new edges. */
  edges: string[];
}

/**
 * Connects two nodes through a chain of services: creates the nodes with their defaults between the
 * ends, or uses those that are there, and connects them. An edge drawn straight from source to target
 * gives way: its ports, name and note stay with the first and last new edge. One undo step on a draft.
 * Does nothing when an end is missing or the chain is empty.
 */
export function insertMediators(
  draft: Design,
  ends: { source: string; target: string },
  chain: readonly string[],
): Insertion {
  const source = findNode(draft, ends.source);
  const target = findNode(draft, ends.target);
  if (!source || !target || chain.length === 0) return { nodes: [], edges: [] };

  const straight = draft.edges.find((edge) => edge.source === source.id && edge.target === target.id);
  if (straight) removeStraightEdge(draft, straight.id);
  const plan = planMediators(source.service, target.service, chain);
  const container = chooseContainer(draft, source, target);
  const ids = new Map([
    ['source', source.id],
    ['target', target.id],
  ]);
  const reused = new Set<string>();
  let after = source.id;
  plan.nodes.forEach((planned, index) => {
    if (planned.beside !== undefined && reused.has(planned.beside)) return;
    const onChain = index < chain.length;
    const known = onChain
      ? findReusable(draft, planned.service, after, index === chain.length - 1 ? target.id : undefined)
      : undefined;
    if (known) reused.add(planned.key);
    const position = onChain
      ? placeBetween(source, target, index + 1, chain.length + 1)
      : placeBelow(source, target, index - chain.length);
    const id = known?.id ?? addPlanned(draft, planned, position, container);
    ids.set(planned.key, id);
    if (onChain) after = id;
  });
  const edges: string[] = [];
  for (const planned of plan.edges) {
    const from = ids.get(planned.source);
    const to = ids.get(planned.target);
    if (from === undefined || to === undefined) continue;
    if (draft.edges.some((edge) => edge.source === from && edge.target === to)) continue;
    edges.push(
      connect(draft, {
        source: from,
        target: to,
        properties: planned.properties,
        ...(planned.kind !== undefined && { kind: planned.kind }),
      }),
    );
  }
  keepPorts(draft, straight, edges);
  configureRedshiftLoad(draft, [
    source.id,
    ...plan.nodes.flatMap((node) => ids.get(node.key) ?? []),
    target.id,
  ]);
  return { nodes: [...new Set(plan.nodes.flatMap((node) => ids.get(node.key) ?? []))], edges };
}

/**
 * Nodes that insertMediators would use again along the chain, in its order; undefined where it would add
 * one. Changes nothing.
 */
export function findExistingMediators(
  design: Design,
  ends: { source: string; target: string },
  chain: readonly string[],
): (DesignNode | undefined)[] {
  let after: string | undefined = ends.source;
  return chain.map((service, index) => {
    // What follows a new node can lead nowhere yet; only the catalogue in front of the target can be there.
    const last = index === chain.length - 1 ? ends.target : undefined;
    const known: DesignNode | undefined =
      after === undefined && last === undefined ? undefined : findReusable(design, service, after, last);
    after = known?.id;
    return known;
  });
}

function addPlanned(
  draft: Design,
  { service, name, properties }: PlannedNode,
  position: Position | undefined,
  container: string | undefined,
): string {
  return addNode(draft, {
    service,
    ...(name !== undefined && { name }),
    ...(position && { position }),
    ...(container !== undefined && { container }),
    properties,
  });
}

function removeStraightEdge(draft: Design, id: string): void {
  draft.edges = draft.edges.filter((edge) => edge.id !== id);
  draft.suppressions = draft.suppressions.filter((suppression) => suppression.target !== id);
}

/** What the designer had chosen on the straight edge stays where it still means something. */
function keepPorts(
  draft: Design,
  straight: Design['edges'][number] | undefined,
  edges: readonly string[],
): void {
  if (!straight) return;
  for (const edge of draft.edges) {
    if (!edges.includes(edge.id)) continue;
    if (edge.source === straight.source) {
      if (straight.sourcePort !== undefined) edge.sourcePort = straight.sourcePort;
      if (straight.notes !== undefined) edge.notes = straight.notes;
    }
    if (edge.target === straight.target && straight.targetPort !== undefined) {
      edge.targetPort = straight.targetPort;
    }
  }
}

/** The container both share; on the way into AWS the target's; otherwise the source's. */
function chooseContainer(draft: Design, source: DesignNode, target: DesignNode): string | undefined {
  if (source.container === target.container) return source.container;
  const from = source.container === undefined ? undefined : findContainer(draft, source.container);
  return from === undefined || from.kind === 'on-premises' ? target.container : source.container;
}

function placeBetween(
  source: DesignNode,
  target: DesignNode,
  step: number,
  steps: number,
): Position | undefined {
  const from = source.position;
  const to = target.position;
  if (!from || !to) return undefined;
  const share = step / steps;
  return { x: Math.round(from.x + (to.x - from.x) * share), y: Math.round(from.y + (to.y - from.y) * share) };
}

function placeBelow(source: DesignNode, target: DesignNode, index: number): Position | undefined {
  const middle = placeBetween(source, target, 1, 2);
  return middle && { x: middle.x, y: middle.y + below * (index + 1) };
}
