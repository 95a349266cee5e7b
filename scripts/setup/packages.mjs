import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.mjs';
import { run } from '../run-command.mjs';

const stampFile = join(root, 'node_modules', '.pipewright-lock-hash');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** True when node_modules was installed from exactly the lock file that is there now. */
export function packagesAreCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash();
}

/** Remembers which lock file node_modules was installed from; `npm ci` ends with it too (prepare). */
export function stampPackages() {
  writeFileSync(stampFile, lockHash());
}

/**
 * Installs from the lock file when node_modules is missing or older than it. Install scripts of
 * dependencies stay off: nothing we use needs one.
 */
export async function installPackages() {
  if (packagesAreCurrent()) return;
  console.log('Installing packages from package-lock.json …');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  stampPackages();
}
