import type { Design, Position } from '../design.ts';
import { snapToGrid } from './move-items.ts';

/** Rectangle of an item on the canvas in CSS pixels. */
export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

/** Lines nodes up along one side or their middle, measured over all of them. */
export function alignNodes(draft: Design, args: { boxes: readonly Box[]; alignment: Alignment }): void {
  const { boxes, alignment } = args;
  if (boxes.length < 2) return;
  const left = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const top = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const place: Record<Alignment, (box: Box) => Position> = {
    left: (box) => ({ x: left, y: box.y }),
    center: (box) => ({ x: (left + right - box.width) / 2, y: box.y }),
    right: (box) => ({ x: right - box.width, y: box.y }),
    top: (box) => ({ x: box.x, y: top }),
    middle: (box) => ({ x: box.x, y: (top + bottom - box.height) / 2 }),
    bottom: (box) => ({ x: box.x, y: bottom - box.height }),
  };
  setPositions(draft, new Map(boxes.map((box) => [box.id, place[alignment](box)])));
}

/** Gives nodes equal gaps along one axis; the outermost two stay where they are. */
export function distributeNodes(
  draft: Design,
  args: { boxes: readonly Box[]; axis: 'horizontal' | 'vertical' },
): void {
  if (args.boxes.length < 3) return;
  const [start, length] = args.axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const boxes = [...args.boxes].sort((a, b) => a[start] - b[start]);
  const first = boxes[0] as Box;
  const last = boxes.at(-1) as Box;
  const used = boxes.reduce((sum, box) => sum + box[length], 0);
  const gap = (last[start] + last[length] - first[start] - used) / (boxes.length - 1);
  const positions = new Map<string, Position>();
  let at = first[start];
  for (const box of boxes) {
    positions.set(box.id, args.axis === 'horizontal' ? { x: at, y: box.y } : { x: box.x, y: at });
    at += box[length] + gap;
  }
  setPositions(draft, positions);
}

function setPositions(draft: Design, positions: ReadonlyMap<string, Position>): void {
  for (const node of draft.nodes) {
    const position = positions.get(node.id);
    if (position) node.position = snapToGrid(position);
  }
}
