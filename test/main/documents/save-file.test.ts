import { chmod, link, readFile, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { type Fingerprint, hashBytes } from '../../../electron/documents/fingerprint.ts';
import { type SaveDependencies, saveFile } from '../../../electron/documents/save-file.ts';
import { VersionStore } from '../../../electron/documents/version-store.ts';
import { createFaultyFileSystem } from '../support/faulty-file-system.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function dependencies(folder: string, fs = nodeFileSystem): SaveDependencies {
  return { fs, versions: new VersionStore(fs, join(folder, 'versions'), () => 1000), userId: undefined };
}

async function fingerprintOf(path: string): Promise<Fingerprint> {
  const { size, mtimeMs } = await stat(path);
  return { size, mtimeMs, sha256: hashBytes(await readFile(path)) };
}

async function prepare(text = 'old') {
  const folder = await makeFolder();
  const path = join(folder, 'design.pipewright.json');
  await writeFile(path, text);
  return { folder, path, known: await fingerprintOf(path) };
}

describe('saveFile', () => {
  it('writes a new file and tells its fingerprint', async () => {
    const folder = await makeFolder();
    const path = join(folder, 'new.pipewright.json');
    const request = { path, bytes: bytesOf('new'), known: undefined, replaceChanged: false };
    const result = await saveFile(request, dependencies(folder));
    expect(result).toEqual({ outcome: 'saved', path, fingerprint: await fingerprintOf(path) });
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('keeps the replaced version, the mode and leaves no temporary file', async () => {
    const { folder, path, known } = await prepare();
    await chmod(path, 0o640);
    const deps = dependencies(folder);
    await saveFile({ path, bytes: bytesOf('new'), known, replaceChanged: false }, deps);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    const [version] = await deps.versions.list(path);
    expect(await readFile(version ?? '', 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['design.pipewright.json', 'versions']);
  });

  it('writes through a symbolic link to the file behind it', async () => {
    const { folder, path, known } = await prepare();
    const alias = join(folder, 'alias.json');
    await symlink(path, alias);
    const result = await saveFile(
      { path: alias, bytes: bytesOf('new'), known, replaceChanged: false },
      dependencies(folder),
    );
    expect(result).toMatchObject({ outcome: 'saved', path });
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('reports a conflict when the bytes changed, even at the same length', async () => {
    const { folder, path, known } = await prepare();
    await writeFile(path, 'OLD');
    await utimes(path, 1, 1);
    const request = { path, bytes: bytesOf('new'), known, replaceChanged: false };
    expect(await saveFile(request, dependencies(folder))).toEqual({ outcome: 'conflict' });
    expect(await readFile(path, 'utf8')).toBe('OLD');
  });

  it('takes a changed time with equal bytes for no conflict', async () => {
    const { folder, path, known } = await prepare();
    await utimes(path, 1, 1);
    const request = { path, bytes: bytesOf('new'), known, replaceChanged: false };
    expect(await saveFile(request, dependencies(folder))).toMatchObject({ outcome: 'saved' });
  });

  it('replaces a changed file when told to, keeping the other version', async () => {
    const { folder, path, known } = await prepare();
    await writeFile(path, 'theirs');
    const deps = dependencies(folder);
    await saveFile({ path, bytes: bytesOf('mine'), known, replaceChanged: true }, deps);
    const [version] = await deps.versions.list(path);
    expect(await readFile(version ?? '', 'utf8')).toBe('theirs');
  });

  it('refuses a file with several hard links and a folder', async () => {
    const { folder, path, known } = await prepare();
    await link(path, join(folder, 'twin.json'));
    const request = { path, bytes: bytesOf('new'), known, replaceChanged: false };
    await expect(saveFile(request, dependencies(folder))).rejects.toMatchObject({ code: 'read-only' });
    expect(await readFile(path, 'utf8')).toBe('old');
    const onFolder = { path: folder, bytes: bytesOf('new'), known: undefined, replaceChanged: false };
    await expect(saveFile(onFolder, dependencies(folder))).rejects.toMatchObject({ code: 'read-only' });
  });

  it('refuses a file of another user', async () => {
    const { folder, path, known } = await prepare();
    const request = { path, bytes: bytesOf('new'), known, replaceChanged: false };
    const owner = (await stat(path)).uid;
    const deps = { ...dependencies(folder), userId: owner + 1 };
    await expect(saveFile(request, deps)).rejects.toThrow('another user');
  });
});

describe('saveFile when the n-th call to the disk fails', () => {
  const cases = ['EIO', 'ENOSPC', 'EACCES', 'EMFILE', 'EROFS'].flatMap((code) => [
    { code, lasting: false },
    { code, lasting: true },
  ]);

  it.each(cases)(
    '$code, lasting $lasting: the file is whole and "saved" is true',
    async ({ code, lasting }) => {
      let saved = 0;
      let attempts = 0;
      for (let failAt = 1; ; failAt++) {
        attempts++;
        const { folder, path, known } = await prepare();
        const { fs, calls } = createFaultyFileSystem({ failAt, code, lasting });
        const request = { path, bytes: bytesOf('new content'), known, replaceChanged: false };
        const outcome = await saveFile(request, dependencies(folder, fs)).then(
          (result) => result.outcome,
          () => 'failed',
        );
        const text = await readFile(path, 'utf8');
        expect(['old', 'new content']).toContain(text);
        if (outcome === 'saved') {
          saved++;
          expect(text).toBe('new content');
        }
        if (!lasting && outcome !== 'saved') {
          const left = (await readdir(folder)).filter((name) => name.endsWith('.pipewright-tmp'));
          // Only the removal itself can have failed, and then nothing else did before it.
          expect(left).toEqual([]);
        }
        if (calls() < failAt) break;
      }
      expect(attempts).toBeGreaterThan(10);
      expect(saved).toBeGreaterThan(0);
    },
  );
});
