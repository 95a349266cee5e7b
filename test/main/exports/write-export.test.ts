import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { checkExportPaths } from '../../../electron/exports/export-paths.ts';
import { manifestName } from '../../../electron/exports/export-manifest.ts';
import { writeExport } from '../../../electron/exports/write-export.ts';
import { createFaultyFileSystem } from '../support/faulty-file-system.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const never = (): Promise<boolean> => {
  throw new Error('Nothing should be asked');
};

function request(folder: string, files: Record<string, string>) {
  return {
    folder,
    target: 'cdk' as const,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  };
}

async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== manifestName);
  const texts = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries((await Promise.all(texts)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('checkExportPaths', () => {
  it('accepts ordinary project files', () => {
    expect(() => checkExportPaths(['package.json', 'lib/stack.ts', '.gitignore', 'README.md'])).not.toThrow();
  });

  it.each([
    '../out.ts',
    'lib/../../out.ts',
    '/etc/passwd',
    'lib//a.ts',
    './a.ts',
    '..',
    '',
    'C:\\a.ts',
    'c:a.ts',
    'lib\\a.ts',
    'CON',
    'lib/aux.ts',
    'COM¹',
    'name.',
    'name ',
    '-rf',
    'a\u0000b',
    'a\u202eb',
    'a\nb',
    'x'.repeat(300),
  ])('refuses %j', (path) => {
    expect(() => checkExportPaths([path])).toThrow(/Nothing was written/);
  });

  it('refuses names that some system takes for equal, and a file that is a folder too', () => {
    expect(() => checkExportPaths(['Lib/a.ts', 'lib/A.ts'])).toThrow(/same name/);
    expect(() => checkExportPaths(['\u00e9.ts', 'e\u0301.ts'])).toThrow(/same name/);
    expect(() => checkExportPaths(['lib', 'lib/a.ts'])).toThrow(/file and a folder/);
  });
});

describe('writeExport', () => {
  it('writes all files, a manifest, and nothing else', async () => {
    const folder = await makeFolder();
    const outcome = await writeExport(
      nodeFileSystem,
      request(folder, { 'a.ts': '1', 'lib/b.ts': '2' }),
      never,
    );
    expect(outcome).toEqual({ outcome: 'written', written: 2, unchanged: 0, removed: 0 });
    expect(await snapshot(folder)).toEqual({ 'a.ts': '1', 'lib/b.ts': '2' });
    expect((await readdir(folder)).sort()).toEqual([manifestName, 'a.ts', 'lib']);
  });

  it('replaces and removes what the last export wrote without asking', async () => {
    const folder = await makeFolder();
    await writeExport(nodeFileSystem, request(folder, { 'a.ts': '1', 'b.ts': '2', 'c.ts': '3' }), never);
    const outcome = await writeExport(nodeFileSystem, request(folder, { 'a.ts': 'new', 'b.ts': '2' }), never);
    expect(outcome).toEqual({ outcome: 'written', written: 1, unchanged: 1, removed: 1 });
    expect(await snapshot(folder)).toEqual({ 'a.ts': 'new', 'b.ts': '2' });
  });

  it('asks before it replaces edited or foreign files, and keeps edited ones that are no longer exported', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'README.md'), 'mine');
    const asked: string[][] = [];
    const answer = (yes: boolean) => async (paths: readonly string[]) => {
      asked.push([...paths]);
      return yes;
    };
    const files = { 'README.md': 'theirs', 'a.ts': '1', 'b.ts': '2' };
    expect(await writeExport(nodeFileSystem, request(folder, files), answer(false))).toEqual({
      outcome: 'cancelled',
    });
    expect(await snapshot(folder)).toEqual({ 'README.md': 'mine' });
    await writeExport(nodeFileSystem, request(folder, files), answer(true));
    await writeFile(join(folder, 'a.ts'), 'edited');
    await writeFile(join(folder, 'b.ts'), 'edited');
    await writeExport(nodeFileSystem, request(folder, { 'README.md': 'theirs', 'a.ts': '1' }), answer(true));
    expect(asked).toEqual([['README.md'], ['README.md'], ['a.ts']]);
    expect(await snapshot(folder)).toEqual({ 'README.md': 'theirs', 'a.ts': '1', 'b.ts': 'edited' });
  });

  it('does not follow a link out of the folder', async () => {
    const folder = await makeFolder();
    const outside = await makeFolder();
    await symlink(outside, join(folder, 'lib'));
    await expect(
      writeExport(nodeFileSystem, request(folder, { 'lib/a.ts': '1' }), never),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await readdir(outside)).toEqual([]);
  });

  it('does not trust the paths of a manifest', async () => {
    const folder = await makeFolder();
    const victim = join(folder, 'victim.txt');
    await writeFile(victim, '');
    const inner = join(folder, 'project');
    await mkdir(inner);
    const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const manifest = { format: 1, target: 'cdk', files: [{ path: '../victim.txt', sha256 }] };
    await writeFile(join(inner, manifestName), JSON.stringify(manifest));
    const outcome = await writeExport(nodeFileSystem, request(inner, { 'a.ts': '1' }), never);
    expect(outcome).toMatchObject({ removed: 0 });
    expect(await readFile(victim, 'utf8')).toBe('');
  });

  it('is all or nothing when any call to the disk fails', async () => {
    const before = { 'a.ts': '1', 'b.ts': '2', 'lib/c.ts': '3' };
    const after = { 'a.ts': 'new', 'd/e.ts': '5', 'lib/c.ts': 'new' };
    for (let failAt = 1; ; failAt++) {
      const folder = await makeFolder();
      await writeExport(nodeFileSystem, request(folder, before), never);
      const { fs, calls } = createFaultyFileSystem({ failAt, code: 'EIO', lasting: false });
      const outcome = await writeExport(fs, request(folder, after), never).then(
        (result) => result.outcome,
        () => 'failed',
      );
      const files = Object.fromEntries(
        Object.entries(await snapshot(folder)).filter(([path]) => !path.startsWith('.pipewright-export-')),
      );
      expect(files, `call ${failAt}`).toEqual(outcome === 'written' ? after : before);
      if (calls() < failAt) break;
    }
  });
});
