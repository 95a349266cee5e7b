import type { Position } from '../../../shared/graph/design.ts';
import { isFree, type Rect } from './route-edge.ts';

export interface Route {
  id: string;
  source: string;
  target: string;
  points: Position[];
}

/** Distance between lines that would lie on each other. */
const laneGap = 8;

interface Piece {
  x: number;
  top: number;
  bottom: number;
  source: string;
  target: string;
}

/**
 * Moves vertical pieces of unrelated edges apart that would lie on each other. Edges that share an
 * end may run together: there the joint line says that they belong together. `others` stay where they are.
 */
export function spreadRoutes(
  routes: readonly Route[],
  nodes: readonly Rect[],
  others: readonly Route[] = [],
): Route[] {
  const taken = others.flatMap(getUprightPieces);
  return routes.map((route) => {
    const points = [...route.points];
    for (let index = 1; index < points.length - 2; index += 1) {
      const a = points[index] as Position;
      const b = points[index + 1] as Position;
      if (a.x !== b.x) continue;
      const x = findFreeX(route, a, b, taken, nodes, points, index);
      points[index] = { x, y: a.y };
      points[index + 1] = { x, y: b.y };
      taken.push({
        x,
        top: Math.min(a.y, b.y),
        bottom: Math.max(a.y, b.y),
        source: route.source,
        target: route.target,
      });
    }
    return { ...route, points };
  });
}

/** Vertical pieces between the first and the last one, which belong to the ports. */
function getUprightPieces({ points, source, target }: Route): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 1; index < points.length - 2; index += 1) {
    const a = points[index] as Position;
    const b = points[index + 1] as Position;
    if (a.x === b.x)
      pieces.push({ x: a.x, top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y), source, target });
  }
  return pieces;
}

function findFreeX(
  route: Route,
  a: Position,
  b: Position,
  taken: readonly Piece[],
  nodes: readonly Rect[],
  points: readonly Position[],
  index: number,
): number {
  const top = Math.min(a.y, b.y);
  const bottom = Math.max(a.y, b.y);
  const collides = (x: number): boolean =>
    taken.some(
      (piece) =>
        Math.abs(piece.x - x) < laneGap - 1 &&
        piece.top < bottom &&
        piece.bottom > top &&
        piece.source !== route.source &&
        piece.target !== route.target,
    );
  const left = points[index - 1] as Position;
  const right = points[index + 2] as Position;
  const low = Math.min(left.x, right.x) + laneGap;
  const high = Math.max(left.x, right.x) - laneGap;
  for (const shift of [0, 1, -1, 2, -2, 3, -3]) {
    const x = a.x + shift * laneGap;
    if (shift !== 0 && (x < low || x > high)) continue;
    if (collides(x)) continue;
    if (shift === 0 || isFree([left, { x, y: a.y }, { x, y: b.y }, right], nodes)) return x;
  }
  return a.x;
}
