import type { Design } from '../design.ts';
import { getIncomingEdges, getOutgoingEdges } from '../queries.ts';
import { connect } from './connect.ts';
import { removeItems } from './remove-items.ts';

/**
 * Removes a node and joins its upstream neighbours with its downstream ones, for the pairs that
 * `isAllowed` accepts. Returns the ids of the new edges.
 */
export function removeNodeAndHeal(
  draft: Design,
  args: { node: string; isAllowed: (source: string, target: string) => boolean },
): string[] {
  const sources = getIncomingEdges(draft, args.node).map((edge) => edge.source);
  const targets = getOutgoingEdges(draft, args.node).map((edge) => edge.target);
  removeItems(draft, { nodes: [args.node] });
  const added: string[] = [];
  for (const source of sources) {
    for (const target of targets) {
      if (source === target || !args.isAllowed(source, target)) continue;
      if (draft.edges.some((edge) => edge.source === source && edge.target === target)) continue;
      added.push(connect(draft, { source, target }));
    }
  }
  return added;
}
