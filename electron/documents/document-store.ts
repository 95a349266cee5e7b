import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { parseDesign } from '../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../shared/graph/serialize-design.ts';
import type { DocumentInfo, OpenedDocument, SaveOutcome } from '../../shared/ipc/document-channels.ts';
import { Failure } from '../failure.ts';
import { removeLeftTemporaries } from './atomic-write.ts';
import type { DocumentDialogs } from './document-dialogs.ts';
import { getDisplayName, getFolderLabel, suggestFileName, withDocumentEnding } from './document-names.ts';
import type { DocumentFileSystem } from './file-system.ts';
import { type Fingerprint, stillMatches } from './fingerprint.ts';
import { Journal, type JournalBase, readJournal } from './journal.ts';
import { type ReadDesign, readDesignFile, readDesignText } from './read-design.ts';
import { saveFile } from './save-file.ts';
import { SaveQueue } from './save-queue.ts';
import type { VersionStore } from './version-store.ts';

interface SaveRequest {
  text: string;
  revision: number;
  chooseFile: boolean;
}

interface WriteRequest {
  path: string;
  text: string;
  /** Operations of the journal that the text holds. */
  operations: number;
  revision: number;
  replaceChanged: boolean;
}

interface OpenDocument {
  readonly handle: string;
  name: string;
  path: string | undefined;
  fingerprint: Fingerprint | undefined;
  readOnly: boolean;
  dirty: boolean;
  journal: Journal;
  saves: SaveQueue<SaveRequest, SaveOutcome>;
}

export interface DocumentStoreOptions {
  fs: DocumentFileSystem;
  versions: VersionStore;
  dialogs: DocumentDialogs;
  journalFolder: string;
  homeFolder: string;
  documentsFolder: string;
  userId: number | undefined;
  /** When this run began; temporary files older than that belong to no one. */
  startedMs: number;
  /** A file was opened or saved. */
  onFileUsed(path: string): void;
  /** A document became clean, dirty, renamed, or another file's. */
  onChange(): void;
  onJournalState(message: string | null): void;
}

/** The documents that are open, by handle. The page knows handles and names; paths stay here. */
export class DocumentStore {
  private readonly documents = new Map<string, OpenDocument>();
  private readonly options: DocumentStoreOptions;

  constructor(options: DocumentStoreOptions) {
    this.options = options;
  }

  /** The newest document; what the window shows. */
  get current(): { handle: string; name: string; path: string | undefined; dirty: boolean } | undefined {
    return [...this.documents.values()].at(-1);
  }

  /** A document without a file. */
  async create(text: string, name = 'Untitled'): Promise<OpenedDocument> {
    const read = readDesignText(text);
    return this.add({ name, readOnly: false, text: read.text, unsaved: false }, read.notice);
  }

  async openWithDialog(): Promise<OpenedDocument | null> {
    const path = await this.options.dialogs.chooseFileToOpen();
    return path === undefined ? null : this.openFile(path);
  }

  async openFile(path: string): Promise<OpenedDocument> {
    const { fs, startedMs, onFileUsed } = this.options;
    const read = await readDesignFile(fs, path);
    const opened = await this.add(this.toBase(path, read), read.notice);
    onFileUsed(path);
    // What a save that was killed left beside the file; failing to tidy up is no reason to complain.
    await removeLeftTemporaries(fs, dirname(path), startedMs).catch(() => undefined);
    return opened;
  }

  save(handle: string, request: SaveRequest): Promise<SaveOutcome> {
    return this.get(handle).saves.add(request);
  }

  /** The file's content again; the page replaces its own. */
  async revert(handle: string): Promise<OpenedDocument> {
    const document = this.get(handle);
    if (document.path === undefined) throw new Failure('not-found', 'The document has no file yet.');
    const read = await readDesignFile(this.options.fs, document.path);
    const base = this.toBase(document.path, read);
    Object.assign(document, { fingerprint: read.fingerprint, readOnly: read.readOnly, dirty: false });
    await document.journal.restart(base);
    this.options.onChange();
    return this.describeOpened(document, false, read.notice);
  }

