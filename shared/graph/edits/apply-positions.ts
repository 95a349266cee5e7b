import type { Design, Position } from '../design.ts';

/** What a layout answers: absolute rectangles by id. */
export interface LaidOut {
  nodes: ReadonlyMap<string, Position>;
  containers: ReadonlyMap<string, { position: Position; size: { width: number; height: number } }>;
}

/** Takes over a computed layout; items it does not name stay where they are. */
export function applyPositions(draft: Design, args: LaidOut): void {
  for (const node of draft.nodes) {
    const position = args.nodes.get(node.id);
    if (position) node.position = position;
  }
  for (const container of draft.containers) {
    const box = args.containers.get(container.id);
    if (!box) continue;
    container.position = box.position;
    container.size = box.size;
  }
}
