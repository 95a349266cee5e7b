import type { Design, DesignNode } from '../../graph/design.ts';
import {
  buildView,
  groupBy,
  type MutableEdge,
  type MutableNode,
  type MutableView,
  type NodeTransform,
  updateEdge,
  updateNode,
} from './build-view.ts';
import { estimateFlows, getTransform } from './estimate-flows.ts';
import { noFlow } from './flow.ts';

/** What has to be checked again after an edit, by how far a rule looks. */
export interface ViewUpdate {
  view: MutableView;
  /** Nothing that rules read has changed; moved nodes and notes do not count. */
  isUnchanged: boolean;
  /** Everything is new: forget what was found before. */
  isRebuilt: boolean;
  /** More than properties of nodes has changed. */
  isStructural: boolean;
  /** Nodes that changed themselves. */
  nodes: Iterable<MutableNode>;
  /** Also the nodes next to them. */
  near: Iterable<MutableNode>;
  /** Also the nodes whose estimated traffic changed. */
  rated: Iterable<MutableNode>;
  /** Edges that changed themselves or have an end that did. */
  edges: Iterable<MutableEdge>;
  /** Also the edges next to them. */
  nearEdges: Iterable<MutableEdge>;
  ratedEdges: Iterable<MutableEdge>;
}

/** Brings a view up to date: in place after property edits, anew when items came, went or moved. */
export function updateView(view: MutableView | undefined, design: Design): ViewUpdate {
  if (!view || !hasSameShape(view.design, design)) return rebuild(design);
  const dirtyNodes = new Set<MutableNode>();
  const dirtyEdges = new Set<MutableEdge>();
  const isStructural = view.design.workloads !== design.workloads || view.design.edges !== design.edges;
  const transforms = new Map<MutableNode, NodeTransform | undefined>();
  updateNodes(view, design, dirtyNodes, transforms);
  updateEdges(view, design, dirtyEdges);
  view.design = design;
  if (dirtyNodes.size === 0 && dirtyEdges.size === 0)
    return { ...nothing, view, isUnchanged: !isStructural, isStructural };
  const touched = new Set(dirtyNodes);
  const edges = new Set(dirtyEdges);
  for (const edge of dirtyEdges) touched.add(edge.source).add(edge.target);
  for (const node of dirtyNodes) addEdgesOf(node, edges);
  const near = new Set(touched);
  for (const node of touched) addNeighboursOf(node, near);
  const nearEdges = new Set(edges);
  for (const node of near) addEdgesOf(node, nearEdges);
  const rated = new Set(near);
  const ratedEdges = new Set(nearEdges);
  const isFlowChanged =
    isStructural || [...transforms].some(([node, before]) => hasNewTransform(node, before));
  for (const id of isFlowChanged ? estimateFlows(view) : []) {
    const node = view.nodesById.get(id);
    if (!node) continue;
    rated.add(node);
    addEdgesOf(node, ratedEdges);
  }
  return {
    view,
    isUnchanged: false,
    isRebuilt: false,
    isStructural,
    nodes: dirtyNodes,
    near,
    rated,
    edges,
    nearEdges,
    ratedEdges,
  };
}

const nothing = {
  isRebuilt: false,
  nodes: [],
  near: [],
  rated: [],
  edges: [],
  nearEdges: [],
  ratedEdges: [],
};

/** Whether the node's model now does something else to the records that pass. */
function hasNewTransform(node: MutableNode, before: NodeTransform | undefined): boolean {
  // Without traffic, or anybody to send it to, there is nothing to multiply.
  if (node.arrivals === noFlow || node.outgoing.length === 0) return false;
  const after = getTransform(node);
  return (
    before === undefined ||
    before.records !== after.records ||
    before.bytes !== after.bytes ||
    before.splits !== after.splits
  );
}

function rebuild(design: Design): ViewUpdate {
  const view = buildView(design);
  estimateFlows(view);
  return {
    view,
    isUnchanged: false,
    isRebuilt: true,
    isStructural: true,
    nodes: view.nodes,
    near: view.nodes,
    rated: view.nodes,
    edges: view.edges,
    nearEdges: view.edges,
    ratedEdges: view.edges,
  };
}

/** Whether both designs have the same items in the same places, so that only their contents may differ. */
function hasSameShape(before: Design, after: Design): boolean {
  return (
    before.settings === after.settings &&
    before.containers === after.containers &&
    before.nodes.length === after.nodes.length &&
    before.edges.length === after.edges.length &&
    before.scenarios === after.scenarios &&
    (before.nodes === after.nodes ||
      after.nodes.every((node, index) => isSamePlace(before.nodes[index], node))) &&
    (before.edges === after.edges ||
      after.edges.every((edge, index) => {
        const old = before.edges[index];
        return (
          old === edge || (old?.id === edge.id && old.source === edge.source && old.target === edge.target)
        );
      }))
  );
}

function isSamePlace(before: DesignNode | undefined, after: DesignNode): boolean {
  return (
    before === after ||
    (before?.id === after.id && before.service === after.service && before.container === after.container)
  );
}

/** Notes the transforms from before of every node whose model may have changed. */
function updateNodes(
  view: MutableView,
  design: Design,
  dirty: Set<MutableNode>,
  transforms: Map<MutableNode, NodeTransform | undefined>,
): void {
  const workloadsMoved = view.design.workloads !== design.workloads;
  if (view.design.nodes === design.nodes && !workloadsMoved) return;
  const workloads = groupBy(design.workloads, (workload) => workload.node);
  for (const [index, node] of design.nodes.entries()) {
    const before = view.design.nodes[index];
    const item = view.nodesById.get(node.id);
    // Of nodes with the same id only the first is in the view.
    if (!item || (item.node !== before && before !== undefined)) continue;
    const own = workloads.get(node.id) ?? [];
    const sameWorkloads =
      !workloadsMoved ||
      (own.length === item.workloads.length && own.every((w, i) => w === item.workloads[i]));
    if (before === node && sameWorkloads) continue;
    const sameContent = before?.properties === node.properties && before.name === node.name;
    if (sameContent && sameWorkloads) {
      item.node = node;
      continue;
    }
    for (const near of [item, ...getNeighbours(item)])
      if (!transforms.has(near)) transforms.set(near, near.transform);
    updateNode(item, node, own);
    dirty.add(item);
  }
}

function updateEdges(view: MutableView, design: Design, dirty: Set<MutableEdge>): void {
  if (view.design.edges === design.edges) return;
  for (const [index, edge] of design.edges.entries()) {
    const before = view.design.edges[index];
    const item = view.edgesById.get(edge.id);
    if (before === edge || !item || item.edge !== before) continue;
    updateEdge(item, edge);
    dirty.add(item);
  }
}

function addEdgesOf(node: MutableNode, edges: Set<MutableEdge>): void {
  for (const edge of node.incoming) edges.add(edge as MutableEdge);
  for (const edge of node.outgoing) edges.add(edge as MutableEdge);
}

function addNeighboursOf(node: MutableNode, nodes: Set<MutableNode>): void {
  for (const other of getNeighbours(node)) nodes.add(other);
}

function getNeighbours(node: MutableNode): MutableNode[] {
  return [
    ...node.incoming.map((edge) => edge.source as MutableNode),
    ...node.outgoing.map((edge) => edge.target as MutableNode),
  ];
}
