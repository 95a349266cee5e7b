import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DocumentFileSystem, nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { checkExportPaths } from '../../../electron/exports/export-paths.ts';
import { manifestName, parseManifest } from '../../../electron/exports/export-manifest.ts';
import { compareFolder, type ExportProject } from '../../../electron/exports/compare-folder.ts';
import { writeExport } from '../../../electron/exports/write-export.ts';
import { createFaultyFileSystem } from '../support/faulty-file-system.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

function request(folder: string, files: Record<string, string>) {
  return {
    folder,
    target: 'cdk' as const,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  };
}

/** Compares and writes at once, as after a look at the comparison. */
async function write(fs: DocumentFileSystem, project: ExportProject, keep: readonly string[] = []) {
  const { files } = await compareFolder(fs, project);
  return writeExport(fs, { ...project, seen: files, keep });
}

async function readStates(project: ExportProject): Promise<Record<string, string>> {
  const { files } = await compareFolder(nodeFileSystem, project);
  return Object.fromEntries(files.map(({ path, state }) => [path, state]));
}

async function readManifestOf(folder: string) {
  return parseManifest(await readFile(join(folder, manifestName), 'utf8'));
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
    const outcome = await write(nodeFileSystem, request(folder, { 'a.ts': '1', 'lib/b.ts': '2' }));
    expect(outcome).toEqual({ written: 2, unchanged: 0, removed: 0, kept: 0 });
    expect(await snapshot(folder)).toEqual({ 'a.ts': '1', 'lib/b.ts': '2' });
    expect((await readdir(folder)).sort()).toEqual([manifestName, 'a.ts', 'lib']);
  });

  it('replaces and removes what the last export wrote without asking', async () => {
    const folder = await makeFolder();
    await write(nodeFileSystem, request(folder, { 'a.ts': '1', 'b.ts': '2', 'c.ts': '3' }));
    const outcome = await write(nodeFileSystem, request(folder, { 'a.ts': 'new', 'b.ts': '2' }));
    expect(outcome).toEqual({ written: 1, unchanged: 1, removed: 1, kept: 0 });
    expect(await snapshot(folder)).toEqual({ 'a.ts': 'new', 'b.ts': '2' });
  });

  it('tells what is new, changed, edited, foreign, removed, left and unchanged, with the texts that matter', async () => {
    const folder = await makeFolder();
    const first = { 'same.ts': '1', 'changed.ts': '2', 'edited.ts': '3', 'gone.ts': '4', 'left.ts': '5' };
    await write(nodeFileSystem, request(folder, first));
    await writeFile(join(folder, 'edited.ts'), 'by hand');
    await writeFile(join(folder, 'left.ts'), 'by hand too');
    await writeFile(join(folder, 'foreign.md'), 'mine');
    await writeFile(join(folder, 'unrelated.md'), 'nobody asks for it');
    const second = { 'same.ts': '1', 'changed.ts': 'b', 'edited.ts': 'c', 'foreign.md': 'd', 'new.ts': 'e' };
    const comparison = await compareFolder(nodeFileSystem, request(folder, second));
    expect(comparison.lastTarget).toBe('cdk');
    expect(
      Object.fromEntries(comparison.files.map(({ path, state, text }) => [path, [state, text]])),
    ).toEqual({
      'same.ts': ['unchanged', null],
      'changed.ts': ['changed', '2'],
      'edited.ts': ['edited', 'by hand'],
      'foreign.md': ['foreign', 'mine'],
      'new.ts': ['new', null],
      'gone.ts': ['removed', '4'],
      'left.ts': ['left', 'by hand too'],
    });
  });

  it('does not send what is no text or too long', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'a.bin'), new Uint8Array([1, 0, 2]));
    await writeFile(join(folder, 'latin.txt'), new Uint8Array([0xe4, 0x20]));
    await writeFile(join(folder, 'long.txt'), 'x'.repeat(1024 * 1024 + 1));
    const files = { 'a.bin': 'a', 'latin.txt': 'b', 'long.txt': 'c' };
    const comparison = await compareFolder(nodeFileSystem, request(folder, files));
    expect(comparison.files.map(({ text, omitted }) => [text, omitted])).toEqual([
      [null, 'binary'],
      [null, 'binary'],
      [null, 'large'],
    ]);
  });

  it('keeps files as the user decides: they stay, the manifest says so, and they are foreign from then on', async () => {
    const folder = await makeFolder();
    await write(nodeFileSystem, request(folder, { 'a.ts': '1', 'b.ts': '2', 'c.ts': '3' }));
    await writeFile(join(folder, 'a.ts'), 'edited');
    const files = { 'a.ts': 'new', 'b.ts': 'new' };
    expect(await write(nodeFileSystem, request(folder, files), ['a.ts', 'c.ts'])).toEqual({
      written: 1,
      unchanged: 0,
      removed: 0,
      kept: 2,
    });
    expect(await snapshot(folder)).toEqual({ 'a.ts': 'edited', 'b.ts': 'new', 'c.ts': '3' });
    const manifest = await readManifestOf(folder);
    expect(manifest?.files.map(({ path }) => path)).toEqual(['b.ts']);
    expect(manifest?.kept).toEqual(['a.ts']);
    const again = await compareFolder(nodeFileSystem, request(folder, files));
    expect(again.files.map(({ path, state, wasKept }) => [path, state, wasKept])).toEqual([
      ['a.ts', 'foreign', true],
      ['b.ts', 'unchanged', false],
    ]);
    await write(nodeFileSystem, request(folder, files));
    expect(await snapshot(folder)).toEqual({ 'a.ts': 'new', 'b.ts': 'new', 'c.ts': '3' });
    expect(await readManifestOf(folder)).not.toHaveProperty('kept');
  });

  it('leaves edited files that are no longer exported, and forgets them', async () => {
    const folder = await makeFolder();
    await write(nodeFileSystem, request(folder, { 'a.ts': '1', 'b.ts': '2' }));
    await writeFile(join(folder, 'b.ts'), 'edited');
    await write(nodeFileSystem, request(folder, { 'a.ts': '1' }));
    expect(await snapshot(folder)).toEqual({ 'a.ts': '1', 'b.ts': 'edited' });
    expect(await readStates(request(folder, { 'a.ts': '1' }))).toEqual({ 'a.ts': 'unchanged' });
  });

  it.each([
    ['a file edited', 'a.ts', 'later'],
    ['a foreign file edited', 'README.md', 'later'],
    ['a file that appeared', 'new.ts', 'later'],
    ['a file to be removed edited', 'gone.ts', 'later'],
    ['a file taken away', 'a.ts', undefined],
  ])('writes nothing after %s since the comparison', async (_what, path, text) => {
    const folder = await makeFolder();
    await write(nodeFileSystem, request(folder, { 'a.ts': '1', 'gone.ts': '2' }));
    await writeFile(join(folder, 'README.md'), 'mine');
    const project = request(folder, { 'a.ts': 'b', 'README.md': 'c', 'new.ts': 'd' });
    const { files } = await compareFolder(nodeFileSystem, project);
    if (text === undefined) await rm(join(folder, path));
    else await writeFile(join(folder, path), text);
    const before = await snapshot(folder);
    const manifest = await readFile(join(folder, manifestName), 'utf8');
    await expect(writeExport(nodeFileSystem, { ...project, seen: files, keep: [] })).rejects.toThrow(
      `The folder changed since it was compared: ${path}. Nothing was written.`,
    );
    expect(await snapshot(folder)).toEqual(before);
    expect(await readFile(join(folder, manifestName), 'utf8')).toBe(manifest);
  });

  it('notices a file that changes while it is being moved', async () => {
    const folder = await makeFolder();
    await write(nodeFileSystem, request(folder, { 'a.ts': '1', 'b.ts': '2' }));
    const project = request(folder, { 'a.ts': 'new', 'b.ts': 'new' });
    const { files } = await compareFolder(nodeFileSystem, project);
    const late: DocumentFileSystem = {
      ...nodeFileSystem,
      rename: async (from, to) => {
        if (from.endsWith('b.ts')) await writeFile(from, 'at the last moment');
        return nodeFileSystem.rename(from, to);
      },
    };
    await expect(writeExport(late, { ...project, seen: files, keep: [] })).rejects.toThrow(/b\.ts/);
    expect(await snapshot(folder)).toEqual({ 'a.ts': '1', 'b.ts': 'at the last moment' });
  });

  it('does not follow a link out of the folder', async () => {
    const folder = await makeFolder();
    const outside = await makeFolder();
    await symlink(outside, join(folder, 'lib'));
    await expect(write(nodeFileSystem, request(folder, { 'lib/a.ts': '1' }))).rejects.toMatchObject({
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
    const outcome = await write(nodeFileSystem, request(inner, { 'a.ts': '1' }));
    expect(outcome).toMatchObject({ removed: 0 });
    expect(await readFile(victim, 'utf8')).toBe('');
  });

  it('is all or nothing when any call to the disk fails', async () => {
    const before = { 'a.ts': '1', 'b.ts': '2', 'lib/c.ts': '3' };
    const after = { 'a.ts': 'new', 'd/e.ts': '5', 'lib/c.ts': 'new' };
    for (let failAt = 1; ; failAt++) {
      const folder = await makeFolder();
      await write(nodeFileSystem, request(folder, before));
      const { fs, calls } = createFaultyFileSystem({ failAt, code: 'EIO', lasting: false });
      const outcome = await write(fs, request(folder, after)).then(
        () => 'written',
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
