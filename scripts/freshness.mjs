import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';

function addFolder(hash, path) {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) addFolder(hash, child);
    else addFile(hash, child);
  }
}

function addFile(hash, path) {
  const { size, mtimeMs } = statSync(path);
  hash.update(`${path}\n${size}\n${mtimeMs}\n`);
}

/** Names the state of source files and folders by their paths, sizes and times of change. */
export function sourceState(paths) {
  const hash = createHash('sha256');
  for (const path of paths.map((entry) => join(root, entry))) {
    if (!existsSync(path)) continue;
    if (statSync(path).isDirectory()) addFolder(hash, path);
    else addFile(hash, path);
  }
  return hash.digest('hex');
}

/** Runs `build` unless `stampFile` says that the output was made from the same sources. */
export async function buildIfStale({ stampFile, sources, outputs, build }) {
  const state = sourceState(sources);
  const stamp = join(root, stampFile);
  const isFresh =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === state &&
    outputs.every((output) => existsSync(join(root, output)));
  if (isFresh) return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  // The state from before the build: a file changed meanwhile makes the next run build again.
  writeFileSync(stamp, state);
  return true;
}
