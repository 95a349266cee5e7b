import { fileURLToPath } from 'node:url';
import { findOrFetchElectron } from './electron-runtime.mjs';
import { linkBin } from './setup/bin-link.mjs';
import { installPackages } from './setup/packages.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';

/**
 * Everything a fresh clone needs, in order; each step returns at once when it has nothing to do.
 * Uses nothing outside Node itself until the packages are there.
 */
export async function setUp() {
  await installPackages();
  linkBin();
  const electron = await findOrFetchElectron();
  const missingLibraries = await ensureSystemLibraries();
  if (electron !== undefined) process.env.ELECTRON_OVERRIDE_DIST_PATH = electron;
  return { electron, missingLibraries };
}

/** What a script that needs no window has to have. */
export async function setUpWithoutElectron() {
  await installPackages();
  linkBin();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const { electron } = await setUp();
  console.log(`Set up in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  console.log(electron === undefined ? 'No Electron runtime found' : `Electron runtime: ${electron}`);
}
