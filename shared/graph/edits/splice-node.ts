import type { Design } from '../design.ts';
import { findEdge } from '../queries.ts';
import { connect } from './connect.ts';

/** Puts an existing node into an edge: source → node → target. Returns the two new edges. */
export function spliceNode(draft: Design, args: { edge: string; node: string }): string[] {
  const edge = findEdge(draft, args.edge);
  if (!edge || edge.source === args.node || edge.target === args.node) return [];
  const { source, target, sourcePort, targetPort } = edge;
  draft.edges = draft.edges.filter((candidate) => candidate.id !== args.edge);
  return [
    connect(draft, { source, target: args.node, ...(sourcePort === undefined ? {} : { sourcePort }) }),
    connect(draft, { source: args.node, target, ...(targetPort === undefined ? {} : { targetPort }) }),
  ];
}
