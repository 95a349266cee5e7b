import type { FlowNode } from './flow-types.ts';

/** A line through nodes that are aligned: upright at `at` for the x axis, flat for the y axis. */
export interface Guide {
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

/** How far a guide reaches over the nodes, in canvas pixels. */
const overhang = 12;

interface Span {
  start: number;
  middle: number;
  end: number;
}

function getSpan(node: FlowNode, axis: 'x' | 'y'): Span {
  const start = node.position[axis];
  const length = (axis === 'x' ? node.width : node.height) ?? 0;
  return { start, middle: start + length / 2, end: start + length };
}

/** The lines a node shares with others: left, middle, right, top, middle, bottom; the nearest ones of each. */
export function findGuides(node: FlowNode, nodes: readonly FlowNode[]): Guide[] {
  const others = nodes.filter((other) => other.type === 'service' && other.id !== node.id);
  return (['x', 'y'] as const).flatMap((axis) => {
    const across = axis === 'x' ? 'y' : 'x';
    const own = getSpan(node, axis);
    const ownAcross = getSpan(node, across);
    // The middle says more than the edges: cards of one size share all three.
    const line = (['middle', 'start', 'end'] as const).find((part) =>
      others.some((other) => getSpan(other, axis)[part] === own[part]),
    );
    if (!line) return [];
    const aligned = others.filter((other) => getSpan(other, axis)[line] === own[line]);
    const spans = [ownAcross, ...aligned.map((other) => getSpan(other, across))];
    return [
      {
        axis,
        at: own[line],
        from: Math.min(...spans.map((span) => span.start)) - overhang,
        to: Math.max(...spans.map((span) => span.end)) + overhang,
      },
    ];
  });
}
