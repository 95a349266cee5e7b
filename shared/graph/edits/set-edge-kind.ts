import type { Design, EdgeKind } from '../design.ts';
import { findEdge } from '../queries.ts';

/** Sets what an edge carries; undefined goes back to what the integration book says for the pair. */
export function setEdgeKind(draft: Design, args: { edge: string; kind: EdgeKind | undefined }): void {
  const edge = findEdge(draft, args.edge);
  if (!edge) return;
  if (args.kind === undefined) delete edge.kind;
  else edge.kind = args.kind;
}
