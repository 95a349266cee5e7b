import type { Design, Position } from '../design.ts';
import { getContainedNodes, getInnerContainers } from '../queries.ts';

/** Canvas grid in CSS pixels; every stored position is a multiple of it. */
export const gridPixels = 8;

/** The nearest grid point. */
export function snapToGrid(position: Position): Position {
  return {
    x: Math.round(position.x / gridPixels) * gridPixels,
    y: Math.round(position.y / gridPixels) * gridPixels,
  };
}

/** New absolute positions by id. Containers take their contents along unless those are listed too. */
export interface MoveArgs {
  nodes?: ReadonlyMap<string, Position>;
  containers?: ReadonlyMap<string, Position>;
  annotations?: ReadonlyMap<string, Position>;
}

/** Puts items where they were dropped. */
export function moveItems(draft: Design, args: MoveArgs): void {
  for (const [id, position] of args.containers ?? []) moveContainer(draft, id, position, args);
  for (const node of draft.nodes) {
    const position = args.nodes?.get(node.id);
    if (position) node.position = position;
  }
  for (const annotation of draft.annotations) {
    const position = args.annotations?.get(annotation.id);
    if (position) annotation.position = position;
  }
}

function moveContainer(draft: Design, id: string, position: Position, args: MoveArgs): void {
  const container = draft.containers.find((candidate) => candidate.id === id);
  if (!container) return;
  const by = container.position
    ? { x: position.x - container.position.x, y: position.y - container.position.y }
    : { x: 0, y: 0 };
  container.position = position;
  for (const inner of getInnerContainers(draft, id)) {
    if (inner.position && !args.containers?.has(inner.id)) shift(inner, by);
  }
  for (const node of getContainedNodes(draft, id)) {
    if (node.position && !args.nodes?.has(node.id)) shift(node, by);
  }
}

function shift(item: { position?: Position }, by: Position): void {
  if (item.position) item.position = { x: item.position.x + by.x, y: item.position.y + by.y };
}

/** Shifts items by a distance, as the arrow keys do. Items without a position stay without. */
export function nudgeItems(
  draft: Design,
  args: {
    nodes: readonly string[];
    containers: readonly string[];
    annotations: readonly string[];
    by: Position;
  },
): void {
  const target = (item: { position?: Position }): Position | undefined =>
    item.position && { x: item.position.x + args.by.x, y: item.position.y + args.by.y };
  const select = (items: readonly { id: string; position?: Position }[], ids: readonly string[]) =>
    new Map(
      items.flatMap((item) => {
        const position = ids.includes(item.id) ? target(item) : undefined;
        return position ? [[item.id, position] as const] : [];
      }),
    );
  moveItems(draft, {
    nodes: select(draft.nodes, args.nodes),
    containers: select(draft.containers, args.containers),
    annotations: select(draft.annotations, args.annotations),
  });
}
