import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConflictAnswer } from '../../../electron/documents/document-dialogs.ts';
import { DocumentStore } from '../../../electron/documents/document-store.ts';
import { type DocumentFileSystem, nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { VersionStore } from '../../../electron/documents/version-store.ts';
import { designText } from '../support/designs.ts';
import { createFaultyFileSystem } from '../support/faulty-file-system.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const stores: DocumentStore[] = [];

afterEach(async () => {
  await Promise.all(stores.splice(0).map((documents) => documents.setAside()));
});

interface Answers {
  open?: string;
  save?: string;
  conflict?: ConflictAnswer;
}

async function openStore(
  answers: Answers = {},
  { fs = nodeFileSystem as DocumentFileSystem, folder = '' } = {},
) {
  const root = folder === '' ? await makeFolder() : folder;
  const used: string[] = [];
  const documents = new DocumentStore({
    fs,
    versions: new VersionStore(fs, join(root, 'versions'), () => 1000),
    dialogs: {
      chooseFileToOpen: async () => answers.open,
      chooseFileToSave: async () => answers.save,
      askConflict: async () => answers.conflict ?? 'cancel',
      askDiscard: async () => 'cancel',
    },
    journalFolder: join(root, 'journal'),
    homeFolder: root,
    documentsFolder: root,
    userId: undefined,
    startedMs: Date.now(),
    onFileUsed: (path) => used.push(path),
    onChange: () => undefined,
    onJournalState: () => undefined,
  });
  stores.push(documents);
  return { documents, root, used };
}

async function openFile(answers: Answers = {}) {
  const { documents, root, used } = await openStore(answers);
  await mkdir(join(root, 'designs'));
  const path = join(root, 'designs', 'clicks.pipewright.json');
  await writeFile(path, designText('Clicks'));
  const opened = await documents.openFile(path);
  return { documents, root, used, path, opened, handle: opened.document.handle };
}

describe('DocumentStore', () => {
  it('gives the page a handle, a name and a folder label, but no path', async () => {
    const { opened, root, used, path } = await openFile();
    expect(opened.document).toMatchObject({ name: 'clicks', folder: '~/designs', readOnly: false });
    expect(JSON.stringify(opened)).not.toContain(root);
    expect(used).toEqual([path]);
  });

  it('refuses a bad file without opening anything or touching it', async () => {
    const { documents, root } = await openStore();
    const path = join(root, 'bad.json');
    await writeFile(path, '{"nodes": [');
    await expect(documents.openFile(path)).rejects.toMatchObject({ code: 'unreadable' });
    expect(documents.current).toBeUndefined();
    expect(await readFile(path, 'utf8')).toBe('{"nodes": [');
  });

  it('removes what a killed save left beside the file, and nothing else', async () => {
    const { documents, root } = await openStore();
    const left = '.a.json.0123456789abcdef.pipewright-tmp';
    const others = ['.a.json.0123.pipewright-tmp', '.b.swp', 'notes.pipewright-tmp'];
    for (const name of [left, ...others]) {
      await writeFile(join(root, name), '');
      await utimes(join(root, name), 1, 1);
    }
    await writeFile(join(root, 'a.json'), designText('Clicks'));
    await documents.openFile(join(root, 'a.json'));
    const names = await readdir(root);
    expect(names).not.toContain(left);
    expect(names).toEqual(expect.arrayContaining(others));
  });

  it('recovers the latest of several journals first', async () => {
    const first = await openFile();
    await first.documents.journal(first.handle, { sequence: 1, operations: ['[1]'] });
    const { documents: second } = await openStore({}, { folder: first.root });
    const { document } = await second.create(designText('Later'), 'Later');
    await second.journal(document.handle, { sequence: 1, operations: ['[2]'] });
    await utimes(join(first.root, 'journal', first.handle), 1, 1);
    const { documents: next } = await openStore({}, { folder: first.root });
    expect(await next.recover()).toMatchObject({ document: { name: 'Later' } });
    expect(await next.recover()).toMatchObject({ document: { name: 'clicks' } });
  });

  it('saves to its file, in canonical form', async () => {
    const { documents, handle, path } = await openFile();
    const text = JSON.stringify(JSON.parse(designText('Renamed')));
    const outcome = await documents.save(handle, { text, revision: 7, chooseFile: false });
    expect(outcome).toMatchObject({ outcome: 'saved', revision: 7 });
    expect(await readFile(path, 'utf8')).toBe(designText('Renamed'));
  });

  it('asks for a file when it has none and adds the ending', async () => {
    const answers: Answers = {};
    const { documents, root } = await openStore(answers);
    const { document } = await documents.create(designText('New'));
    const request = { text: designText('New'), revision: 1, chooseFile: false };
    expect(await documents.save(document.handle, request)).toEqual({ outcome: 'cancelled' });
    answers.save = join(root, 'chosen');
    const outcome = await documents.save(document.handle, request);
    expect(outcome).toMatchObject({ outcome: 'saved', document: { name: 'chosen', folder: '~' } });
    expect(await readFile(join(root, 'chosen.pipewright.json'), 'utf8')).toBe(designText('New'));
  });

  it('refuses to write a text that is no design', async () => {
    const { documents, handle, path } = await openFile();
    const request = { text: '{"nodes":[', revision: 1, chooseFile: false };
    await expect(documents.save(handle, request)).rejects.toMatchObject({ code: 'unreadable' });
    expect(await readFile(path, 'utf8')).toBe(designText('Clicks'));
  });

  it.each<[ConflictAnswer, string, string]>([
    ['cancel', 'cancelled', designText('Theirs')],
    ['reload', 'reload', designText('Theirs')],
    ['replace', 'saved', designText('Mine')],
  ])('on a conflict answered with %s', async (conflict, outcome, onDisk) => {
    const { documents, handle, path } = await openFile({ conflict });
    await writeFile(path, designText('Theirs'));
    const result = await documents.save(handle, { text: designText('Mine'), revision: 1, chooseFile: false });
    expect(result.outcome).toBe(outcome);
    expect(await readFile(path, 'utf8')).toBe(onDisk);
    if (result.outcome === 'reload') expect(result.opened.text).toBe(designText('Theirs'));
  });

  it('keeps both versions on a conflict when another file is chosen', async () => {
    const answers: Answers = { conflict: 'keep-both' };
    const { documents, handle, path, root } = await openFile(answers);
    answers.save = join(root, 'mine.json');
    await writeFile(path, designText('Theirs'));
    await documents.save(handle, { text: designText('Mine'), revision: 1, chooseFile: false });
    expect(await readFile(path, 'utf8')).toBe(designText('Theirs'));
    expect(await readFile(answers.save, 'utf8')).toBe(designText('Mine'));
  });

  it('never saves over a read-only document', async () => {
    const answers: Answers = {};
    const { documents, root } = await openStore(answers);
    const path = join(root, 'newer.json');
    const newer = '{"version":99,"nodes":[],"edges":[]}';
    await writeFile(path, newer);
    const { document } = await documents.openFile(path);
    expect(document.readOnly).toBe(true);
    const request = { text: designText('Mine'), revision: 1, chooseFile: false };
    expect(await documents.save(document.handle, request)).toEqual({ outcome: 'cancelled' });
    expect(await readFile(path, 'utf8')).toBe(newer);
  });

  it('collapses a burst of saves to the first and the last', async () => {
    const { documents, handle, path } = await openFile();
    const save = (name: string, revision: number) =>
      documents.save(handle, { text: designText(name), revision, chooseFile: false });
    const outcomes = await Promise.all([save('One', 1), save('Two', 2), save('Three', 3), save('Four', 4)]);
    expect(outcomes.map((outcome) => outcome.outcome === 'saved' && outcome.revision)).toEqual([1, 4, 4, 4]);
    expect(await readFile(path, 'utf8')).toBe(designText('Four'));
  });

  it('recovers unsaved work of a run that was killed, and leaves the file alone', async () => {
    const { documents, handle, root, path } = await openFile();
    await documents.journal(handle, { sequence: 1, operations: ['[1]', '[2]'] });
    const { documents: next } = await openStore({}, { folder: root });
    const recovered = await next.recover();
    expect(recovered).toMatchObject({
      recovered: true,
      operations: ['[1]', '[2]'],
      document: { name: 'clicks' },
    });
    expect(await readFile(path, 'utf8')).toBe(designText('Clicks'));
    expect(next.current?.dirty).toBe(true);
  });

  it('recovers nothing when all was saved, or the document was closed', async () => {
    const { documents, handle, root } = await openFile();
    await documents.journal(handle, { sequence: 1, operations: ['[1]'] });
    await documents.save(handle, { text: designText('Saved'), revision: 1, chooseFile: false });
    const { documents: next } = await openStore({}, { folder: root });
    expect(await next.recover()).toBeNull();

    const second = await openFile();
    await second.documents.journal(second.handle, { sequence: 1, operations: ['[1]'] });
    await second.documents.close(second.handle);
    const { documents: afterClose } = await openStore({}, { folder: second.root });
    expect(await afterClose.recover()).toBeNull();
  });

  it('gives a window that starts again every operation it confirmed', async () => {
    const { documents, handle } = await openFile();
    documents.setDirty(handle, true, 'clicks');
    await documents.journal(handle, { sequence: 1, operations: ['[1]'] });
    expect(documents.reopenCurrent()).toMatchObject({ recovered: true, operations: ['[1]'] });
  });

  it('answers unknown handles with not-found', async () => {
    const { documents } = await openStore();
    await expect(documents.revert('nothing')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('reports a full disk and stays unsaved', async () => {
    const { root, path } = await openFile();
    const { fs } = createFaultyFileSystem({ failAt: 1, code: 'ENOSPC', lasting: true });
    const { documents } = await openStore({ save: path }, { fs, folder: root });
    const { document } = await documents.create(designText('New'));
    const request = { text: designText('New'), revision: 1, chooseFile: false };
    await expect(documents.save(document.handle, request)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readFile(path, 'utf8')).toBe(designText('Clicks'));
  });
});
