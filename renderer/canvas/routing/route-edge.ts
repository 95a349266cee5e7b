import type { Position } from '../../../shared/graph/design.ts';

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface RouteEnd extends Position {
  side: Side;
}

/** Distance kept from nodes, and length of the straight piece at each end. */
const clearance = 16;
const bendCost = 40;

const directions: Record<Side, Position> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

const stepOut = (end: RouteEnd): Position => ({
  x: end.x + directions[end.side].x * clearance,
  y: end.y + directions[end.side].y * clearance,
});

/** Whether the straight piece from a to b enters the rectangle (touching its border is free). */
function crosses(a: Position, b: Position, rect: Rect): boolean {
  return (
    Math.max(a.x, b.x) > rect.x &&
    Math.min(a.x, b.x) < rect.x + rect.width &&
    Math.max(a.y, b.y) > rect.y &&
    Math.min(a.y, b.y) < rect.y + rect.height
  );
}

/** Whether an orthogonal line of points stays out of all rectangles. */
export function isFree(points: readonly Position[], rects: readonly Rect[]): boolean {
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1] as Position;
    const b = points[index] as Position;
    if (rects.some((rect) => crosses(a, b, rect))) return false;
  }
  return true;
}

const inflate = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

/** Removes points in the middle of a straight piece. */
export function simplify(points: readonly Position[]): Position[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    const isStraight =
      (before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y);
    return !isStraight;
  });
}

/** One vertical piece between two horizontal ones, at `x`. */
const viaX = (start: RouteEnd, end: RouteEnd, x: number): Position[] =>
  simplify([start, { x, y: start.y }, { x, y: end.y }, end]);

/** The route for the common case: out on the right, in on the left, room between. */
function findForwardRoute(start: RouteEnd, end: RouteEnd, rects: readonly Rect[]): Position[] | undefined {
  if (start.side !== 'right' || end.side !== 'left' || end.x < start.x + 2 * clearance) return undefined;
  const middle = (start.x + end.x) / 2;
  const gaps = rects.flatMap((rect) => [rect.x, rect.x + rect.width]);
  const candidates = [middle, end.x - clearance, start.x + clearance, ...gaps]
    .filter((x) => x >= start.x + clearance && x <= end.x - clearance)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  for (const x of candidates) {
    const route = viaX(start, end, x);
    if (isFree(route, rects)) return route;
  }
  return undefined;
}

/**
 * Orthogonal line from one port to another that goes through no node, as short and straight as
 * can be found. Falls back to a line through nodes only when the ends are walled in.
 */
export function routeEdge(start: RouteEnd, end: RouteEnd, nodes: readonly Rect[]): Position[] {
  const reach = 240;
  const region = inflate(
    {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(start.x - end.x),
      height: Math.abs(start.y - end.y),
    },
    reach,
  );
  // A pixel less than the clearance: lines may run along the rim that other lines use.
  const rects = nodes.filter((rect) => overlaps(rect, region)).map((rect) => inflate(rect, clearance - 1));
  const from = stepOut(start);
  const to = stepOut(end);
  const open = rects.filter((rect) => !contains(rect, from) && !contains(rect, to));
  const forward = findForwardRoute(start, end, open);
  if (forward) return forward;
  const walk = findWalk(from, start.side, to, open);
  if (walk) return simplify([start, ...walk, end]);
  return routeRoughly(start, end);
}

/** A line at once, without a look at the nodes: out, across in the middle, in. */
export function routeRoughly(start: RouteEnd, end: RouteEnd): Position[] {
  const from = stepOut(start);
  const to = stepOut(end);
  const x = (from.x + to.x) / 2;
  return simplify([start, from, { x, y: from.y }, { x, y: to.y }, to, end]);
}

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const contains = (rect: Rect, point: Position): boolean =>
  point.x > rect.x && point.x < rect.x + rect.width && point.y > rect.y && point.y < rect.y + rect.height;

/** Shortest walk with few bends over the lines that the rims of the rectangles make. */
function findWalk(from: Position, side: Side, to: Position, rects: readonly Rect[]): Position[] | undefined {
  const unique = (values: number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
  const xs = unique([from.x, to.x, (from.x + to.x) / 2, ...rects.flatMap((r) => [r.x, r.x + r.width])]);
  const ys = unique([from.y, to.y, (from.y + to.y) / 2, ...rects.flatMap((r) => [r.y, r.y + r.height])]);
  const columns = xs.length;
  const startCell = ys.indexOf(from.y) * columns + xs.indexOf(from.x);
  const endCell = ys.indexOf(to.y) * columns + xs.indexOf(to.x);
  const point = (cell: number): Position => ({
    x: xs[cell % columns] as number,
    y: ys[Math.floor(cell / columns)] as number,
  });
  // A state is a cell and the axis it was entered on: bends cost extra.
  const isHorizontal = side === 'left' || side === 'right';
  const stateCount = columns * ys.length * 2;
  const cost = new Float64Array(stateCount).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(stateCount).fill(-1);
  const queue = new StateQueue();
  const first = startCell * 2 + (isHorizontal ? 0 : 1);
  cost[first] = 0;
  queue.push(first, 0);
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const cell = state >> 1;
    if (cell === endCell) return collect(state, cameFrom, point);
    const here = point(cell);
    const spent = cost[state] as number;
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    const neighbours: [number, number][] = [];
    if (column > 0) neighbours.push([cell - 1, 0]);
    if (column < columns - 1) neighbours.push([cell + 1, 0]);
    if (row > 0) neighbours.push([cell - columns, 1]);
    if (row < ys.length - 1) neighbours.push([cell + columns, 1]);
    for (const [next, axis] of neighbours) {
      const there = point(next);
      if (rects.some((rect) => crosses(here, there, rect))) continue;
      const length = Math.abs(here.x - there.x) + Math.abs(here.y - there.y);
      const total = spent + length + (axis === (state & 1) ? 0 : bendCost);
      const nextState = next * 2 + axis;
      if (total >= (cost[nextState] as number)) continue;
      cost[nextState] = total;
      cameFrom[nextState] = state;
      queue.push(nextState, total + Math.abs(there.x - to.x) + Math.abs(there.y - to.y));
    }
  }
  return undefined;
}

function collect(state: number, cameFrom: Int32Array, point: (cell: number) => Position): Position[] {
  const points: Position[] = [];
  for (let current = state; current >= 0; current = cameFrom[current] as number)
    points.push(point(current >> 1));
  return points.reverse();
}

/** Binary heap of states by cost. */
class StateQueue {
  readonly #items: { state: number; cost: number }[] = [];

  push(state: number, cost: number): void {
    const items = this.#items;
    items.push({ state, cost });
    let index = items.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if ((items[parent]?.cost ?? 0) <= cost) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (!top || !last) return undefined;
    if (items.length > 0) {
      items[0] = last;
      this.#sink();
    }
    return top.state;
  }

  #sink(): void {
    const items = this.#items;
    let index = 0;
    for (;;) {
      let smallest = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        const candidate = items[child];
        if (candidate && candidate.cost < (items[smallest]?.cost ?? 0)) smallest = child;
      }
      if (smallest === index) return;
      this.#swap(index, smallest);
      index = smallest;
    }
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    const item = items[a];
    const other = items[b];
    if (!item || !other) return;
    items[a] = other;
    items[b] = item;
  }
}
