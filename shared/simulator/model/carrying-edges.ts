import type { Design, DesignEdge, EdgeKind } from '../../graph/design.ts';
import { resolveEdgeKind } from '../../integrations/edge-kind.ts';

const carryingKinds: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['data', 'change-capture', 'control']);

/** Whether records move along such edges; configuration and metadata edges carry none. */
export const carriesRecords = (kind: EdgeKind): boolean => carryingKinds.has(kind);

/** The edges of a design along which records move. */
export function getCarryingEdges({ nodes, edges }: Pick<Design, 'nodes' | 'edges'>): DesignEdge[] {
  const services = new Map(nodes.map((node) => [node.id, node.service]));
  return edges.filter((edge) => {
    const [source, target] = [services.get(edge.source), services.get(edge.target)];
    return (
      source !== undefined && target !== undefined && carriesRecords(resolveEdgeKind(edge, source, target))
    );
  });
}
