import { type EdgeChange, type NodeChange, useReactFlow } from '@xyflow/react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Position } from '../../shared/graph/design.ts';
import { useDesign } from '../state/design-store.ts';
import { select, toKey, useSelection } from '../state/selection-store.ts';
import { flowIdToKey } from './flow-ids.ts';
import { buildFlowEdges, buildFlowNodes } from './flow-items.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { updateRoutes } from './routing/routes-store.ts';

const nothingMoved: ReadonlyMap<string, Position> = new Map();

/**
 * The design and the selection as React Flow's nodes and edges, and the way back. A drag lives here
 * only: the document changes once, when it ends.
 */
export function useFlowItems() {
  const design = useDesign((state) => state.design);
  const selected = useSelection((state) => state.keys);
  const [moved, setMoved] = useState(nothingMoved);
  const lastNodes = useRef<FlowNode[]>([]);
  const lastEdges = useRef<FlowEdge[]>([]);
  const nodes = buildFlowNodes(design, selected, moved, lastNodes.current);
  const edges = buildFlowEdges(design, selected, lastEdges.current);
  const { getNodes } = useReactFlow<FlowNode, FlowEdge>();

  const changed = nodes.filter((node, index) => node.position !== lastNodes.current[index]?.position);
  const isDrag = moved.size > 0;
  const routesKey = useRef<{ design: unknown; moved: unknown }>({ design: undefined, moved: undefined });
  lastNodes.current = nodes;
  lastEdges.current = edges;
  useLayoutEffect(() => {
    if (routesKey.current.design === design && routesKey.current.moved === moved) return;
    routesKey.current = { design, moved };
    updateRoutes(nodes, edges, isDrag ? new Set(changed.map((node) => node.id)) : undefined);
  });

  const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
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
    if (positions.size > 0) setMoved((before) => new Map([...before, ...positions]));
  }, []);

  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => {
    const keys = new Set(useSelection.getState().keys);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) keys.add(toKey('edge', change.id));
      else keys.delete(toKey('edge', change.id));
    }
    select(keys);
  }, []);

  const resetMoved = useCallback(() => setMoved(nothingMoved), []);
  return { nodes, edges, onNodesChange, onEdgesChange, resetMoved, getNodes };
}
