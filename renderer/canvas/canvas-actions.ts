import type { ContainerKind, Design, Position } from '../../shared/graph/design.ts';
import { addContainer } from '../../shared/graph/edits/add-container.ts';
import { addNode } from '../../shared/graph/edits/add-node.ts';
import {
  type Alignment,
  alignNodes,
  type Box,
  distributeNodes,
} from '../../shared/graph/edits/align-items.ts';
import { addAnnotation } from '../../shared/graph/edits/annotate.ts';
import { connect } from '../../shared/graph/edits/connect.ts';
import { removeNodeAndHeal } from '../../shared/graph/edits/heal-edges.ts';
import { nudgeItems, snapToGrid } from '../../shared/graph/edits/move-items.ts';
import { removeItems } from '../../shared/graph/edits/remove-items.ts';
import { spliceNode } from '../../shared/graph/edits/splice-node.ts';
import { findNode, getDownstream, getUpstream } from '../../shared/graph/queries.ts';
import { insertMediators } from '../../shared/integrations/edits/insert-mediators.ts';
import { findService } from '../../shared/services/registry.ts';
import { getVerdict, isAccepted } from '../catalog/pair-verdicts.ts';
import { findPort } from '../catalog/ports.ts';
import { edit, getDesign } from '../state/design-store.ts';
import { clearSelection, getSelectedItems, select, toKey, toKeys } from '../state/selection-store.ts';
import {
  findFreePlace,
  getCanvasElement,
  getDropPosition,
  getScreenCenter,
  keepView,
  toCanvasPosition,
} from './canvas-handle.ts';
import type { ConnectionOrigin } from './connection-store.ts';
import { findContainerAt } from './containers.ts';
import { toAnnotationFlowId } from './flow-ids.ts';
import { containerSize, nodeHeight, nodeWidth } from './geometry.ts';
import { startRenaming } from './overlay-store.ts';

const nameOf = (service: string): string => findService(service)?.shortName ?? service;

interface AddServiceArgs {
  service: string;
  /** Top-left corner of the card on the canvas. */
  position: Position;
  /** Connects the new node with this one when the pair allows it. */
  origin?: ConnectionOrigin | undefined;
  /** Puts the new node into this edge. */
  edge?: string | undefined;
}

/** Adds a service, connects it as asked, and selects it. */
export function addService({ service, position, origin, edge }: AddServiceArgs): void {
  let id = '';
  edit(`Add ${nameOf(service)}`, (draft) => {
    const container = findContainerAt(draft, {
      x: position.x + nodeWidth / 2,
      y: position.y + nodeHeight / 2,
    });
    id = addNode(draft, { service, position, ...(container === undefined ? {} : { container }) });
    if (edge !== undefined && canSplice(draft, edge, service)) spliceNode(draft, { edge, node: id });
    if (origin) {
      const [source, target] = origin.direction === 'out' ? [origin.node, id] : [id, origin.node];
      if (canConnect(draft, source, target)) connect(draft, { source, target });
    }
  });
  select([toKey('node', id)]);
  keepView();
}

/** Adds a service where there is room: right of the selected node, else in the middle of the view. */
export function addServiceNearby(service: string): void {
  const [anchor] = getSelectedItems().nodes;
  const node = anchor === undefined ? undefined : findNode(getDesign(), anchor);
  const wanted = node?.position
    ? { x: node.position.x + nodeWidth + 104, y: node.position.y }
    : getDropPosition(getScreenCenter());
  addService({ service, position: findFreePlace(wanted) });
}

function canConnect(design: Design, source: string, target: string): boolean {
  const from = findNode(design, source);
  const to = findNode(design, target);
  return from !== undefined && to !== undefined && isAccepted(getVerdict(from.service, to.service));
}

/** Whether a service fits into an edge: both halves have to be legal. */
export function canSplice(design: Design, edge: string, service: string): boolean {
  const found = design.edges.find((candidate) => candidate.id === edge);
  const source = found && findNode(design, found.source);
  const target = found && findNode(design, found.target);
  if (!source || !target) return false;
  return isAccepted(getVerdict(source.service, service)) && isAccepted(getVerdict(service, target.service));
}

interface ConnectNodesArgs {
  source: string;
  target: string;
  sourcePort?: string | null | undefined;
  targetPort?: string | null | undefined;
}

/** Ports the app would choose anyway are left out of the document. */
export function getPortsToStore(
  design: Design,
  args: ConnectNodesArgs,
): { sourcePort?: string; targetPort?: string } {
  const source = findNode(design, args.source);
  const target = findNode(design, args.target);
  if (!source || !target) return {};
  const { kind } = getVerdict(source.service, target.service);
  const usualSource = findPort(findService(source.service), 'out', kind, undefined)?.id;
  const usualTarget = findPort(findService(target.service), 'in', kind, undefined)?.id;
  return {
    ...(args.sourcePort && args.sourcePort !== usualSource ? { sourcePort: args.sourcePort } : {}),
    ...(args.targetPort && args.targetPort !== usualTarget ? { targetPort: args.targetPort } : {}),
  };
}

/** Draws an edge and selects it. */
export function connectNodes(args: ConnectNodesArgs): void {
  let id = '';
  const ports = getPortsToStore(getDesign(), args);
  edit('Connect', (draft) => {
    id = connect(draft, { source: args.source, target: args.target, ...ports });
  });
  if (id) select([toKey('edge', id)]);
}

/** Puts the services of a chain between two nodes and selects what came in. */
export function insertChain(source: string, target: string, chain: readonly string[]): void {
  const before = new Set(getDesign().nodes.map((node) => node.id));
  edit(`Insert ${chain.map(nameOf).join(', ')}`, (draft) => {
    const { nodes } = insertMediators(draft, { source, target }, chain);
    const added = nodes.slice(0, chain.length).filter((id) => !before.has(id));
    makeRoom(draft, source, target, added);
  });
  const added = getDesign().nodes.filter((node) => !before.has(node.id));
  select(added.map((node) => toKey('node', node.id)));
}

