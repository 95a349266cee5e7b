import type { EdgeChange, NodeChange } from '@xyflow/react';
import { create } from 'zustand';
import type { Position } from '../../shared/graph/design.ts';
import { useDesign } from '../state/design-store.ts';
import { select, toKey, useSelection } from '../state/selection-store.ts';
import { flowIdToKey } from './flow-ids.ts';
import { buildFlowEdges, buildFlowNodes } from './flow-items.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { refreshRoutes, updateRoutes } from './routing/routes-store.ts';

interface FlowItemsState {
  nodes: FlowNode[];
  edges: FlowEdge[];
  /** The one node that is being dragged. */
  dragged: string | undefined;
}

const nothingMoved: ReadonlyMap<string, Position> = new Map();
/** Where a drag has brought nodes so far; the document changes once, when it ends. */
let moved = nothingMoved;

/** The design and the selection as React Flow's nodes and edges; what did not change keeps its identity. */
export const useFlowItems = create<FlowItemsState>()(() => ({
  nodes: [],
  edges: [],
  dragged: undefined,
}));

function rebuild(): void {
  const before = useFlowItems.getState();
  const { design } = useDesign.getState();
  const { keys } = useSelection.getState();
  const nodes = buildFlowNodes(design, keys, moved, before.nodes);
  const edges = buildFlowEdges(design, keys, before.edges);
  const [dragged, ...others] = moved.keys();
  useFlowItems.setState({ nodes, edges, dragged: others.length === 0 ? dragged : undefined });
}

function routeAll(): void {
  const { nodes, edges } = useFlowItems.getState();
  refreshRoutes(nodes, edges);
}

rebuild();
useSelection.subscribe(rebuild);
useDesign.subscribe((state, before) => {
  if (state.design === before.design) return;
  rebuild();
  routeAll();
});

/** Takes what React Flow reports: selections go to the selection, drags stay here until they end. */
export function onNodesChange(changes: NodeChange<FlowNode>[]): void {
  const keys = new Set(useSelection.getState().keys);
  const positions = new Map<string, Position>();
  for (const change of changes) {
    if (change.type === 'select') {
      if (change.selected) keys.add(flowIdToKey(change.id));
      else keys.delete(flowIdToKey(change.id));
    } else if (change.type === 'position' && change.position) {
      positions.set(change.id, change.position);
    }
  }
  select(keys);
  if (positions.size === 0) return;
  moved = new Map([...moved, ...positions]);
  rebuild();
  const { nodes, edges } = useFlowItems.getState();
  // Only the edges of what moves: that is what every frame of a drag can afford.
  updateRoutes(nodes, edges, new Set(positions.keys()));
}

export function onEdgesChange(changes: EdgeChange<FlowEdge>[]): void {
  const keys = new Set(useSelection.getState().keys);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) keys.add(toKey('edge', change.id));
    else keys.delete(toKey('edge', change.id));
  }
  select(keys);
}

/** Forgets the drag: from here on the document says where things are. */
export function endMove(): void {
  moved = nothingMoved;
  rebuild();
  routeAll();
}
