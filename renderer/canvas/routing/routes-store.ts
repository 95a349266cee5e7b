import { create } from 'zustand';
import type { Position } from '../../../shared/graph/design.ts';
import type { FlowEdge, FlowNode } from '../flow-types.ts';
import { buildPath, getLabelPoint } from './path.ts';
import { isFree, type Rect, type RouteEnd, routeEdge, routeRoughly, type Side } from './route-edge.ts';
import { type Route, spreadRoutes } from './spread-routes.ts';

export interface DrawnRoute extends Route {
  path: string;
  label: Position;
}

interface RoutesState {
  routes: ReadonlyMap<string, DrawnRoute>;
}

export const useRoutes = create<RoutesState>()(() => ({ routes: new Map() }));

interface Ends {
  edge: FlowEdge;
  start: RouteEnd;
  end: RouteEnd;
}

/** Edges routed in one go; more are drawn roughly first and done in slices, so that nothing stands still. */
const edgesAtOnce = 60;
const sliceMilliseconds = 8;
/** Beyond this many edges, lines on each other are the lesser evil than the time to part them. */
const spreadLimit = 400;

function findEnd(node: FlowNode | undefined, handle: string | null | undefined): RouteEnd | undefined {
  const port = node?.handles?.find((candidate) => candidate.id === handle);
  if (!node || !port) return undefined;
  return {
    x: node.position.x + port.x + (port.width ?? 0) / 2,
    y: node.position.y + port.y + (port.height ?? 0) / 2,
    side: port.position as Side,
  };
}

function findAllEnds(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Ends[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return edges.flatMap((edge) => {
    const start = findEnd(byId.get(edge.source), edge.sourceHandle);
    const end = findEnd(byId.get(edge.target), edge.targetHandle);
    return start && end ? [{ edge, start, end }] : [];
  });
}

const toRect = (node: FlowNode): Rect => ({
  ...node.position,
  width: node.width ?? 0,
  height: node.height ?? 0,
});

const getRects = (nodes: readonly FlowNode[]): Rect[] =>
  nodes.filter((node) => node.type === 'service').map(toRect);

function draw(route: Route, before: DrawnRoute | undefined): DrawnRoute {
  const path = buildPath(route.points);
  return before?.path === path ? before : { ...route, path, label: getLabelPoint(route.points) };
}

/** Whether a drawn line still begins and ends at the ports of its edge. */
function fits(route: DrawnRoute | undefined, { start, end }: Ends): route is DrawnRoute {
  const first = route?.points[0];
  const last = route?.points.at(-1);
  return first?.x === start.x && first.y === start.y && last?.x === end.x && last.y === end.y;
}

function routeAll(
  ends: readonly Ends[],
  rects: readonly Rect[],
  others: readonly DrawnRoute[],
  find: typeof routeEdge,
): Route[] {
  const routes = ends.map(({ edge, start, end }) => ({
    id: edge.id,
    source: edge.source,
    target: edge.target,
    points: find(start, end, rects),
  }));
  return routes.length + others.length > spreadLimit ? routes : spreadRoutes(routes, rects, others);
}

function replaceRoutes(kept: readonly DrawnRoute[], fresh: readonly Route[]): void {
  const before = useRoutes.getState().routes;
  const routes = new Map(kept.map((route) => [route.id, route]));
  for (const route of fresh) routes.set(route.id, draw(route, before.get(route.id)));
  useRoutes.setState({ routes });
}

/** Routes the edges at some nodes anew: what a drag can afford in every frame. */
export function updateRoutes(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  only: ReadonlySet<string>,
): void {
  const before = useRoutes.getState().routes;
  const isTouched = (edge: FlowEdge): boolean => only.has(edge.source) || only.has(edge.target);
  const touched = edges.filter(isTouched);
  const kept = edges.flatMap((edge) => (isTouched(edge) ? [] : (before.get(edge.id) ?? [])));
  const find = touched.length > edgesAtOnce ? routeRoughly : routeEdge;
  replaceRoutes(kept, routeAll(findAllEnds(nodes, touched), getRects(nodes), kept, find));
}

let slice: ReturnType<typeof setTimeout> | undefined;
let lastRects: ReadonlySet<string> = new Set();

const keyOf = ({ x, y, width, height }: Rect): string => `${x} ${y} ${width} ${height}`;

/**
 * Brings all lines up to date with the nodes: those whose ends moved, and those that something new
 * stands in the way of.
 */
export function refreshRoutes(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): void {
  clearTimeout(slice);
  const before = useRoutes.getState().routes;
  const rects = getRects(nodes);
  const added = rects.filter((rect) => !lastRects.has(keyOf(rect)));
  lastRects = new Set(rects.map(keyOf));
  const stale: Ends[] = [];
  const kept: DrawnRoute[] = [];
  for (const ends of findAllEnds(nodes, edges)) {
    const known = before.get(ends.edge.id);
    if (fits(known, ends) && isFree(known.points, added)) kept.push(known);
    else stale.push(ends);
  }
  if (stale.length <= edgesAtOnce) {
    replaceRoutes(kept, routeAll(stale, rects, kept, routeEdge));
    return;
  }
  replaceRoutes(kept, routeAll(stale, rects, kept, routeRoughly));
  slice = setTimeout(() => refine(stale, rects), 0);
}

/** Works off what was drawn roughly, a few milliseconds at a time. */
function refine(waiting: readonly Ends[], rects: readonly Rect[]): void {
  const started = performance.now();
  const { routes } = useRoutes.getState();
  const fresh: Route[] = [];
  let count = 0;
  while (count < waiting.length && performance.now() - started < sliceMilliseconds) {
    fresh.push(...routeAll([waiting[count] as Ends], rects, [], routeEdge));
    count += 1;
  }
  const rest = waiting.slice(count);
  const isLast = rest.length === 0;
  const ids = new Set(fresh.map((route) => route.id));
  const kept = [...routes.values()].filter((route) => !ids.has(route.id));
  replaceRoutes(kept, fresh);
  if (!isLast) {
    slice = setTimeout(() => refine(rest, rects), 0);
  } else if (routes.size <= spreadLimit) {
    replaceRoutes([], spreadRoutes([...useRoutes.getState().routes.values()], rects));
  }
}
