import type { PipewrightApi, RequestOf } from '../shared/ipc/contract.ts';
import type { DocumentInfo, OpenedDocument, SaveOutcome } from '../shared/ipc/document-channels.ts';
import type { ExportTarget } from '../shared/iac/targets.ts';
import type { Comparison, ExportFile } from '../shared/ipc/export-channels.ts';
import type { FileProblem, IpcFailure, Reply } from '../shared/ipc/reply.ts';
import type { Settings } from '../shared/ipc/app-channels.ts';

declare global {
  interface Window {
    /** Absent in component tests and when the page is opened in a plain browser. */
    pipewright?: PipewrightApi;
  }
}

/** The main process refused or failed; the message is meant for the user. */
export class AppError extends Error {
  readonly advice: string | undefined;
  readonly problems: readonly FileProblem[];

  constructor(failure: IpcFailure) {
    super(failure.message);
    this.name = 'AppError';
    this.advice = failure.advice;
    this.problems = failure.problems ?? [];
  }
}

/** Whether the page runs inside the desktop app. */
export const isDesktop = (): boolean => window.pipewright !== undefined;

function getApi(): PipewrightApi {
  if (!window.pipewright) {
    throw new AppError({
      code: 'internal',
      message: 'This needs the desktop app: a page alone has no files.',
    });
  }
  return window.pipewright;
}

async function unwrap<Value>(reply: Promise<Reply<Value>>): Promise<Value> {
  const answer = await reply;
  if (!answer.ok) throw new AppError(answer.error);
  return answer.value;
}

export const getAppState = () => unwrap(getApi().app.getState());
export const getInitialDocument = () => unwrap(getApi().app.getInitialDocument());
export const saveSettings = (changes: Partial<Settings>) => unwrap(getApi().settings.set(changes));

export const newDocument = (text: string): Promise<DocumentInfo> => unwrap(getApi().document.new({ text }));
export const openDocumentFile = (): Promise<OpenedDocument | null> => unwrap(getApi().document.open());
export const openRecentFile = (recent: string): Promise<OpenedDocument> =>
  unwrap(getApi().document.openRecent({ recent }));
export const revertDocument = (handle: string): Promise<OpenedDocument> =>
  unwrap(getApi().document.revert({ handle }));
export const closeDocument = (handle: string) => unwrap(getApi().document.close({ handle }));
export const confirmDiscard = (handle: string) => unwrap(getApi().document.confirmDiscard({ handle }));
export const setDocumentDirty = (handle: string, dirty: boolean, name: string) =>
  unwrap(getApi().document.setDirty({ handle, dirty, name }));

interface SaveRequest {
  handle: string;
  text: string;
  revision: number;
}
export const saveDocument = (request: SaveRequest): Promise<SaveOutcome> =>
  unwrap(getApi().document.save(request));
export const saveDocumentAs = (request: SaveRequest): Promise<SaveOutcome> =>
  unwrap(getApi().document.saveAs(request));

export const writeJournal = (request: {
  handle: string;
  base?: string;
  sequence: number;
  operations: string[];
}) => unwrap(getApi().document.journal(request));

export const openTemplateFile = (id: string): Promise<OpenedDocument> =>
  unwrap(getApi().template.open({ id }));

export const chooseExportFolder = () => unwrap(getApi().export.chooseFolder());
export const compareExport = (request: {
  folder: string;
  target: ExportTarget;
  files: ExportFile[];
}): Promise<Comparison> => unwrap(getApi().export.compare(request));
export const writeExport = (request: RequestOf<'export:write'>) => unwrap(getApi().export.write(request));
export const saveImage = (request: { suggestedName: string; format: 'png' | 'svg'; bytes: Uint8Array }) =>
  unwrap(getApi().image.save({ ...request, bytes: new Uint8Array(request.bytes) }));

export const startSimulation = (request: RequestOf<'simulation:start'>) =>
  unwrap(getApi().simulation.start(request));
export const cancelSimulation = (run: string) => unwrap(getApi().simulation.cancel({ run }));

export const startExperiment = (request: RequestOf<'experiment:start'>) =>
  unwrap(getApi().experiment.start(request));
export const cancelExperiment = (run: string) => unwrap(getApi().experiment.cancel({ run }));

/** Lets the native edit happen in the focused field, or raises the copy and paste events of the page. */
export const performNativeEdit = (
  action: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'delete' | 'select-all',
) => unwrap(getApi().edit.perform({ action }));

export const setMenuState = (state: Record<string, { enabled?: boolean; checked?: boolean }>) =>
  unwrap(getApi().menu.setState(state));

/** Opens a source in the system's browser; a plain page opens a tab. */
export async function openExternal(url: string): Promise<void> {
  if (window.pipewright) await unwrap(window.pipewright.shell.openExternal({ url }));
  else window.open(url, '_blank', 'noopener');
}

/** Puts a text on the clipboard. The desktop app grants pages no permissions: it raises their copy event. */
export async function copyText(text: string): Promise<void> {
  if (!window.pipewright) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', put, { capture: true, once: true });
  await performNativeEdit('copy');
}

const nothing = (): void => {};

/** Messages of the main process; each returns the function that ends the subscription. */
export const subscribe: PipewrightApi['on'] = new Proxy({} as PipewrightApi['on'], {
  get: (_target, name: keyof PipewrightApi['on']) => window.pipewright?.on[name] ?? (() => nothing),
});
