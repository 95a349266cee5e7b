import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { ComparedFile, ExportFile } from '../../shared/ipc/export-channels.ts';
import type { DocumentFileSystem } from '../documents/file-system.ts';
import { hashBytes } from '../documents/fingerprint.ts';
import { Failure } from '../failure.ts';
import { compareFolder, type ExportProject } from './compare-folder.ts';
import { manifestName, printManifest } from './export-manifest.ts';

export interface ExportRequest extends ExportProject {
  /** The files of the comparison the user decided on, as they were then. */
  seen: readonly Pick<ComparedFile, 'path' | 'sha256'>[];
  /** Files that stay as they are in the folder. */
  keep: readonly string[];
}

export interface ExportOutcome {
  written: number;
  unchanged: number;
  removed: number;
  kept: number;
}

const encoder = new TextEncoder();

/** Writes a whole project into a folder, or nothing: new files first beside it, then all moves at once. */
export async function writeExport(fs: DocumentFileSystem, request: ExportRequest): Promise<ExportOutcome> {
  const { folder, files: compared } = await compareFolder(fs, request);
  checkSeen(compared, request.seen);
  const states = new Map(compared.map((file) => [file.path, file]));
  const wished = new Set(request.keep);
  const stays = new Set(
    compared
      .filter(({ path, state }) => state !== 'new' && state !== 'unchanged' && wished.has(path))
      .map(({ path }) => path),
  );
  const isWritten = ({ path }: ExportFile): boolean =>
    states.get(path)?.state !== 'unchanged' && !stays.has(path);
  const write = request.files.filter(isWritten);
  const remove = compared.filter(({ path, state }) => state === 'removed' && !stays.has(path));
  const kept = request.files.filter(({ path }) => stays.has(path)).map(({ path }) => path);
  const files = request.files
    .filter(({ path }) => !stays.has(path))
    .map(({ path, text }) => ({ path, sha256: hashBytes(encoder.encode(text)) }));
  const manifest = printManifest({ format: 1, target: request.target, files, kept });
  await moveIntoPlace(fs, folder, {
    write: [...write, { path: manifestName, text: manifest }],
    remove: remove.map(({ path }) => path),
    seen: new Map(compared.map(({ path, sha256 }) => [path, sha256])),
  });
  return {
    written: write.length,
    unchanged: compared.filter(({ state }) => state === 'unchanged').length,
    removed: remove.length,
    kept: stays.size,
  };
}

/** The folder must be as the user saw it: what changed since would be replaced without having been read. */
function checkSeen(compared: readonly ComparedFile[], seen: ExportRequest['seen']): void {
  const known = new Map(seen.map(({ path, sha256 }) => [path, sha256]));
  const now = new Map(compared.map(({ path, sha256 }) => [path, sha256]));
  const changed = [...new Set([...known.keys(), ...now.keys()])].filter(
    (path) => (known.get(path) ?? null) !== (now.get(path) ?? null),
  );
  if (changed.length > 0) throw refuseChanged(changed);
}

function refuseChanged(paths: readonly string[]): Failure {
  const shown = paths.slice(0, 5).join(', ') + (paths.length > 5 ? ` and ${paths.length - 5} more` : '');
  return new Failure('io', `The folder changed since it was compared: ${shown}. Nothing was written.`, {
    advice: 'Compare again and decide on what is there now.',
  });
}

interface Moves {
  write: readonly ExportFile[];
  remove: readonly string[];
  /** Hash of each file that may be moved away; null where there was none. */
  seen: ReadonlyMap<string, string | null>;
}

async function moveIntoPlace(
  fs: DocumentFileSystem,
  folder: string,
  { write, remove, seen }: Moves,
): Promise<void> {
  const work = join(folder, `.pipewright-export-${randomBytes(8).toString('hex')}`);
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [index, file] of write.entries())
      await writeNew(fs, join(work, 'new', String(index)), file.text);
    await fs.makeFolder(join(work, 'old'));
    for (const [index, path] of [...write.map((file) => file.path), ...remove].entries()) {
      const aside = join(work, 'old', String(index));
      const isMoved = await setAside(fs, join(folder, path), aside, undo);
      const expected = seen.get(path);
      // The manifest is ours alone. Once aside, a file cannot change between the check and the move.
      if (expected === undefined) continue;
      if ((isMoved ? hashBytes(await fs.read(aside)) : null) !== expected) throw refuseChanged([path]);
    }
    for (const [index, file] of write.entries()) {
      const target = join(folder, file.path);
      await fs.makeFolder(dirname(target));
      await fs.rename(join(work, 'new', String(index)), target);
      undo.push(() => fs.remove(target));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    await fs.remove(work).catch(() => undefined);
    throw error;
  }
  await fs.remove(work).catch(() => undefined);
}

async function writeNew(fs: DocumentFileSystem, path: string, text: string): Promise<void> {
  await fs.makeFolder(dirname(path));
  const bytes = encoder.encode(text);
  const file = await fs.open(path, 'create', 0o644);
  try {
    await file.write(bytes);
    const size = await file.size();
    if (size !== bytes.byteLength) throw Object.assign(new Error('The file was cut'), { code: 'ENOSPC' });
  } finally {
    await file.close();
  }
}

/** Answers whether there was anything to move. */
async function setAside(
  fs: DocumentFileSystem,
  path: string,
  aside: string,
  undo: (() => Promise<void>)[],
): Promise<boolean> {
  if ((await fs.stat(path)) === undefined) return false;
  await fs.rename(path, aside);
  undo.push(() => fs.rename(aside, path));
  return true;
}
