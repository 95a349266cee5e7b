import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Design } from '../../shared/graph/design.ts';

enablePatches();

/** One undo step. */
export interface Change {
  /** Rising number; tells which state was saved. */
  id: number;
  label: string;
  patches: Patch[];
  inverse: Patch[];
  /** Steps with the same group that follow each other become one (typing, arrow keys). */
  group: string | undefined;
}

export interface History {
  past: readonly Change[];
  future: readonly Change[];
  nextId: number;
}

export const emptyHistory: History = { past: [], future: [], nextId: 1 };

/** Oldest steps are forgotten beyond this. */
const longestPast = 500;

/** The document and history after a step, and the patches that led there. */
export interface Step {
  design: Design;
  history: History;
  patches: Patch[];
}

/** Runs a recipe; undefined when it changed nothing. */
export function applyEdit(
  design: Design,
  history: History,
  label: string,
  recipe: (draft: Design) => void,
  group?: string,
): Step | undefined {
  const [next, patches, inverse] = produceWithPatches(design, (draft: Design) => {
    recipe(draft);
  });
  if (patches.length === 0) return undefined;
  const last = history.past.at(-1);
  const merges = group !== undefined && last?.group === group && history.future.length === 0;
  const change: Change = merges
    ? {
        ...last,
        id: history.nextId,
        patches: [...last.patches, ...patches],
        inverse: [...inverse, ...last.inverse],
      }
    : { id: history.nextId, label, patches, inverse, group };
  const past = merges ? history.past.slice(0, -1) : history.past;
  return {
    design: next,
    history: { past: [...past, change].slice(-longestPast), future: [], nextId: history.nextId + 1 },
    patches,
  };
}

/** Goes one step back; undefined when there is none. */
export function undoChange(design: Design, history: History): Step | undefined {
  const change = history.past.at(-1);
  if (!change) return undefined;
  return {
    design: applyPatches(design, change.inverse),
    history: { ...history, past: history.past.slice(0, -1), future: [change, ...history.future] },
    patches: change.inverse,
  };
}

/** Goes one step forward again; undefined when there is none. */
export function redoChange(design: Design, history: History): Step | undefined {
  const [change, ...future] = history.future;
  if (!change) return undefined;
  return {
    design: applyPatches(design, change.patches),
    // A redone step never takes later typing in.
    history: { ...history, past: [...history.past, { ...change, group: undefined }], future },
    patches: change.patches,
  };
}
