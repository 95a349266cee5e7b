import { randomBytes } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import type { ExportFile } from '../../shared/ipc/export-channels.ts';
import type { DocumentFileSystem } from '../documents/file-system.ts';
import { hashBytes } from '../documents/fingerprint.ts';
import { Failure } from '../failure.ts';
import { type ExportManifest, manifestName, parseManifest, printManifest } from './export-manifest.ts';
import { checkExportPaths } from './export-paths.ts';

export interface ExportRequest {
  folder: string;
  target: ExportManifest['target'];
  files: readonly ExportFile[];
}

export type ExportOutcome =
  | { outcome: 'written'; written: number; unchanged: number; removed: number }
  | { outcome: 'cancelled' };

/** Asked before files are replaced that the last export did not write, or that were edited since. */
export type AskReplace = (paths: readonly string[]) => Promise<boolean>;

interface Plan {
  write: ExportFile[];
  unchanged: number;
  /** Files of the last export that this one does not have, unedited. */
  remove: string[];
  /** Files that exist and are not ours to replace without asking. */
  foreign: string[];
}

const encoder = new TextEncoder();

/** Writes a whole project into a folder, or nothing: new files first beside it, then all moves at once. */
export async function writeExport(
  fs: DocumentFileSystem,
  request: ExportRequest,
  askReplace: AskReplace,
): Promise<ExportOutcome> {
  checkExportPaths([...request.files.map((file) => file.path), manifestName]);
  const folder = await fs.realPath(request.folder);
  for (const file of request.files) await checkContainment(fs, folder, file.path);
  const plan = await planExport(fs, folder, request.files);
  if (plan.foreign.length > 0 && !(await askReplace(plan.foreign))) return { outcome: 'cancelled' };
  const files = request.files.map(({ path, text }) => ({ path, sha256: hashBytes(encoder.encode(text)) }));
  const manifest = { path: manifestName, text: printManifest({ format: 1, target: request.target, files }) };
  await moveIntoPlace(fs, folder, [...plan.write, manifest], plan.remove);
  return {
    outcome: 'written',
    written: plan.write.length,
    unchanged: plan.unchanged,
    removed: plan.remove.length,
  };
}

/** A folder inside the target may be a link; the files must not follow it to somewhere else. */
async function checkContainment(fs: DocumentFileSystem, folder: string, path: string): Promise<void> {
  for (let current = dirname(join(folder, path)); current !== folder; current = dirname(current)) {
    if ((await fs.stat(current)) === undefined) continue;
    const real = await fs.realPath(current);
    if (real.startsWith(folder + sep)) return;
    throw new Failure('forbidden', `${JSON.stringify(path)} would leave the chosen folder through a link.`);
  }
}

async function readHash(fs: DocumentFileSystem, path: string): Promise<string | undefined> {
  const facts = await fs.stat(path);
  if (facts === undefined) return undefined;
  if (!facts.isFile) throw new Failure('io', `${path} is a folder; a file has to go there.`);
  return hashBytes(await fs.read(path));
}

async function readManifest(fs: DocumentFileSystem, folder: string): Promise<ExportManifest | undefined> {
  const path = join(folder, manifestName);
  const facts = await fs.stat(path);
  return facts?.isFile === true ? parseManifest(new TextDecoder().decode(await fs.read(path))) : undefined;
}

async function planExport(
  fs: DocumentFileSystem,
  folder: string,
  files: readonly ExportFile[],
): Promise<Plan> {
  const ours = new Map((await readManifest(fs, folder))?.files.map(({ path, sha256 }) => [path, sha256]));
  const plan: Plan = { write: [], unchanged: 0, remove: [], foreign: [] };
  for (const file of files) {
    const existing = await readHash(fs, join(folder, file.path));
    if (existing === hashBytes(encoder.encode(file.text))) {
      plan.unchanged++;
      continue;
    }
    plan.write.push(file);
    if (existing !== undefined && existing !== ours.get(file.path)) plan.foreign.push(file.path);
  }
  const wanted = new Set(files.map((file) => file.path));
  for (const [path, sha256] of ours) {
    if (wanted.has(path) || !isSafe(path)) continue;
    await checkContainment(fs, folder, path);
    if ((await readHash(fs, join(folder, path))) === sha256) plan.remove.push(path);
  }
  return plan;
}

/** A manifest is a file like any other: somebody may have written `../` into it. */
function isSafe(path: string): boolean {
  try {
    checkExportPaths([path]);
    return true;
  } catch {
    return false;
  }
}

async function moveIntoPlace(
  fs: DocumentFileSystem,
  folder: string,
  files: readonly ExportFile[],
  remove: readonly string[],
): Promise<void> {
  const work = join(folder, `.pipewright-export-${randomBytes(8).toString('hex')}`);
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [index, file] of files.entries())
      await writeNew(fs, join(work, 'new', String(index)), file.text);
    await fs.makeFolder(join(work, 'old'));
    for (const [index, path] of [...files.map((file) => file.path), ...remove].entries()) {
      await setAside(fs, join(folder, path), join(work, 'old', String(index)), undo);
    }
    for (const [index, file] of files.entries()) {
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

async function setAside(
  fs: DocumentFileSystem,
  path: string,
  aside: string,
  undo: (() => Promise<void>)[],
): Promise<void> {
  if ((await fs.stat(path)) === undefined) return;
  await fs.rename(path, aside);
  undo.push(() => fs.rename(aside, path));
}
