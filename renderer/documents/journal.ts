import { serializeDesign } from '../../shared/graph/serialize-design.ts';
import { writeJournal } from '../app-api.ts';
import { getDesign, onPatches } from '../state/design-store.ts';

/** Changes wait this long for more of their kind: typing would write a line per key otherwise. */
const delayMilliseconds = 250;

interface Journal {
  handle: string;
  /** Operations acknowledged, counted from 1 for each base. */
  written: number;
  waiting: string[];
  wantsBase: boolean;
  isWriting: boolean;
}

let journal: Journal | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Begins to write changes of a document down, so that a crash loses at most the last moment. */
export function startJournal(handle: string, written: number): void {
  clearTimeout(timer);
  journal = { handle, written, waiting: [], wantsBase: false, isWriting: false };
}

/** Writes down what is waiting; a save does so first, so that file and journal agree. */
export async function flushJournal(): Promise<void> {
  const current = journal;
  if (!current || current.isWriting || (current.waiting.length === 0 && !current.wantsBase)) return;
  current.isWriting = true;
  const operations = current.waiting;
  const isBase = current.wantsBase;
  current.waiting = [];
  current.wantsBase = false;
  try {
    const answer = await writeJournal({
      handle: current.handle,
      // A new base holds what was waiting, too.
      ...(isBase ? { base: serializeDesign(getDesign()) } : {}),
      sequence: isBase ? 1 : current.written + 1,
      operations: isBase ? [] : operations,
    });
    current.written = answer.acknowledged;
    current.wantsBase ||= answer.wantsBase;
  } catch {
    // The main process reports the disk's state itself; a fresh base makes good what is missing.
    current.wantsBase = true;
  } finally {
    current.isWriting = false;
  }
  if (current.waiting.length > 0) schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void flushJournal(), delayMilliseconds);
}

/** Follows the document's changes; returns the way to stop. */
export function watchJournal(): () => void {
  return onPatches((patches) => {
    if (!journal) return;
    journal.waiting.push(JSON.stringify(patches));
    schedule();
  });
}
