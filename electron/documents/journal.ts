import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Failure } from '../failure.ts';
import { writeAtomically } from './atomic-write.ts';
import type { DocumentFileSystem, OpenFile } from './file-system.ts';
import { type Fingerprint, hashBytes } from './fingerprint.ts';

/** The file a document belongs to, as it was when last read or saved. */
export interface DocumentFile {
  name: string;
  path?: string;
  fingerprint?: Fingerprint;
  readOnly: boolean;
}

/** What a journal starts from. */
export interface JournalBase extends DocumentFile {
  text: string;
  /** The text holds changes that are in no file. */
  unsaved: boolean;
}

/** Written beside a log: its first operations are in the file too. */
interface SavedMark extends DocumentFile {
  operations: number;
}

export interface RecoveredJournal {
  base: JournalBase;
  /** Operations to replay, oldest first. */
  operations: string[];
  /** Whether anything in it is in no file. */
  unsaved: boolean;
  /** A damaged end was cut off and kept in a side file. */
  damaged: boolean;
}

const compactAfterOperations = 1000;
const compactAfterBytes = 4 * 1024 * 1024;
const flushAfterMs = 800;
const retryAfterMs = 5000;

const baseName = /^base-([0-9]{1,12})\.json$/;
const encoder = new TextEncoder();

/**
 * The recovery journal of one open document: a snapshot, and a log of the operations since. What is in
 * memory here survives the window, what is in the files survives the app.
 */
export class Journal {
  private readonly fs: DocumentFileSystem;
  private readonly folder: string;
  private readonly onState: (message: string | null) => void;
  private base: JournalBase;
  private operations: string[] = [];
  private savedOperations = 0;
  private bytes = 0;
  private generation = 0;
  private log: OpenFile | undefined;
  private flushTimer: NodeJS.Timeout | undefined;
  private retryTimer: NodeJS.Timeout | undefined;
  private closed = false;
  /** Writes happen one after the other. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    fs: DocumentFileSystem,
    folder: string,
    base: JournalBase,
    onState: (message: string | null) => void,
  ) {
    this.fs = fs;
    this.folder = folder;
    this.base = base;
    this.onState = onState;
  }

  /** What a window that starts again has to show. */
  get contents(): { base: JournalBase; operations: readonly string[] } {
    return { base: this.base, operations: this.operations };
  }

  get wantsBase(): boolean {
    return this.operations.length >= compactAfterOperations || this.bytes >= compactAfterBytes;
  }

  get hasUnsaved(): boolean {
    return this.base.unsaved || this.operations.length > this.savedOperations;
  }

  /** Starts anew from a snapshot; resolves when it is on disk or has been noted as failed. */
  restart(base: JournalBase, operations: readonly string[] = []): Promise<void> {
    this.base = base;
    this.operations = [...operations];
    this.savedOperations = 0;
    this.bytes = operations.reduce((sum, operation) => sum + operation.length, 0);
    return this.enqueue(() => this.writeGeneration());
  }

  /** Adds operations; those already known are skipped, a gap is refused. Returns the last number. */
  async append(sequence: number, operations: readonly string[]): Promise<number> {
    const known = this.operations.length;
    if (sequence > known + 1) {
      throw new Failure('bad-request', `Operation ${known + 1} is missing before ${sequence}.`);
    }
    const fresh = operations.slice(known + 1 - sequence);
    this.operations.push(...fresh);
    this.bytes += fresh.reduce((sum, operation) => sum + operation.length, 0);
    const lines = fresh.map((operation, index) => formatRecord(known + 1 + index, operation)).join('');
    if (lines !== '') await this.enqueue(() => this.writeLines(lines));
    return this.operations.length;
  }

  /** Notes that the first `operations` of the log are saved in `file`. */
  markSaved(operations: number, savedFile: DocumentFile): Promise<void> {
    const file = fileOf(savedFile);
    this.savedOperations = Math.min(operations, this.operations.length);
    this.base = { ...this.base, ...file, unsaved: false };
    return this.enqueue(() => this.writeMark({ ...file, operations }));
  }

  /** Ends the journal; `keep` leaves its files for the next start. */
  async close({ keep }: { keep: boolean }): Promise<void> {
    this.closed = true;
    clearTimeout(this.flushTimer);
    clearTimeout(this.retryTimer);
    await this.queue;
    await this.log?.sync().catch(() => undefined);
    await this.log?.close().catch(() => undefined);
    this.log = undefined;
    if (!keep) await this.fs.remove(this.folder).catch(() => undefined);
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(async () => {
      try {
        await work();
      } catch (error) {
        this.noteFailure(error);
      }
    });
    return this.queue;
  }

