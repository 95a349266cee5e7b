import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { getSystemErrorCode } from '../failure.ts';
import type { DocumentFileSystem } from './file-system.ts';

const temporaryName = /^\.(.+)\.([0-9a-f]{16})\.pipewright-tmp$/;
const renamePausesMs = [20, 50, 100, 200, 400, 600, 630];

export interface AtomicWriteOptions {
  mode?: number;
  /** Runs when the new bytes are safe on disk and the old file is still in place; may veto by throwing. */
  beforeReplace?: () => Promise<void>;
}

/**
 * Replaces a file as a whole: writes beside it, checks the length, flushes, renames, flushes the folder.
 * Whatever fails, the target is the old file or the new one, and no temporary file is left behind.
 */
export async function writeAtomically(
  fs: DocumentFileSystem,
  target: string,
  bytes: Uint8Array,
  { mode = 0o644, beforeReplace }: AtomicWriteOptions = {},
): Promise<void> {
  const temporary = join(
    dirname(target),
    `.${basename(target)}.${randomBytes(8).toString('hex')}.pipewright-tmp`,
  );
  try {
    await writeAndFlush(fs, temporary, bytes, mode);
    await beforeReplace?.();
    await renamePatiently(fs, temporary, target);
  } catch (error) {
    // The first failure is the one to report.
    await fs.remove(temporary).catch(() => undefined);
    throw error;
  }
  // Not every file system can flush a folder; the rename itself has happened.
  await fs.syncFolder(dirname(target)).catch(() => undefined);
}

async function writeAndFlush(
  fs: DocumentFileSystem,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<void> {
  const file = await fs.open(path, 'create', mode);
  try {
    await file.write(bytes);
    const size = await file.size();
    if (size !== bytes.byteLength) {
      throw Object.assign(new Error(`Wrote ${size} of ${bytes.byteLength} bytes`), { code: 'ENOSPC' });
    }
    // A failed flush is never tried again on the same file: the system may have dropped the bytes.
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

/** On Windows a virus scanner may hold the target for a moment. */
async function renamePatiently(fs: DocumentFileSystem, from: string, to: string): Promise<void> {
  for (const pauseMs of process.platform === 'win32' ? renamePausesMs : []) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(getSystemErrorCode(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  await fs.rename(from, to);
}

/** Removes what a killed run left behind in a folder: exactly our names, older than this run. */
export async function removeLeftTemporaries(
  fs: DocumentFileSystem,
  folder: string,
  startedMs: number,
): Promise<void> {
  for (const name of await fs.list(folder)) {
    if (!temporaryName.test(name)) continue;
    const facts = await fs.stat(join(folder, name));
    if (facts?.isFile === true && facts.mtimeMs < startedMs) await fs.remove(join(folder, name));
  }
}
