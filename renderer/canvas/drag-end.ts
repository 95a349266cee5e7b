import type { Design, Position } from '../../shared/graph/design.ts';
import { copyItems } from '../../shared/graph/edits/copy-items.ts';
import { moveItems, snapToGrid } from '../../shared/graph/edits/move-items.ts';
import { setContainer } from '../../shared/graph/edits/set-container.ts';
import { spliceNode } from '../../shared/graph/edits/splice-node.ts';
import { findContainer, findNode } from '../../shared/graph/queries.ts';
import { edit, getDesign } from '../state/design-store.ts';
import { fromKey } from '../state/selection-store.ts';
import { canSplice } from './canvas-actions.ts';
import { pasteFragment } from './clipboard.ts';
import { findContainerAt } from './containers.ts';
import { findFlowEdgeAt } from './find-at-point.ts';
import { flowIdToKey } from './flow-ids.ts';
import type { FlowNode } from './flow-types.ts';
import { containerSize, nodeHeight, nodeWidth } from './geometry.ts';

interface Dropped {
  nodes: Map<string, Position>;
  containers: Map<string, Position>;
  annotations: Map<string, Position>;
}

function sort(dragged: readonly FlowNode[]): Dropped {
  const dropped: Dropped = { nodes: new Map(), containers: new Map(), annotations: new Map() };
  for (const node of dragged) {
    const { kind, id } = fromKey(flowIdToKey(node.id));
    if (kind === 'node') dropped.nodes.set(id, snapToGrid(node.position));
    if (kind === 'container') dropped.containers.set(id, snapToGrid(node.position));
    if (kind === 'annotation') dropped.annotations.set(id, snapToGrid(node.position));
  }
  return dropped;
}

/** What lies in which container follows from where it was dropped. */
function updateContainers(draft: Design, dropped: Dropped): void {
  for (const [id, position] of dropped.nodes) {
    const middle = { x: position.x + nodeWidth / 2, y: position.y + nodeHeight / 2 };
    const into = findContainerAt(draft, middle);
    if (findNode(draft, id)?.container !== into) setContainer(draft, { nodes: [id], into });
  }
  for (const [id, position] of dropped.containers) {
    const size = findContainer(draft, id)?.size ?? containerSize;
    const middle = { x: position.x + size.width / 2, y: position.y + size.height / 2 };
    const into = findContainerAt(draft, middle, id);
    if (findContainer(draft, id)?.parent !== into) setContainer(draft, { nodes: [], containers: [id], into });
  }
}

/** Whether a node without edges was dropped on an edge that it fits into. */
function findEdgeToSplice(dropped: Dropped, at: Position): string | undefined {
  const [id, ...others] = dropped.nodes.keys();
  const design = getDesign();
  const node = id === undefined ? undefined : findNode(design, id);
  if (!node || others.length > 0) return undefined;
  if (design.edges.some((edge) => edge.source === id || edge.target === id)) return undefined;
  const edge = findFlowEdgeAt(at.x, at.y);
  return edge !== undefined && canSplice(design, edge, node.service) ? edge : undefined;
}

/** Ends a drag: one undo step, whatever it caused. With Alt, copies land and the originals stay. */
export function finishDrag(dragged: readonly FlowNode[], at: Position, withCopy: boolean): void {
  const dropped = sort(dragged);
  if (withCopy) {
    copyDropped(dropped);
    return;
  }
  const spliced = findEdgeToSplice(dropped, at);
  edit('Move', (draft) => {
    moveItems(draft, dropped);
    updateContainers(draft, dropped);
    const [node] = dropped.nodes.keys();
    if (spliced !== undefined && node !== undefined) spliceNode(draft, { edge: spliced, node });
  });
}

function copyDropped(dropped: Dropped): void {
  const design = getDesign();
  const fragment = copyItems(design, {
    nodes: [...dropped.nodes.keys()],
    containers: [...dropped.containers.keys()],
    annotations: [...dropped.annotations.keys()],
  });
  const before =
    fragment.nodes[0]?.position ?? fragment.containers[0]?.position ?? fragment.annotations[0]?.position;
  const [after] = [
    ...dropped.nodes.values(),
    ...dropped.containers.values(),
    ...dropped.annotations.values(),
  ];
  if (!before || !after) return;
  pasteFragment(fragment, { x: after.x - before.x, y: after.y - before.y }, 'Duplicate');
}
