import { applyPatches, type Patch } from 'immer';
import type { OpenedDocument, SaveOutcome } from '../../shared/ipc/document-channels.ts';
import { createDesign } from '../../shared/graph/create-design.ts';
import type { Design } from '../../shared/graph/design.ts';
import { needsLayout } from '../../shared/graph/layout.ts';
import { parseDesign } from '../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../shared/graph/serialize-design.ts';
import {
  AppError,
  closeDocument,
  confirmDiscard,
  getInitialDocument,
  isDesktop,
  newDocument,
  openDocumentFile,
  openRecentFile,
  openTemplateFile,
  revertDocument,
  saveDocument,
  saveDocumentAs,
} from '../app-api.ts';
import { fitView } from '../canvas/canvas-handle.ts';
import { placeMissing } from '../layout/auto-layout.ts';
import {
  type DocumentPlace,
  getDesign,
  getRevision,
  isDirty,
  markSaved,
  openDocument,
  useDesign,
} from '../state/design-store.ts';
import { showMessage } from '../state/status-store.ts';
import { setDialog } from '../state/view-store.ts';
import { flushJournal, startJournal } from './journal.ts';

/** Text of a document, with recovered changes replayed, as a design. */
function readOpened(opened: OpenedDocument): Design {
  const result = parseDesign(JSON.parse(opened.text));
  if (!result.ok) {
    throw new AppError({
      code: 'unreadable',
      message: `${opened.document.name} is not a design this version can read.`,
      problems: result.problems,
    });
  }
  return opened.operations.reduce<Design>(
    (design, operation) => applyPatches(design, JSON.parse(operation) as Patch[]),
    result.design,
  );
}

/** Puts a document on screen. Places the file leaves open are filled in without marking it changed. */
async function show(design: Design, place: DocumentPlace | undefined, unsaved: boolean): Promise<void> {
  openDocument(design, { place, unsaved });
  if (needsLayout(design)) {
    await placeMissing();
    if (!unsaved && place) markSaved(place, getRevision());
  }
  // After the canvas has drawn the new nodes.
  requestAnimationFrame(() => fitView(undefined, { animate: false }));
}

async function takeOpened(opened: OpenedDocument, unsaved: boolean): Promise<void> {
  const design = readOpened(opened);
  startJournal(opened.document.handle, opened.operations.length);
  await show(design, opened.document, unsaved || opened.recovered);
  if (opened.notice) showMessage({ tone: 'ok', text: opened.notice });
  setDialog(undefined);
}

/** Asks about unsaved changes; false when the user wants to stay. */
async function mayReplace(): Promise<boolean> {
  const state = useDesign.getState();
  if (!state.place || !isDirty(state)) return true;
  const answer = await confirmDiscard(state.place.handle);
  if (answer === 'save') return save();
  return answer === 'discard';
}

async function leave(place: DocumentPlace | undefined): Promise<void> {
  if (place) await closeDocument(place.handle);
}

async function openWith(load: () => Promise<OpenedDocument | null>, unsaved = false): Promise<void> {
  if (!(await mayReplace())) return;
  const before = useDesign.getState().place;
  const opened = await load();
  if (!opened) return;
  await takeOpened(opened, unsaved);
  if (before?.handle !== opened.document.handle) await leave(before);
}

export const openFile = (): Promise<void> => openWith(openDocumentFile);
export const openRecent = (recent: string): Promise<void> => openWith(() => openRecentFile(recent));

/** Opens a copy of a template; a plain page reads it from the bundle. */
export async function openTemplate(id: string, readText: () => Promise<string>): Promise<void> {
  if (isDesktop()) return openWith(() => openTemplateFile(id), true);
  const result = parseDesign(JSON.parse(await readText()));
  if (!result.ok) throw new Error(`The template ${id} cannot be read.`);
  await show(result.design, undefined, true);
  setDialog(undefined);
}

/** An empty design in place of the current one. */
export async function startEmptyDesign(): Promise<void> {
  if (!(await mayReplace())) return;
  const before = useDesign.getState().place;
  const design = createDesign();
  const place = isDesktop() ? await newDocument(serializeDesign(design)) : undefined;
  if (place) startJournal(place.handle, 0);
  await show(design, place, false);
  await leave(before);
}

export const closeCurrent = startEmptyDesign;

/** The document the app starts with: recovered work, a file from the command line, or an empty one. */
export async function openInitialDocument(): Promise<void> {
  if (!isDesktop()) return;
  const initial = await getInitialDocument();
  if (initial) await takeOpened(initial, false);
  else await startEmptyDesign();
}

async function finishSave(outcome: SaveOutcome): Promise<boolean> {
  if (outcome.outcome === 'cancelled') return false;
  if (outcome.outcome === 'reload') {
    await takeOpened(outcome.opened, false);
    return true;
  }
  markSaved(outcome.document, outcome.revision);
  showMessage({ tone: 'ok', text: `Saved ${outcome.document.name}.` });
  return true;
}

async function saveWith(write: typeof saveDocument): Promise<boolean> {
  const { place } = useDesign.getState();
  if (!place) return false;
  await flushJournal();
  const text = serializeDesign(getDesign());
  const revision = getRevision();
  return finishSave(await write({ handle: place.handle, text, revision }));
}

export const save = (): Promise<boolean> => saveWith(saveDocument);
export const saveAs = (): Promise<boolean> => saveWith(saveDocumentAs);

export async function revertToSaved(): Promise<void> {
  const { place } = useDesign.getState();
  if (place) await takeOpened(await revertDocument(place.handle), false);
}
