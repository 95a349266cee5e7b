import type { Container, Design, DesignEdge, DesignNode, Workload } from '../../graph/design.ts';
import { getEdgeProperties } from '../../integrations/edge-properties.ts';
import { resolveEdgeKind } from '../../integrations/edge-kind.ts';
import { Configuration } from '../../services/configuration.ts';
import type { PropertyDefinition } from '../../services/property.ts';
import { findService } from '../../services/registry.ts';
import type { DesignView, EdgeView, NodeView } from './design-view.ts';
import { noFlow } from './flow.ts';

const noProperties: readonly PropertyDefinition[] = [];

/** Records and bytes out per record and byte in, and whether outgoing edges share the records. */
export interface NodeTransform {
  records: number;
  bytes: number;
  splits: boolean;
}

type Writable<Item> = { -readonly [Name in keyof Item]: Item[Name] };

/** The view's own nodes: the checker replaces their contents after an edit. */
export type MutableNode = Omit<Writable<NodeView>, 'incoming' | 'outgoing'> & {
  incoming: EdgeView[];
  outgoing: EdgeView[];
  /** What the node's model does to records and bytes, remembered until something near it changes. */
  transform?: NodeTransform;
};
export type MutableEdge = Omit<Writable<EdgeView>, 'source' | 'target'> & {
  source: MutableNode;
  target: MutableNode;
};
export type MutableView = Omit<Writable<DesignView>, 'nodes' | 'edges'> & {
  nodes: MutableNode[];
  edges: MutableEdge[];
  nodesById: Map<string, MutableNode>;
  edgesById: Map<string, MutableEdge>;
};

/** Indexes a design. Items with an id that was seen before are left out. */
export function buildView(design: Design): MutableView {
  const containersById = new Map(design.containers.map((container) => [container.id, container]));
  const workloadsByNode = groupBy(design.workloads, (workload) => workload.node);
  const nodesById = new Map<string, MutableNode>();
  for (const node of design.nodes) {
    if (nodesById.has(node.id)) continue;
    const containers = getAncestors(node.container, containersById);
    nodesById.set(node.id, createNode(node, containers, workloadsByNode.get(node.id) ?? []));
  }
  const edgesById = new Map<string, MutableEdge>();
  for (const edge of design.edges) {
    const source = nodesById.get(edge.source);
    const target = nodesById.get(edge.target);
    if (!source || !target || edgesById.has(edge.id)) continue;
    const item = createEdge(edge, source, target);
    edgesById.set(edge.id, item);
    source.outgoing.push(item);
    target.incoming.push(item);
  }
  const nodes = [...nodesById.values()];
  const byService = groupBy(nodes, (node) => node.service);
  return {
    design,
    nodes,
    edges: [...edgesById.values()],
    nodesById,
    edgesById,
    findNode: (id) => nodesById.get(id),
    getNodesOf: (service) => byService.get(service) ?? [],
  };
}

/** Puts another version of the same node (id, service and container unchanged) into the view. */
export function updateNode(item: MutableNode, node: DesignNode, workloads: readonly Workload[]): void {
  item.node = node;
  item.name = getName(node);
  item.config = new Configuration(item.definition?.properties ?? noProperties, node.properties);
  item.workloads = workloads;
  delete item.transform;
  for (const edge of item.incoming) delete (edge.source as MutableNode).transform;
  for (const edge of item.outgoing) delete (edge.target as MutableNode).transform;
}

/** Puts another version of the same edge (id and ends unchanged) into the view. */
export function updateEdge(item: MutableEdge, edge: DesignEdge): void {
  item.edge = edge;
  item.kind = resolveEdgeKind(edge, item.source.service, item.target.service);
  item.config = createEdgeConfiguration(edge, item.source, item.target);
  delete item.source.transform;
  delete item.target.transform;
}

function createNode(
  node: DesignNode,
  containers: readonly Container[],
  workloads: readonly Workload[],
): MutableNode {
  const definition = findService(node.service);
  return {
    id: node.id,
    node,
    service: node.service,
    definition,
    config: new Configuration(definition?.properties ?? noProperties, node.properties),
    name: getName(node),
    incoming: [],
    outgoing: [],
    containers,
    workloads,
    arrivals: noFlow,
  };
}

function createEdge(edge: DesignEdge, source: MutableNode, target: MutableNode): MutableEdge {
  return {
    id: edge.id,
    edge,
    source,
    target,
    kind: resolveEdgeKind(edge, source.service, target.service),
    config: createEdgeConfiguration(edge, source, target),
    flow: noFlow,
  };
}

function createEdgeConfiguration(edge: DesignEdge, source: NodeView, target: NodeView): Configuration {
  return new Configuration(getSchema(source.service, target.service), edge.properties);
}

const schemas = new Map<string, readonly PropertyDefinition[]>();

/** Edge properties of a pair, the same list each time: thousands of edges share few pairs. */
function getSchema(source: string, target: string): readonly PropertyDefinition[] {
  const key = `${source} ${target}`;
  const known = schemas.get(key);
  if (known) return known;
  const schema = getEdgeProperties(source, target);
  schemas.set(key, schema);
  return schema;
}

function getName(node: DesignNode): string {
  return node.name ?? findService(node.service)?.shortName ?? node.id;
}

/** Containers around something, innermost first; a cycle of parents in a damaged file ends the walk. */
function getAncestors(id: string | undefined, byId: ReadonlyMap<string, Container>): Container[] {
  const ancestors: Container[] = [];
  for (let current = id; current !== undefined; ) {
    const container = byId.get(current);
    if (!container || ancestors.includes(container)) break;
    ancestors.push(container);
    current = container.parent;
  }
  return ancestors;
}

/** Items by key, in order; keys in order of their first item. */
export function groupBy<Item>(
  items: readonly Item[],
  getKey: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(getKey(item));
    if (group) group.push(item);
    else groups.set(getKey(item), [item]);
  }
  return groups;
}
