import { nodeFileSystem } from '../documents/file-system.ts';
import { type ReadDesign, readDesignFile } from '../documents/read-design.ts';
import { Failure } from '../failure.ts';
import type { CommandContext } from './command.ts';

/**
 * Opens a design for a verb and tells the user what the document itself has wrong.
 * @throws Failure that names the file when it cannot be opened; the file is never written to.
 */
export async function readInput(path: string, { terminal, json }: CommandContext): Promise<ReadDesign> {
  const read = await readNamed(path);
  if (!json) {
    if (read.notice !== undefined) terminal.err(read.notice);
    for (const problem of read.problems) terminal.err(`${problem.path ?? path}: ${problem.message}`);
  }
  return read;
}

async function readNamed(path: string): Promise<ReadDesign> {
  if ((await nodeFileSystem.stat(path)) === undefined) {
    throw new Failure('not-found', `There is no file "${path}".`);
  }
  try {
    return await readDesignFile(nodeFileSystem, path);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, advice, problems } = error;
    throw new Failure(code, `${path}: ${message}`, {
      ...(advice !== undefined && { advice }),
      ...(problems && { problems }),
    });
  }
}
