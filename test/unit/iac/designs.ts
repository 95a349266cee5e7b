import type { Design, DesignEdge, DesignNode } from '../../../shared/graph/design.ts';

/** A design of these nodes and edges; ids of edges and empty properties are filled in. */
export function buildDesign(
  nodes: readonly (Omit<DesignNode, 'properties'> & Partial<Pick<DesignNode, 'properties'>>)[],
  edges: readonly (Pick<DesignEdge, 'source' | 'target'> & Partial<DesignEdge>)[] = [],
  name = 'Orders',
): Design {
  return {
    version: 1,
    name,
    settings: { region: 'eu-central-1', tags: { team: 'data' } },
    nodes: nodes.map((node) => ({ properties: {}, ...node })),
    edges: edges.map((edge) => ({ id: `${edge.source}-to-${edge.target}`, properties: {}, ...edge })),
    containers: [],
    annotations: [],
    workloads: [],
    scenarios: [],
    suppressions: [],
  };
}
