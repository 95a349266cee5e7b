import { basename, dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { writeAtomically } from './atomic-write.ts';
import type { DocumentFileSystem } from './file-system.ts';
import { type Fingerprint, hashBytes, stillMatches } from './fingerprint.ts';
import type { VersionStore } from './version-store.ts';

export interface SaveRequest {
  path: string;
  bytes: Uint8Array;
  /** The file as we last saw it; undefined for a file chosen just now in a dialog. */
  known: Fingerprint | undefined;
  /** The user has seen that another program changed the file, and wants it replaced all the same. */
  replaceChanged: boolean;
}

export type SaveResult =
  | { outcome: 'saved'; path: string; fingerprint: Fingerprint }
  | { outcome: 'conflict' };

export interface SaveDependencies {
  fs: DocumentFileSystem;
  versions: VersionStore;
  /** Numeric id of the user; undefined where the system has none. */
  userId: number | undefined;
}

/**
 * Saves a document: conflict check, link resolution, atomic replacement with the previous version kept.
 * Resolves with `saved` only when the bytes are on disk.
 */
export async function saveFile(
  request: SaveRequest,
  { fs, versions, userId }: SaveDependencies,
): Promise<SaveResult> {
  const exists = (await fs.stat(request.path)) !== undefined;
  const path = exists ? await fs.realPath(request.path) : request.path;
  if (request.known !== undefined && !request.replaceChanged) {
    if ((await stillMatches(fs, path, request.known)) === 'changed') return { outcome: 'conflict' };
  }
  const mode = exists ? await checkReplaceable(fs, path, userId) : 0o644;
  await writeAtomically(fs, path, request.bytes, {
    mode,
    ...(exists ? { beforeReplace: async () => versions.keep(path, await fs.read(path)) } : {}),
  });
  const facts = await fs.stat(path);
  return {
    outcome: 'saved',
    path,
    fingerprint: {
      size: request.bytes.byteLength,
      mtimeMs: facts?.mtimeMs ?? 0,
      sha256: hashBytes(request.bytes),
    },
  };
}

/** Replacing by rename would cut hard links and change owners, so those files are left alone. */
async function checkReplaceable(
  fs: DocumentFileSystem,
  path: string,
  userId: number | undefined,
): Promise<number> {
  const facts = await fs.stat(path);
  if (facts === undefined) return 0o644;
  const name = basename(path);
  const advice = 'Use Save as to write to another file.';
  if (!facts.isFile) throw new Failure('read-only', `${name} is not a regular file.`, { advice });
  if (facts.links > 1) {
    throw new Failure('read-only', `${name} has ${facts.links} hard links, which saving would separate.`, {
      advice,
    });
  }
  const isForeign = userId !== undefined && userId !== 0 && facts.owner !== -1 && facts.owner !== userId;
  if (isForeign) throw new Failure('read-only', `${name} belongs to another user.`, { advice });
  if (!(await fs.canWrite(path))) throw new Failure('read-only', `${name} is read-only.`, { advice });
  if (!(await fs.canWrite(dirname(path)))) {
    throw new Failure('read-only', `The folder of ${name} does not permit new files.`, { advice });
  }
  return facts.mode & 0o777;
}
