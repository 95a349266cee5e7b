import type { DocumentStore } from '../documents/document-store.ts';
import { Failure } from '../failure.ts';
import type { RecentFiles } from '../settings/recent-files.ts';
import type { RegisterHandler } from './register-handler.ts';

export interface DocumentHandlerOptions {
  documents: DocumentStore;
  recentFiles: RecentFiles;
  /** A save ended; false when the user cancelled it or it failed. */
  onSaveEnded(saved: boolean): void;
}

/** Opening, saving and journalling documents by handle. */
export function registerDocumentHandlers(
  register: RegisterHandler,
  { documents, recentFiles, onSaveEnded }: DocumentHandlerOptions,
): void {
  async function save(request: { handle: string; text: string; revision: number }, chooseFile: boolean) {
    let saved = false;
    try {
      const { handle, text, revision } = request;
      const outcome = await documents.save(handle, { text, revision, chooseFile });
      saved = outcome.outcome === 'saved';
      return outcome;
    } finally {
      onSaveEnded(saved);
    }
  }

  register('document:new', async ({ text }) => (await documents.create(text)).document);
  register('document:open', () => documents.openWithDialog());
  register('document:open-recent', async ({ recent }) => {
    const path = recentFiles.findPath(recent);
    if (path === undefined)
      throw new Failure('not-found', 'The file is not in the list of recent files any more.');
    try {
      return await documents.openFile(path);
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-found') recentFiles.remove(path);
      throw error;
    }
  });
  register('document:save', (request) => save(request, false));
  register('document:save-as', (request) => save(request, true));
  register('document:revert', ({ handle }) => documents.revert(handle));
  register('document:close', ({ handle }) => documents.close(handle));
  register('document:confirm-discard', ({ handle }) => documents.askDiscard(handle));
  register('document:set-dirty', ({ handle, dirty, name }) => documents.setDirty(handle, dirty, name));
  register('document:journal', ({ handle, ...entry }) => documents.journal(handle, entry));
}
