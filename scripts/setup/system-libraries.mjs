import { existsSync, readFileSync } from 'node:fs';
import { isRoot } from '../project.mjs';
import { runCommand } from '../run-command.mjs';

/** What Electron and its tests load on Linux: a file that proves the library, and the Debian package. */
const needed = [
  { file: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { file: 'libnss3.so', packages: ['libnss3'] },
  { file: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { file: 'libgbm.so.1', packages: ['libgbm1'] },
  { file: 'libXss.so.1', packages: ['libxss1'] },
  { file: 'libXtst.so.6', packages: ['libxtst6'] },
  { file: 'Xvfb', packages: ['xvfb'] },
  { file: 'xauth', packages: ['xauth'] },
];

const folders = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/lib/x86_64-linux-gnu',
  '/lib64',
  '/usr/bin',
  '/bin',
  '/usr/local/lib',
  '/usr/local/bin',
];

function findMissing() {
  return needed.filter(({ file }) => !folders.some((folder) => existsSync(`${folder}/${file}`)));
}

function isDebian() {
  try {
    return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Debian 13 and Ubuntu 24.04 renamed some packages (t64); the first name apt knows is taken. */
async function choosePackage(names) {
  for (const name of names) {
    const { code, output } = await runCommand('apt-cache', ['policy', name], { capture: true });
    if (code === 0 && /Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names.at(-1);
}

async function installOnDebian(missing) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing system libraries: ${missing.map(({ file }) => file).join(', ')} …`);
  await runCommand('apt-get', ['update', '-qq'], { env, capture: true });
  const names = await Promise.all(missing.map(({ packages }) => choosePackage(packages)));
  const { code, output } = await runCommand(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    { env, capture: true },
  );
  if (code !== 0) console.error(output);
}

/** Installs what is missing on Debian as root; elsewhere names it. Returns the files still missing. */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return [];
  let missing = findMissing();
  if (missing.length > 0 && isRoot && isDebian()) {
    await installOnDebian(missing);
    missing = findMissing();
  }
  if (missing.length > 0) {
    const names = missing.map(({ packages }) => packages.at(-1)).join(' ');
    console.warn(`Missing system libraries: ${missing.map(({ file }) => file).join(', ')}.`);
    console.warn(`On Debian or Ubuntu: sudo apt-get install ${names}`);
  }
  return missing.map(({ file }) => file);
}
