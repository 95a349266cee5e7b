import type { ELK, ElkNode } from 'elkjs/lib/elk-api';
import type { Design } from '../../shared/graph/design.ts';
import { applyPositions, type LaidOut } from '../../shared/graph/edits/apply-positions.ts';
import { buildLayoutGraph, keepPlaced, type LayoutGraph, readLayout } from '../../shared/graph/layout.ts';
import { fitView } from '../canvas/canvas-handle.ts';
import { edit, getDesign } from '../state/design-store.ts';
import { setTask } from '../state/status-store.ts';

const taskId = 'layout';

let elk: ELK | undefined;
let rejectCurrent: ((reason: Error) => void) | undefined;

/** The layout runs in a worker: a thousand nodes take a second or two, and the canvas stays alive. */
async function getElk(): Promise<ELK> {
  const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
    import('elkjs/lib/elk-api'),
    import('elkjs/lib/elk-worker.min.js?worker'),
  ]);
  elk ??= new Elk({ workerFactory: () => new ElkWorker() });
  return elk;
}

/** Stops the worker; the next layout starts a new one. */
function cancelLayout(): void {
  elk?.terminateWorker();
  elk = undefined;
  rejectCurrent?.(new LayoutCancelled());
}

class LayoutCancelled extends Error {}

async function computeLayout(design: Design): Promise<LaidOut> {
  const engine = await getElk();
  const cancelled = new Promise<never>((_resolve, reject) => {
    rejectCurrent = reject;
  });
  // Only shown when it takes long enough to be noticed.
  const timer = setTimeout(
    () => setTask(taskId, { label: 'Laying out', fraction: undefined, cancel: cancelLayout }),
    300,
  );
  try {
    const graph = await Promise.race([engine.layout(buildLayoutGraph(design) as ElkNode), cancelled]);
    return readLayout(design, graph as LayoutGraph);
  } finally {
    clearTimeout(timer);
    setTask(taskId, undefined);
    rejectCurrent = undefined;
  }
}

async function layout(
  label: string,
  refine: (design: Design, laidOut: LaidOut) => LaidOut,
): Promise<boolean> {
  const design = getDesign();
  try {
    const laidOut = refine(design, await computeLayout(design));
    // Edits made meanwhile win: the places are those of a design that no longer exists.
    if (getDesign().nodes !== design.nodes) return false;
    return edit(label, (draft) => applyPositions(draft, laidOut));
  } catch (error) {
    if (error instanceof LayoutCancelled) return false;
    throw error;
  }
}

/** Lays the whole design out from left to right, as one undo step. */
export async function layoutDesign(): Promise<void> {
  if (await layout('Lay out', (_design, laidOut) => laidOut)) requestAnimationFrame(() => fitView());
}

/** Finds places for the nodes that have none; the others stay. */
export async function placeMissing(): Promise<void> {
  await layout('Place new items', keepPlaced);
}