/** Moves what comes after to the right until the new nodes fit between, and spreads them evenly. */
function makeRoom(draft: Design, source: string, target: string, added: readonly string[]): void {
  const from = findNode(draft, source)?.position;
  const to = findNode(draft, target)?.position;
  if (!from || !to || to.x < from.x || added.length === 0) return;
  const pitch = nodeWidth + 88;
  const missing = pitch * (added.length + 1) - (to.x - from.x);
  if (missing > 0) {
    const after = getDownstream(draft, target).add(target);
    for (const node of draft.nodes) {
      if (!after.has(node.id) || node.id === source || added.includes(node.id) || !node.position) continue;
      node.position = snapToGrid({ x: node.position.x + missing, y: node.position.y });
    }
  }
  const end = findNode(draft, target)?.position ?? to;
  added.forEach((id, index) => {
    const node = findNode(draft, id);
    const share = (index + 1) / (added.length + 1);
    if (!node) return;
    node.position = snapToGrid({
      x: from.x + (end.x - from.x) * share,
      y: from.y + (end.y - from.y) * share,
    });
  });
}

export function deleteSelection(): void {
  const items = getSelectedItems();
  const count = items.nodes.length + items.edges.length + items.containers.length + items.annotations.length;
  if (count === 0) return;
  edit(count === 1 ? 'Delete' : `Delete ${count} items`, (draft) => removeItems(draft, items));
  clearSelection();
}

/** Deletes the selected nodes and joins their neighbours where that is legal. */
export function deleteAndHeal(): void {
  const { nodes } = getSelectedItems();
  if (nodes.length === 0) return;
  edit('Delete and reconnect', (draft) => {
    for (const node of nodes) {
      removeNodeAndHeal(draft, { node, isAllowed: (source, target) => canConnect(draft, source, target) });
    }
  });
  clearSelection();
}

export function nudge(by: Position): void {
  const { nodes, containers, annotations } = getSelectedItems();
  edit('Move', (draft) => nudgeItems(draft, { nodes, containers, annotations, by }), 'nudge');
}

export function selectAll(): void {
  const design = getDesign();
  select(
    toKeys({
      nodes: design.nodes.map((node) => node.id),
      edges: design.edges.map((edge) => edge.id),
      containers: design.containers.map((container) => container.id),
      annotations: design.annotations.map((annotation) => annotation.id),
    }),
  );
}

/** Adds everything before or after the selected nodes to the selection. */
export function selectAlong(direction: 'upstream' | 'downstream'): void {
  const design = getDesign();
  const { nodes } = getSelectedItems();
  const follow = direction === 'upstream' ? getUpstream : getDownstream;
  const all = new Set(nodes);
  for (const node of nodes) {
    for (const id of follow(design, node)) all.add(id);
  }
  select([...all].map((id) => toKey('node', id)));
}

function getSelectedBoxes(): Box[] {
  const selected = new Set(getSelectedItems().nodes);
  return getDesign().nodes.flatMap((node) =>
    selected.has(node.id) && node.position
      ? [{ id: node.id, ...node.position, width: nodeWidth, height: nodeHeight }]
      : [],
  );
}

export function align(alignment: Alignment): void {
  const boxes = getSelectedBoxes();
  edit('Align', (draft) => alignNodes(draft, { boxes, alignment }));
}

export function distribute(axis: 'horizontal' | 'vertical'): void {
  const boxes = getSelectedBoxes();
  edit('Distribute', (draft) => distributeNodes(draft, { boxes, axis }));
}

const containerPadding = { x: 32, top: 56, bottom: 32 };

/** Draws a container around the selected nodes, or an empty one in the middle of the view. */
export function addContainerAround(kind: ContainerKind, name: string): void {
  const boxes = getSelectedBoxes();
  const { nodes } = getSelectedItems();
  let id = '';
  edit(`Add ${name}`, (draft) => {
    if (boxes.length === 0) {
      const middle = toCanvasPosition(getScreenCenter());
      const position = { x: middle.x - containerSize.width / 2, y: middle.y - containerSize.height / 2 };
      id = addContainer(draft, { kind, name, position: snapToGrid(position), size: containerSize });
      return;
    }
    const left = Math.min(...boxes.map((box) => box.x)) - containerPadding.x;
    const top = Math.min(...boxes.map((box) => box.y)) - containerPadding.top;
    const right = Math.max(...boxes.map((box) => box.x + box.width)) + containerPadding.x;
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + containerPadding.bottom;
    const parents = new Set(nodes.map((node) => findNode(draft, node)?.container));
    const [parent] = parents;
    id = addContainer(draft, {
      kind,
      name,
      position: { x: left, y: top },
      size: { width: right - left, height: bottom - top },
      nodes,
      ...(parents.size === 1 && parent !== undefined ? { parent } : {}),
    });
  });
  select([toKey('container', id)]);
}

/** Puts a note into the upper left of the view, where it rarely covers anything, and opens it for writing. */
export function addNote(): void {
  const corner = getCanvasElement()?.getBoundingClientRect();
  const position = toCanvasPosition({ x: (corner?.x ?? 0) + 48, y: (corner?.y ?? 0) + 48 });
  let id = '';
  edit('Add note', (draft) => {
    id = addAnnotation(draft, {
      text: 'Note',
      position: snapToGrid(position),
    });
  });
  select([toKey('annotation', id)]);
  startRenaming(toAnnotationFlowId(id));
}
