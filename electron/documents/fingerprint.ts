import { createHash } from 'node:crypto';
import type { DocumentFileSystem } from './file-system.ts';

/** What a file was when it was last read or written by us. */
export interface Fingerprint {
  size: number;
  mtimeMs: number;
  sha256: string;
}

/** SHA-256 in hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a file still holds the bytes known; the time of change alone decides nothing. */
export async function stillMatches(
  fs: DocumentFileSystem,
  path: string,
  known: Fingerprint,
): Promise<'same' | 'changed' | 'missing'> {
  const facts = await fs.stat(path);
  if (facts === undefined) return 'missing';
  if (facts.size === known.size && facts.mtimeMs === known.mtimeMs) return 'same';
  if (facts.size !== known.size) return 'changed';
  return hashBytes(await fs.read(path)) === known.sha256 ? 'same' : 'changed';
}
