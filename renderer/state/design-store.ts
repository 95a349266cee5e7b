import type { Patch } from 'immer';
import { create } from 'zustand';
import { createDesign } from '../../shared/graph/create-design.ts';
import type { Design } from '../../shared/graph/design.ts';
import { applyEdit, emptyHistory, type History, redoChange, type Step, undoChange } from './history.ts';

/** Where the document lives; `handle` stands for the file, whose path the page never learns. */
export interface DocumentPlace {
  handle: string;
  name: string;
  folder?: string | undefined;
  readOnly: boolean;
}

interface DesignState {
  design: Design;
  history: History;
  /** Id of the last change when the document was saved; 0 is the state as opened. */
  savedChange: number;
  /** Undefined outside the desktop app (tests, preview). */
  place: DocumentPlace | undefined;
  /** Rises with every document opened, so that views can start afresh. */
  documentNumber: number;
}

export const useDesign = create<DesignState>()(() => ({
  design: createDesign(),
  history: emptyHistory,
  savedChange: 0,
  place: undefined,
  documentNumber: 0,
}));

const topChange = (history: History): number => history.past.at(-1)?.id ?? 0;

/** Whether there are changes since the last save. */
export const isDirty = (state: DesignState): boolean => topChange(state.history) !== state.savedChange;

/** The document as it is now, for code outside React. */
export const getDesign = (): Design => useDesign.getState().design;

type PatchListener = (patches: readonly Patch[]) => void;
const listeners = new Set<PatchListener>();

/** Tells of every change as patches, in order; the recovery journal writes them down. */
export function onPatches(listener: PatchListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function take(step: Step | undefined): boolean {
  if (!step) return false;
  useDesign.setState({ design: step.design, history: step.history });
  for (const listener of listeners) listener(step.patches);
  return true;
}

/**
 * Changes the document: the only way to do so. One call is one undo step; calls with the same
 * `group` right after each other are one together.
 */
export function edit(label: string, recipe: (draft: Design) => void, group?: string): boolean {
  const { design, history } = useDesign.getState();
  return take(applyEdit(design, history, label, recipe, group));
}

/** Ends a group: the next edit is a step of its own even with the same group name. */
export function endGroup(): void {
  const { history } = useDesign.getState();
  const last = history.past.at(-1);
  if (last?.group === undefined) return;
  useDesign.setState({
    history: { ...history, past: [...history.past.slice(0, -1), { ...last, group: undefined }] },
  });
}

/** Takes the open group back as if it had never been: nothing is left to redo. */
export function revertGroup(): void {
  const { design, history } = useDesign.getState();
  if (history.past.at(-1)?.group === undefined) return;
  const step = undoChange(design, history);
  if (step) take({ ...step, history: { ...step.history, future: [] } });
}

export function undo(): void {
  const { design, history } = useDesign.getState();
  take(undoChange(design, history));
}

export function redo(): void {
  const { design, history } = useDesign.getState();
  take(redoChange(design, history));
}

/**
 * Replaces the document. `unsaved` marks one that exists in no file yet (a template, a design the
 * app had to change while opening).
 */
export function openDocument(
  design: Design,
  options: { place?: DocumentPlace | undefined; unsaved?: boolean } = {},
): void {
  useDesign.setState((state) => ({
    design,
    history: emptyHistory,
    savedChange: options.unsaved ? -1 : 0,
    place: options.place,
    documentNumber: state.documentNumber + 1,
  }));
}

/** Number of the state on screen, to be handed to `markSaved` when it has reached the file. */
export const getRevision = (): number => topChange(useDesign.getState().history);

/** Remembers which state the file holds; something may have changed while it was being written. */
export function markSaved(place: DocumentPlace, revision: number): void {
  useDesign.setState({ place, savedChange: revision });
}
