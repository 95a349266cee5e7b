import { writeAtomically } from '../documents/atomic-write.ts';
import { nodeFileSystem } from '../documents/file-system.ts';
import type { ReadDesign } from '../documents/read-design.ts';
import { Failure } from '../failure.ts';

/**
 * Replaces the file a design was read from, or writes another one; false when that would change nothing.
 * @throws Failure when writing over the file would lose something, and when the disk refuses.
 */
export async function writeDesign(
  read: ReadDesign,
  { file, out, text }: { file: string; out?: string; text: string },
): Promise<boolean> {
  if (out === undefined && read.readOnly) {
    throw new Failure('read-only', `${file} would lose something when it is written again.`, {
      advice: 'Write to another file with --out FILE.',
    });
  }
  const target = out ?? file;
  if (target === file && text === read.text) return false;
  // A link stays a link: what it leads to is replaced.
  const path = (await nodeFileSystem.stat(target)) ? await nodeFileSystem.realPath(target) : target;
  await writeAtomically(nodeFileSystem, path, new TextEncoder().encode(text));
  return true;
}
