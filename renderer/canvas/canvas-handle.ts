import type { ReactFlowInstance } from '@xyflow/react';
import type { DesignTarget, Position } from '../../shared/graph/design.ts';
import { snapToGrid } from '../../shared/graph/edits/move-items.ts';
import { findEdge } from '../../shared/graph/queries.ts';
import { getDesign } from '../state/design-store.ts';
import { toContainerFlowId } from './flow-ids.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { nodeHeight, nodeWidth } from './geometry.ts';

type Instance = ReactFlowInstance<FlowNode, FlowEdge>;

let instance: Instance | undefined;
let element: HTMLElement | undefined;
/** The view shows the whole design because the app fitted it, and nobody has moved it since. */
let isFitted = false;

/** The canvas tells where it is; commands and panels outside reach it through this module. */
export function registerCanvas(flow: Instance | undefined, root: HTMLElement | undefined): void {
  instance = flow;
  element = root;
}

const reducesMotion = (): boolean => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
const duration = (): number => (reducesMotion() ? 0 : 140);

/** The user moved the view: it is theirs now. */
export function keepView(): void {
  isFitted = false;
}

/** After a panel opened or closed: what was wholly visible stays so. */
export function refitView(): void {
  if (isFitted) fitView(undefined, { animate: false });
}

export const getFlowNodes = (): FlowNode[] => instance?.getNodes() ?? [];
export const getCanvasElement = (): HTMLElement | undefined => element;
export const zoomIn = (): void => void instance?.zoomIn({ duration: duration() });
export const zoomOut = (): void => void instance?.zoomOut({ duration: duration() });
export const zoomTo = (zoom: number): void => void instance?.zoomTo(zoom, { duration: duration() });

/** Shows the whole design, or the given nodes. Small designs are not blown up. */
export function fitView(nodes?: readonly string[], options: { animate?: boolean } = {}): void {
  isFitted = nodes === undefined;
  void instance?.fitView({
    padding: 0.12,
    maxZoom: 1,
    duration: options.animate === false ? 0 : duration(),
    ...(nodes ? { nodes: nodes.map((id) => ({ id })) } : {}),
  });
}

/** Brings a target to the middle without changing the zoom, unless it would be unreadable. */
export function centerOn(target: DesignTarget): void {
  if (!instance || target.kind === 'design' || target.kind === 'scenario') return;
  const point = getCenter(target);
  if (!point) return;
  void instance.setCenter(point.x, point.y, {
    zoom: Math.max(instance.getZoom(), 0.6),
    duration: duration(),
  });
}

function getCenter(target: DesignTarget): Position | undefined {
  const design = getDesign();
  const centerOf = (flowId: string): Position | undefined => {
    const node = instance?.getInternalNode(flowId);
    if (!node) return undefined;
    const { positionAbsolute } = node.internals;
    return {
      x: positionAbsolute.x + (node.measured.width ?? 0) / 2,
      y: positionAbsolute.y + (node.measured.height ?? 0) / 2,
    };
  };
  if (target.kind === 'node') return centerOf(target.id);
  if (target.kind === 'container') return centerOf(toContainerFlowId(target.id));
  if (target.kind === 'workload') {
    const node = design.workloads.find((workload) => workload.id === target.id)?.node;
    return node === undefined ? undefined : centerOf(node);
  }
  if (target.kind !== 'edge') return undefined;
  const edge = findEdge(design, target.id);
  const source = edge && centerOf(edge.source);
  const end = edge && centerOf(edge.target);
  return source && end && { x: (source.x + end.x) / 2, y: (source.y + end.y) / 2 };
}

/** Canvas position of a point on the screen. */
export function toCanvasPosition(point: Position): Position {
  return instance?.screenToFlowPosition(point, { snapToGrid: false }) ?? point;
}

/** Screen point in the middle of the canvas. */
export function getScreenCenter(): Position {
  const box = element?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}

/** Top-left corner of a card whose middle is at the screen point, on the grid. */
export function getDropPosition(point: Position): Position {
  const { x, y } = toCanvasPosition(point);
  return snapToGrid({ x: x - nodeWidth / 2, y: y - nodeHeight / 2 });
}

/** The nearest place below or beside the wanted one where a card covers no other. */
export function findFreePlace(wanted: Position): Position {
  const nodes = getDesign().nodes;
  const covers = (place: Position): boolean =>
    nodes.some(
      (node) =>
        node.position !== undefined &&
        Math.abs(node.position.x - place.x) < nodeWidth + 16 &&
        Math.abs(node.position.y - place.y) < nodeHeight + 16,
    );
  let place = snapToGrid(wanted);
  for (let tries = 0; covers(place) && tries < 200; tries += 1) {
    place = { x: place.x, y: place.y + nodeHeight + 24 };
  }
  return place;
}