  /** Forgets the document; its journal goes too, since the user has saved or discarded. */
  async close(handle: string): Promise<void> {
    const document = this.documents.get(handle);
    if (document === undefined) return;
    this.documents.delete(handle);
    await document.journal.close({ keep: false });
    this.options.onChange();
  }

  async closeAll(): Promise<void> {
    await Promise.all(Array.from(this.documents.keys(), (handle) => this.close(handle)));
  }

  /** Lets go of the documents but leaves their journals for the next start. */
  async setAside(): Promise<void> {
    const documents = [...this.documents.values()];
    this.documents.clear();
    for (const { journal } of documents) await journal.close({ keep: true });
    this.options.onChange();
  }

  setDirty(handle: string, dirty: boolean, name: string): void {
    const document = this.get(handle);
    document.dirty = dirty;
    if (document.path === undefined) document.name = name === '' ? 'Untitled' : name;
    this.options.onChange();
  }

  askDiscard(handle: string): Promise<'save' | 'discard' | 'cancel'> {
    return this.options.dialogs.askDiscard(this.get(handle).name);
  }

  /** Appends to the recovery journal, from a new base if one is given. */
  async journal(
    handle: string,
    {
      base,
      sequence,
      operations,
    }: { base?: string | undefined; sequence: number; operations: readonly string[] },
  ): Promise<{ acknowledged: number; wantsBase: boolean }> {
    const { journal } = this.get(handle);
    if (base !== undefined) {
      const unsaved = journal.hasUnsaved;
      await journal.restart({ ...journal.contents.base, text: base, unsaved });
    }
    const acknowledged = await journal.append(sequence, operations);
    return { acknowledged, wantsBase: journal.wantsBase };
  }

  /** What a window that had to start again shows: the document with every operation acknowledged. */
  reopenCurrent(): OpenedDocument | null {
    const document = [...this.documents.values()].at(-1);
    return document === undefined ? null : this.describeOpened(document, document.dirty, undefined);
  }

  /** Unsaved work of an earlier run, the latest first; null when there is none. */
  async recover(): Promise<OpenedDocument | null> {
    const { fs } = this.options;
    for (const folder of await this.listJournals()) {
      const found = await readJournal(fs, folder);
      // One that cannot be read stays: somebody may still get something out of it.
      if (found === undefined) continue;
      if (!found.unsaved) {
        await fs.remove(folder).catch(() => undefined);
        continue;
      }
      const notice = found.damaged
        ? 'Recovered after a crash. The end of the recovery journal was damaged; the last changes may be missing.'
        : 'Recovered after a crash. Save it to keep it.';
      const { base, operations } = found;
      const opened = await this.add({ ...base, unsaved: true }, notice, { operations, recovered: true });
      await fs.remove(folder).catch(() => undefined);
      return opened;
    }
    return null;
  }

  private async listJournals(): Promise<string[]> {
    const { fs, journalFolder } = this.options;
    const names = (await fs.list(journalFolder)).filter((name) => !this.documents.has(name));
    const folders = names.map((name) => join(journalFolder, name));
    const changed = await Promise.all(folders.map(async (path) => (await fs.stat(path))?.mtimeMs ?? 0));
    return folders
      .map((path, index) => ({ path, mtimeMs: changed[index] ?? 0 }))
      .sort((a, b) => b.mtimeMs - a.mtimeMs)
      .map(({ path }) => path);
  }

  /** Whether another program changed a document's file since we last saw it. */
  async changedOnDisk(handle: string): Promise<boolean> {
    const { path, fingerprint } = this.get(handle);
    if (path === undefined || fingerprint === undefined) return false;
    return (await stillMatches(this.options.fs, path, fingerprint)) === 'changed';
  }

  private get(handle: string): OpenDocument {
    const document = this.documents.get(handle);
    if (document === undefined) throw new Failure('not-found', 'The document is not open any more.');
    return document;
  }

  private toBase(path: string, read: ReadDesign & { fingerprint: Fingerprint }): JournalBase {
    const { text, readOnly, fingerprint } = read;
    return { name: getDisplayName(path), path, fingerprint, readOnly, text, unsaved: false };
  }

