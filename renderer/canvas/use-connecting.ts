import type { Connection, FinalConnectionState, HandleType } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import { reconnect } from '../../shared/graph/edits/reconnect.ts';
import { removeItems } from '../../shared/graph/edits/remove-items.ts';
import { findNode } from '../../shared/graph/queries.ts';
import { getVerdict, isAccepted } from '../catalog/pair-verdicts.ts';
import { edit, getDesign } from '../state/design-store.ts';
import { connectNodes, getPortsToStore } from './canvas-actions.ts';
import { beginConnection, type ConnectionOrigin, endConnection, getCandidate } from './connection-store.ts';
import { findFlowNodeAt } from './find-at-point.ts';
import type { FlowEdge } from './flow-types.ts';
import { openOverlay } from './overlay-store.ts';

const getPoint = (event: MouseEvent | TouchEvent): { x: number; y: number } => {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
};

/** Whether the canvas takes a connection between two of its nodes. */
export function isValidConnection({ source, target }: { source: string; target: string }): boolean {
  const design = getDesign();
  const from = findNode(design, source);
  const to = findNode(design, target);
  if (!from || !to || source === target) return false;
  return isAccepted(getVerdict(from.service, to.service));
}

/**
 * What a dropped connection leads to: an edge, the repair menu of a refused one, or the list of
 * services that could follow when it was dropped on empty canvas.
 */
export function useConnecting() {
  const isReconnecting = useRef(false);

  const onConnectStart = useCallback(
    (_event: unknown, start: { nodeId: string | null; handleType: HandleType | null }) => {
      if (start.nodeId === null) return;
      const direction = start.handleType === 'target' ? 'in' : 'out';
      beginConnection(getDesign(), { node: start.nodeId, direction });
    },
    [],
  );

  const onConnect = useCallback((connection: Connection) => {
    connectNodes({
      source: connection.source,
      target: connection.target,
      sourcePort: connection.sourceHandle,
      targetPort: connection.targetHandle,
    });
  }, []);

  const onConnectEnd = useCallback((event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    endConnection();
    if (isReconnecting.current || state.isValid || !state.fromNode) return;
    const at = getPoint(event);
    const origin: ConnectionOrigin = {
      node: state.fromNode.id,
      direction: state.fromHandle?.type === 'target' ? 'in' : 'out',
    };
    const other = state.toNode?.id ?? findFlowNodeAt(at.x, at.y);
    if (other === undefined) openOverlay({ kind: 'adder', at, origin });
    else if (other !== origin.node) endOnNode(origin, other, at);
  }, []);

  const onReconnectStart = useCallback((_event: unknown, edge: FlowEdge, handleType: HandleType) => {
    isReconnecting.current = true;
    // React Flow names the end that stays; it is the origin.
    beginConnection(
      getDesign(),
      handleType === 'target'
        ? { node: edge.target, direction: 'in' }
        : { node: edge.source, direction: 'out' },
    );
  }, []);

  const onReconnect = useCallback((edge: FlowEdge, connection: Connection) => {
    const ports = getPortsToStore(getDesign(), {
      source: connection.source,
      target: connection.target,
      sourcePort: connection.sourceHandle,
      targetPort: connection.targetHandle,
    });
    edit('Reconnect', (draft) =>
      reconnect(draft, { edge: edge.id, source: connection.source, target: connection.target, ...ports }),
    );
  }, []);

  const onReconnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, edge: FlowEdge, handleType: HandleType, state: FinalConnectionState) => {
      isReconnecting.current = false;
      endConnection();
      if (state.isValid) return;
      const at = getPoint(event);
      const other = state.toNode?.id ?? findFlowNodeAt(at.x, at.y);
      if (other === undefined) {
        edit('Disconnect', (draft) => removeItems(draft, { edges: [edge.id] }));
        return;
      }
      const isFixedEndTarget = handleType === 'target';
      const fixed = isFixedEndTarget ? edge.target : edge.source;
      if (other === edge.source || other === edge.target) return;
      endOnNode({ node: fixed, direction: isFixedEndTarget ? 'in' : 'out' }, other, at, edge.id);
    },
    [],
  );

  return { onConnectStart, onConnect, onConnectEnd, onReconnectStart, onReconnect, onReconnectEnd };
}

/** A drop on the body of a node: connects when legal, else explains and offers the repair. */
function endOnNode(
  origin: ConnectionOrigin,
  other: string,
  at: { x: number; y: number },
  movedEdge?: string,
): void {
  const candidate = getCandidate(getDesign(), origin, other);
  if (!candidate) return;
  const [source, target] = origin.direction === 'out' ? [origin.node, other] : [other, origin.node];
  if (!candidate.isAccepted) {
    openOverlay({ kind: 'repair', at, source, target, verdict: candidate.verdict });
  } else if (movedEdge === undefined) {
    connectNodes({ source, target });
  } else {
    edit('Reconnect', (draft) => reconnect(draft, { edge: movedEdge, source, target }));
  }
}
