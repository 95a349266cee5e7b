import type { Container, Design, DesignEdge, DesignNode } from '../../graph/design.ts';
import { getContainersAround } from '../../graph/queries.ts';
import { resolveEdgeKind } from '../../integrations/edge-kind.ts';
import { getEdgeProperties } from '../../integrations/edge-properties.ts';
import { Configuration } from '../../services/configuration.ts';
import type { ServiceDefinition } from '../../services/define-service.ts';
import { ref } from '../ir/expression.ts';
import type { IacContext, IacEdgeEnd, IacNeighbour } from '../ir/mapping.ts';
import { PhysicalNames } from './physical-names.ts';

/** A node of the design with what the lowering needs to know about it. */
export interface LoweringNode {
  node: DesignNode;
  service: ServiceDefinition;
  config: Configuration;
  context: IacContext;
}

/** An edge whose both ends are known services. */
export interface LoweringEdge {
  edge: DesignEdge;
  source: LoweringNode;
  target: LoweringNode;
}

export interface LoweringInput {
  nodes: readonly LoweringNode[];
  edges: readonly LoweringEdge[];
  names: PhysicalNames;
}

const isNetwork = ({ kind }: Container): boolean => kind === 'vpc' || kind === 'subnet';

function groupEdges(edges: readonly DesignEdge[], side: 'source' | 'target'): Map<string, DesignEdge[]> {
  const groups = new Map<string, DesignEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[side]);
    if (group) group.push(edge);
    else groups.set(edge[side], [edge]);
  }
  return groups;
}

/** Contexts of every node whose service the catalogue has, in document order. */
export function buildContexts(
  design: Design,
  findService: (id: string) => ServiceDefinition | undefined,
): LoweringInput {
  const known = design.nodes.flatMap((node) => {
    const service = findService(node.service);
    return service ? [{ node, service, config: new Configuration(service.properties, node.properties) }] : [];
  });
  const byId = new Map(known.map((entry) => [entry.node.id, entry]));
  const names = new PhysicalNames(
    design,
    known.map((entry) => entry.node),
  );

  const edgesBySide = {
    source: groupEdges(design.edges, 'source'),
    target: groupEdges(design.edges, 'target'),
  };
  const buildEnd = (edge: DesignEdge, id: string): IacEdgeEnd | undefined => {
    const far = byId.get(id);
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (!far || !source || !target) return undefined;
    return {
      edge: edge.id,
      kind: resolveEdgeKind(edge, source.service.id, target.service.id),
      node: id,
      service: far.service.id,
      config: far.config,
      edgeConfig: new Configuration(getEdgeProperties(source.service.id, target.service.id), edge.properties),
      ref: (attribute = 'arn') => ref(`${id}/${far.service.iac.primary}`, attribute),
      refTo: (key, attribute = 'arn') => ref(`${id}/${key}`, attribute),
    };
  };
  const buildEnds = (node: string, side: 'source' | 'target'): IacEdgeEnd[] => {
    const farSide = side === 'source' ? 'target' : 'source';
    return (edgesBySide[side].get(node) ?? []).flatMap((edge) => buildEnd(edge, edge[farSide]) ?? []);
  };
  const widen = (end: IacEdgeEnd): IacNeighbour => ({
    ...end,
    incoming: buildEnds(end.node, 'target'),
    outgoing: buildEnds(end.node, 'source'),
  });

  const nodes = known.map((entry): LoweringNode => {
    const { node, service, config } = entry;
    return {
      ...entry,
      context: {
        nodeId: node.id,
        name: node.name ?? service.shortName,
        physicalName: (max, separator) => names.get(node.id, max, separator),
        config,
        settings: design.settings,
        drawnInVpc: getContainersAround(design, node).some(isNetwork),
        incoming: buildEnds(node.id, 'target').map(widen),
        outgoing: buildEnds(node.id, 'source').map(widen),
        own: (key, attribute = 'arn') => ref(`${node.id}/${key}`, attribute),
      },
    };
  });
  const complete = new Map(nodes.map((entry) => [entry.node.id, entry]));
  const edges = design.edges.flatMap((edge) => {
    const source = complete.get(edge.source);
    const target = complete.get(edge.target);
    return source && target ? [{ edge, source, target }] : [];
  });
  return { nodes, edges, names };
}
