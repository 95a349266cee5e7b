import { dirname, join, sep } from 'node:path';
import type { ComparedFile, Comparison, ExportFile } from '../../shared/ipc/export-channels.ts';
import type { DocumentFileSystem } from '../documents/file-system.ts';
import { hashBytes } from '../documents/fingerprint.ts';
import { Failure } from '../failure.ts';
import { type ExportManifest, manifestName, parseManifest } from './export-manifest.ts';
import { checkExportPaths } from './export-paths.ts';

export interface ExportProject {
  folder: string;
  target: ExportManifest['target'];
  files: readonly ExportFile[];
}

/** Texts longer than this are not sent to be looked at, nor is more than this altogether. */
const largestText = 1024 * 1024;
const largestSum = 16 * 1024 * 1024;

/** Compares the files of an export, and those of the last one, with a folder. Reads no others. */
export async function compareFolder(
  fs: DocumentFileSystem,
  { folder: wanted, files }: ExportProject,
): Promise<Comparison & { folder: string }> {
  checkExportPaths([...files.map((file) => file.path), manifestName]);
  const folder = await fs.realPath(wanted);
  for (const file of files) await checkContainment(fs, folder, file.path);
  const manifest = await readManifest(fs, folder);
  const ours = new Map(manifest?.files.map(({ path, sha256 }) => [path, sha256]));
  const kept = new Set(manifest?.kept);
  const texts = createTextReader();
  const compared: ComparedFile[] = [];
  for (const { path, text } of files) {
    const bytes = await readBytes(fs, join(folder, path));
    const sha256 = bytes && hashBytes(bytes);
    const state = getState(sha256, hashBytes(encoder.encode(text)), ours.get(path));
    compared.push({
      path,
      state,
      sha256: sha256 ?? null,
      wasKept: kept.has(path),
      ...(bytes && state !== 'unchanged' ? texts.read(bytes) : noText),
    });
  }
  const exported = new Set(files.map((file) => file.path));
  for (const [path, written] of ours) {
    if (exported.has(path) || !isSafe(path)) continue;
    await checkContainment(fs, folder, path);
    const bytes = await readBytes(fs, join(folder, path));
    if (!bytes) continue;
    const sha256 = hashBytes(bytes);
    const state = sha256 === written ? 'removed' : 'left';
    compared.push({ path, state, sha256, wasKept: false, ...texts.read(bytes) });
  }
  return { folder, files: compared, ...(manifest && { lastTarget: manifest.target }) };
}

const encoder = new TextEncoder();

function getState(found: string | undefined, wanted: string, written: string | undefined) {
  if (found === undefined) return 'new';
  if (found === wanted) return 'unchanged';
  if (written === undefined) return 'foreign';
  return found === written ? 'changed' : 'edited';
}

type ShownText = Pick<ComparedFile, 'text' | 'omitted'>;
const noText: ShownText = { text: null };

/** Decodes what a person can read, as long as it is not too much. */
function createTextReader(): { read(bytes: Uint8Array): ShownText } {
  let sum = 0;
  return {
    read: (bytes) => {
      sum += bytes.byteLength;
      if (bytes.byteLength > largestText || sum > largestSum) return { text: null, omitted: 'large' };
      if (bytes.includes(0)) return { text: null, omitted: 'binary' };
      try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
      } catch {
        return { text: null, omitted: 'binary' };
      }
    },
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

/** Undefined where there is nothing. */
async function readBytes(fs: DocumentFileSystem, path: string): Promise<Uint8Array | undefined> {
  const facts = await fs.stat(path);
  if (facts === undefined) return undefined;
  if (!facts.isFile) throw new Failure('io', `${path} is a folder; a file has to go there.`);
  return fs.read(path);
}

async function readManifest(fs: DocumentFileSystem, folder: string): Promise<ExportManifest | undefined> {
  const path = join(folder, manifestName);
  const facts = await fs.stat(path);
  return facts?.isFile === true ? parseManifest(new TextDecoder().decode(await fs.read(path))) : undefined;
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
