import { join } from 'node:path';
import { writeAtomically } from './atomic-write.ts';
import type { DocumentFileSystem } from './file-system.ts';
import { hashBytes } from './fingerprint.ts';

const maxVersions = 20;
const maxAgeMs = 30 * 86_400_000;
const maxBytesOfDocument = 256 * 1024 * 1024;

const versionName = /^([0-9]{15})-[0-9a-f]{12}\.json$/;

/**
 * Keeps the versions of a document that saves replaced, in the app's own folder: 20 versions, 30 days,
 * 256 MiB, whichever is reached first; the newest is always kept.
 */
export class VersionStore {
  private readonly fs: DocumentFileSystem;
  private readonly folder: string;
  private readonly now: () => number;

  constructor(fs: DocumentFileSystem, folder: string, now: () => number) {
    this.fs = fs;
    this.folder = folder;
    this.now = now;
  }

  /** Stores the bytes that are about to be replaced; throws when they cannot be kept. */
  async keep(documentPath: string, bytes: Uint8Array): Promise<void> {
    const folder = this.folderOf(documentPath);
    await this.fs.makeFolder(folder);
    const hash = hashBytes(bytes).slice(0, 12);
    const names = await this.listVersions(folder);
    if (names.at(-1)?.endsWith(`-${hash}.json`) === true) return;
    const time = String(Math.trunc(this.now())).padStart(15, '0');
    await writeAtomically(this.fs, join(folder, `${time}-${hash}.json`), bytes, { mode: 0o600 });
    await this.prune(folder);
  }

  /** Paths of the versions kept for a document, newest first. */
  async list(documentPath: string): Promise<string[]> {
    const folder = this.folderOf(documentPath);
    return (await this.listVersions(folder)).reverse().map((name) => join(folder, name));
  }

  private folderOf(documentPath: string): string {
    return join(this.folder, hashBytes(new TextEncoder().encode(documentPath)).slice(0, 32));
  }

  private async listVersions(folder: string): Promise<string[]> {
    return (await this.fs.list(folder)).filter((name) => versionName.test(name));
  }

  private async prune(folder: string): Promise<void> {
    const newestFirst = (await this.listVersions(folder)).reverse();
    let bytes = 0;
    for (const [index, name] of newestFirst.entries()) {
      const path = join(folder, name);
      bytes += (await this.fs.stat(path))?.size ?? 0;
      const ageMs = this.now() - Number(versionName.exec(name)?.[1] ?? 0);
      const isSpare = index >= maxVersions || ageMs > maxAgeMs || bytes > maxBytesOfDocument;
      // Failing to tidy up must not fail a save.
      if (index > 0 && isSpare) await this.fs.remove(path).catch(() => undefined);
    }
  }
}