  private async add(
    base: JournalBase,
    notice: string | undefined,
    { operations = [], recovered = false }: { operations?: string[]; recovered?: boolean } = {},
  ): Promise<OpenedDocument> {
    const { fs, journalFolder, onJournalState, onChange } = this.options;
    const handle = randomUUID();
    const document: OpenDocument = {
      handle,
      name: base.name,
      path: base.path,
      fingerprint: base.fingerprint,
      readOnly: base.readOnly,
      dirty: recovered,
      journal: new Journal(fs, join(journalFolder, handle), base, onJournalState),
      saves: new SaveQueue((request) => this.saveNow(document, request)),
    };
    this.documents.set(handle, document);
    await document.journal.restart(base, operations);
    onChange();
    return this.describeOpened(document, recovered, notice);
  }

  private describeOpened(
    document: OpenDocument,
    recovered: boolean,
    notice: string | undefined,
  ): OpenedDocument {
    const { base, operations } = document.journal.contents;
    return {
      document: this.describe(document),
      text: base.text,
      operations: [...operations],
      recovered,
      ...(notice === undefined ? {} : { notice }),
    };
  }

  private describe({ handle, name, path, readOnly }: OpenDocument): DocumentInfo {
    const folder = path === undefined ? {} : { folder: getFolderLabel(path, this.options.homeFolder) };
    return { handle, name, readOnly, ...folder };
  }

  private async saveNow(document: OpenDocument, request: SaveRequest): Promise<SaveOutcome> {
    const text = toCanonicalText(request.text);
    const operations = document.journal.contents.operations.length;
    const needsFile = request.chooseFile || document.path === undefined || document.readOnly;
    const path = needsFile ? await this.chooseFile(document) : document.path;
    if (path === undefined) return { outcome: 'cancelled' };
    return this.write(document, {
      path,
      text,
      operations,
      revision: request.revision,
      replaceChanged: false,
    });
  }

  private async chooseFile(document: OpenDocument): Promise<string | undefined> {
    const { documentsFolder, dialogs } = this.options;
    const folder = document.path === undefined ? documentsFolder : dirname(document.path);
    const chosen = await dialogs.chooseFileToSave(join(folder, suggestFileName(document.name)));
    return chosen === undefined ? undefined : withDocumentEnding(chosen);
  }

  private async write(document: OpenDocument, request: WriteRequest): Promise<SaveOutcome> {
    const { path, text, operations, revision, replaceChanged } = request;
    const known = path === document.path ? document.fingerprint : undefined;
    const bytes = new TextEncoder().encode(text);
    const result = await saveFile({ path, bytes, known, replaceChanged }, this.options);
    if (result.outcome === 'conflict') return this.settleConflict(document, request);
    Object.assign(document, {
      path: result.path,
      name: getDisplayName(result.path),
      fingerprint: result.fingerprint,
      readOnly: false,
    });
    await document.journal.markSaved(operations, {
      name: document.name,
      path: result.path,
      fingerprint: result.fingerprint,
      readOnly: false,
    });
    this.options.onFileUsed(result.path);
    this.options.onChange();
    return { outcome: 'saved', document: this.describe(document), revision };
  }

  private async settleConflict(document: OpenDocument, request: WriteRequest): Promise<SaveOutcome> {
    switch (await this.options.dialogs.askConflict(document.name)) {
      case 'replace':
        return this.write(document, { ...request, replaceChanged: true });
      case 'reload':
        return { outcome: 'reload', opened: await this.revert(document.handle) };
      case 'keep-both':
        return this.saveNow(document, { ...request, chooseFile: true });
      case 'cancel':
        return { outcome: 'cancelled' };
    }
  }
}

/** The bytes that go to disk: fixed order, and proven to read back as the same document. */
function toCanonicalText(text: string): string {
  const canonical = serializeDesign(readDesignText(text).design);
  const again = parseDesign(JSON.parse(canonical));
  if (!again.ok || serializeDesign(again.design) !== canonical) {
    throw new Failure('internal', 'The document would not read back as it is; nothing was written.');
  }
  return canonical;
}
