import { create } from 'zustand';
import type { Position } from '../../../shared/graph/design.ts';
import type { FlowEdge, FlowNode } from '../flow-types.ts';
import { buildPath, getLabelPoint } from './path.ts';
import { type Rect, type RouteEnd, routeEdge, type Side } from './route-edge.ts';
import { type Route, spreadRoutes } from './spread-routes.ts';

export interface DrawnRoute {
  points: readonly Position[];
  path: string;
  label: Position;
}

interface RoutesState {
  routes: ReadonlyMap<string, DrawnRoute>;
}

export const useRoutes = create<RoutesState>()(() => ({ routes: new Map() }));

function findEnd(node: FlowNode | undefined, handle: string | null | undefined): RouteEnd | undefined {
  const port = node?.handles?.find((candidate) => candidate.id === handle) ?? undefined;
  if (!node || !port) return undefined;
  return {
    x: node.position.x + port.x + (port.width ?? 0) / 2,
    y: node.position.y + port.y + (port.height ?? 0) / 2,
    side: port.position as Side,
  };
}

function draw(points: readonly Position[], before: DrawnRoute | undefined): DrawnRoute {
  const path = buildPath(points);
  return before?.path === path ? before : { points, path, label: getLabelPoint(points) };
}

/**
 * Routes the edges around the nodes. With `only`, just the edges at those nodes are routed anew:
 * that is what a drag can afford in every frame.
 */
export function updateRoutes(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  only?: ReadonlySet<string>,
): void {
  const before = useRoutes.getState().routes;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const services = nodes.filter((node) => node.type === 'service');
  const rects: Rect[] = services.map((node) => ({
    x: node.position.x,
    y: node.position.y,
    width: node.width ?? 0,
    height: node.height ?? 0,
  }));
  const fresh: Route[] = [];
  for (const edge of edges) {
    if (only && !only.has(edge.source) && !only.has(edge.target)) continue;
    const start = findEnd(byId.get(edge.source), edge.sourceHandle);
    const end = findEnd(byId.get(edge.target), edge.targetHandle);
    if (!start || !end) continue;
    fresh.push({
      id: edge.id,
      source: edge.source,
      target: edge.target,
      points: routeEdge(start, end, rects),
    });
  }
  const routes = new Map<string, DrawnRoute>();
  if (only) {
    for (const edge of edges) {
      const known = before.get(edge.id);
      if (known) routes.set(edge.id, known);
    }
  }
  for (const route of spreadRoutes(fresh, rects)) {
    routes.set(route.id, draw(route.points, before.get(route.id)));
  }
  useRoutes.setState({ routes });
}