  /** Editing and saving go on without the journal; the next attempt writes everything afresh. */
  private noteFailure(error: unknown): void {
    void this.log?.close().catch(() => undefined);
    this.log = undefined;
    this.onState(
      `Changes cannot be kept for recovery (${error instanceof Error ? error.message : 'unknown'}).`,
    );
    if (this.closed) return;
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => {
      void this.enqueue(async () => {
        await this.writeGeneration();
        this.onState(null);
      });
    }, retryAfterMs);
  }

  private async writeLines(lines: string): Promise<void> {
    // Without a log the retry writes these lines too: they are in memory.
    if (this.log === undefined) return;
    await this.log.write(encoder.encode(lines));
    this.flushTimer ??= setTimeout(() => {
      this.flushTimer = undefined;
      void this.enqueue(async () => this.log?.sync());
    }, flushAfterMs);
  }

  private async writeLog(generation: number): Promise<OpenFile> {
    const path = join(this.folder, `ops-${generation}.log`);
    // A failed attempt may have left one of that number.
    await this.fs.remove(path);
    const log = await this.fs.open(path, 'append', 0o600);
    try {
      const lines = this.operations.map((operation, index) => formatRecord(index + 1, operation)).join('');
      if (lines !== '') await log.write(encoder.encode(lines));
      await log.sync();
      return log;
    } catch (error) {
      await log.close().catch(() => undefined);
      throw error;
    }
  }

  private async writeMark(mark: SavedMark): Promise<void> {
    const path = join(this.folder, `saved-${this.generation}.json`);
    await writeAtomically(this.fs, path, encodeChecked(mark), { mode: 0o600 });
  }

  /**
   * The log first, the snapshot last: a snapshot that exists makes its generation whole. Only then are
   * the old ones removed, so there is always one to read.
   */
  private async writeGeneration(): Promise<void> {
    await this.fs.makeFolder(this.folder);
    const previous = this.log;
    const generation = Math.max(this.generation, ...(await findGenerations(this.fs, this.folder))) + 1;
    const log = await this.writeLog(generation);
    try {
      const path = join(this.folder, `base-${generation}.json`);
      await writeAtomically(this.fs, path, encodeChecked(this.base), { mode: 0o600 });
    } catch (error) {
      await log.close().catch(() => undefined);
      throw error;
    }
    this.log = log;
    this.generation = generation;
    if (this.savedOperations > 0)
      await this.writeMark({ ...fileOf(this.base), operations: this.savedOperations });
    await previous?.close().catch(() => undefined);
    for (const old of await findGenerations(this.fs, this.folder)) {
      if (old >= generation) continue;
      await this.fs.remove(join(this.folder, `ops-${old}.log`));
      await this.fs.remove(join(this.folder, `saved-${old}.json`));
      await this.fs.remove(join(this.folder, `base-${old}.json`));
    }
  }
}

function fileOf({ name, path, fingerprint, readOnly }: DocumentFile): DocumentFile {
  return {
    name,
    readOnly,
    ...(path === undefined ? {} : { path }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}

async function findGenerations(fs: DocumentFileSystem, folder: string): Promise<number[]> {
  const names = await fs.list(folder);
  return names.flatMap((name) => {
    const match = baseName.exec(name);
    return match?.[1] === undefined ? [] : [Number(match[1])];
  });
}

/** `sequence length crc text`; the text is a JSON string, so that a record is always one line. */
export function formatRecord(sequence: number, operation: string): string {
  const text = JSON.stringify(operation);
  return `${sequence} ${text.length} ${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

/** A line with the hash, a line with the JSON. */
function encodeChecked(value: JournalBase | SavedMark): Uint8Array {
  const body = JSON.stringify(value);
  return encoder.encode(`${hashBytes(encoder.encode(body))}\n${body}\n`);
}

/** Undefined when the file is missing, cut or altered. Only we write these files, hence the cast. */
async function readChecked<Value>(fs: DocumentFileSystem, path: string): Promise<Value | undefined> {
  try {
    const [hash, body] = new TextDecoder('utf-8', { fatal: true }).decode(await fs.read(path)).split('\n');
    if (hash === undefined || body === undefined || hashBytes(encoder.encode(body)) !== hash)
      return undefined;
    return JSON.parse(body) as Value;
  } catch {
    return undefined;
  }
}

/** The longest run of whole records from the start of a log. */
function readRecords(log: string): { operations: string[]; rest: string } {
  const operations: string[] = [];
  let offset = 0;
  for (;;) {
    const end = log.indexOf('\n', offset);
    if (end === -1) break;
    const match = /^([0-9]+) ([0-9]+) ([0-9a-f]{8}) (.*)$/s.exec(log.slice(offset, end));
    const text = match?.[4];
    if (match === null || text === undefined || Number(match[1]) !== operations.length + 1) break;
    if (text.length !== Number(match[2]) || crc32(text) !== Number.parseInt(match[3] ?? '', 16)) break;
    operations.push(JSON.parse(text) as string);
    offset = end + 1;
  }
  return { operations, rest: log.slice(offset) };
}

/**
 * Reads what a run that ended without goodbye left: the newest readable snapshot and the operations
 * that are whole. Changes nothing but for a side file with a damaged end, so it may be killed at any point.
 */
export async function readJournal(
  fs: DocumentFileSystem,
  folder: string,
): Promise<RecoveredJournal | undefined> {
  const generations = (await findGenerations(fs, folder)).sort((a, b) => b - a);
  for (const generation of generations) {
    const base = await readChecked<JournalBase>(fs, join(folder, `base-${generation}.json`));
    if (base !== undefined)
      return readGeneration(fs, folder, generation, base, generation !== generations[0]);
  }
  return undefined;
}

async function readGeneration(
  fs: DocumentFileSystem,
  folder: string,
  generation: number,
  base: JournalBase,
  newerIsBroken: boolean,
): Promise<RecoveredJournal> {
  const path = join(folder, `ops-${generation}.log`);
  const bytes = (await fs.stat(path)) === undefined ? new Uint8Array() : await fs.read(path);
  const { operations, rest } = readRecords(new TextDecoder().decode(bytes));
  if (rest !== '') await keepRest(fs, join(folder, `rest-${generation}.log`), rest);
  const mark = await readChecked<SavedMark>(fs, join(folder, `saved-${generation}.json`));
  const damaged = rest !== '' || newerIsBroken;
  if (mark === undefined)
    return { base, operations, damaged, unsaved: base.unsaved || operations.length > 0 };
  const { operations: savedOperations, ...file } = mark;
  return {
    base: { ...base, ...file },
    operations,
    damaged,
    unsaved: operations.length > savedOperations,
  };
}

async function keepRest(fs: DocumentFileSystem, path: string, rest: string): Promise<void> {
  await writeAtomically(fs, path, encoder.encode(rest), { mode: 0o600 }).catch(() => undefined);
}
