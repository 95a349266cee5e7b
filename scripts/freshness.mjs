import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/**
 * Runs `build` unless `stampFile` says that the output was made from the same sources. Two processes
 * that find it stale at once build it once.
 */
export async function buildIfStale(target) {
  const state = sourceState(target.sources);
  if (isFresh(target, state)) return false;
  const stamp = join(root, target.stampFile);
  mkdirSync(dirname(stamp), { recursive: true });
  const release = await acquireLock(`${stamp}.lock`);
  try {
    if (isFresh(target, state)) return false;
    await target.build();
    // The state from before the build: a file changed meanwhile makes the next run build again.
    writeFileSync(stamp, state);
    return true;
  } finally {
    release();
  }
}

function isFresh({ stampFile, outputs }, state) {
  const stamp = join(root, stampFile);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === state &&
    outputs.every((output) => existsSync(join(root, output)))
  );
}

/** Waits for a lock file; one whose process has ended is taken over. */
async function acquireLock(path) {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(path)) rmSync(path, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isAbandoned(path) {
  try {
    const owner = readFileSync(path, 'utf8');
    // Created a moment ago, its owner not yet written.
    if (owner === '') return Date.now() - statSync(path).mtimeMs > 2000;
    return !isRunning(Number(owner));
  } catch {
    return false;
  }
}

function isRunning(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
