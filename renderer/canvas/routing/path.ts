import type { Position } from '../../../shared/graph/design.ts';

const cornerRadius = 8;

const distance = (a: Position, b: Position): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Position, to: Position, length: number): Position {
  const full = distance(from, to);
  if (full === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / full, y: from.y + ((to.y - from.y) * length) / full };
}

/** SVG path along the points with rounded corners. */
export function buildPath(points: readonly Position[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M ${first.x} ${first.y}`];
  rest.forEach((point, index) => {
    const before = points[index] as Position;
    const after = points[index + 2];
    if (!after) {
      parts.push(`L ${point.x} ${point.y}`);
      return;
    }
    const radius = Math.min(cornerRadius, distance(before, point) / 2, distance(point, after) / 2);
    const enter = towards(point, before, radius);
    const leave = towards(point, after, radius);
    parts.push(`L ${enter.x} ${enter.y} Q ${point.x} ${point.y} ${leave.x} ${leave.y}`);
  });
  return parts.join(' ');
}

/** Middle of the longest straight piece: where a label has most room. */
export function getLabelPoint(points: readonly Position[]): Position {
  let best: Position = points[0] ?? { x: 0, y: 0 };
  let longest = -1;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1] as Position;
    const b = points[index] as Position;
    // Flat pieces carry text better than upright ones.
    const length = distance(a, b) * (a.y === b.y ? 1.5 : 1);
    if (length > longest) {
      longest = length;
      best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    }
  }
  return best;
}

/** Points along the line at a share of its length, 0–1; for things that travel on it. */
export function createWalker(points: readonly Position[]): { length: number; at(share: number): Position } {
  const lengths = [0];
  for (let index = 1; index < points.length; index += 1) {
    lengths.push(
      (lengths[index - 1] as number) + distance(points[index - 1] as Position, points[index] as Position),
    );
  }
  const total = lengths.at(-1) ?? 0;
  return {
    length: total,
    at(share) {
      const wanted = Math.min(1, Math.max(0, share)) * total;
      let index = 1;
      while (index < lengths.length - 1 && (lengths[index] as number) < wanted) index += 1;
      const start = points[index - 1];
      const end = points[index];
      if (!start || !end) return start ?? { x: 0, y: 0 };
      return towards(start, end, wanted - (lengths[index - 1] as number));
    },
  };
}
