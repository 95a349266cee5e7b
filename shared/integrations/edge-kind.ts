import type { DesignEdge, EdgeKind } from '../graph/design.ts';
import { getPairVerdict } from './verdict.ts';

/** What an edge carries: the designer's word, else what the integration book says of the pair. */
export function resolveEdgeKind(edge: Pick<DesignEdge, 'kind'>, source: string, target: string): EdgeKind {
  return edge.kind ?? getPairVerdict(source, target).kind;
}
