import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { Journal, type JournalBase, readJournal } from '../../../electron/documents/journal.ts';
import { createFaultyFileSystem } from '../support/faulty-file-system.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const base: JournalBase = {
  name: 'Clicks',
  readOnly: false,
  text: '{"nodes":[],"edges":[]}',
  unsaved: false,
};
const operations = ['[{"op":"add"}]', '[{"op":"replace","value":"ü\\n"}]', '[]'];

async function startJournal(fs = nodeFileSystem) {
  const folder = join(await makeFolder(), 'journal');
  const states: (string | null)[] = [];
  const journal = new Journal(fs, folder, base, (message) => states.push(message));
  await journal.restart(base);
  return { folder, journal, states };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('Journal', () => {
  it('brings back what was written, as another run would read it', async () => {
    const { folder, journal } = await startJournal();
    await journal.append(1, operations);
    expect(await readJournal(nodeFileSystem, folder)).toEqual({
      base,
      operations,
      damaged: false,
      unsaved: true,
    });
    await journal.close({ keep: true });
  });

  it('skips operations it has and refuses a gap', async () => {
    const { journal } = await startJournal();
    expect(await journal.append(1, operations.slice(0, 2))).toBe(2);
    expect(await journal.append(1, operations)).toBe(3);
    expect(journal.contents.operations).toEqual(operations);
    await expect(journal.append(5, ['[]'])).rejects.toMatchObject({ code: 'bad-request' });
    await journal.close({ keep: false });
  });

  it('removes its files when the document is closed for good', async () => {
    const { folder, journal } = await startJournal();
    await journal.append(1, operations);
    await journal.close({ keep: false });
    expect(await nodeFileSystem.list(folder)).toEqual([]);
  });

  it('begins a new generation with a new base and removes the old one', async () => {
    const { folder, journal } = await startJournal();
    await journal.append(1, operations);
    await journal.restart({ ...base, text: '{}', unsaved: true });
    expect(await readdir(folder)).toEqual(['base-2.json', 'ops-2.log']);
    expect(await readJournal(nodeFileSystem, folder)).toMatchObject({
      base: { text: '{}' },
      operations: [],
      unsaved: true,
    });
    await journal.close({ keep: true });
  });

  it('knows that saved operations are no lost work', async () => {
    const { folder, journal } = await startJournal();
    await journal.append(1, operations.slice(0, 2));
    await journal.markSaved(2, { name: 'Saved', path: '/designs/saved.json', readOnly: false });
    expect(journal.hasUnsaved).toBe(false);
    expect(await readJournal(nodeFileSystem, folder)).toMatchObject({ unsaved: false });
    await journal.append(3, operations.slice(2));
    const found = await readJournal(nodeFileSystem, folder);
    expect(found).toMatchObject({ unsaved: true, operations, base: { path: '/designs/saved.json' } });
    await journal.close({ keep: true });
  });

  it('reads the longest whole part of a log cut at any byte', async () => {
    const { folder, journal } = await startJournal();
    await journal.append(1, operations);
    await journal.close({ keep: true });
    const log = join(folder, 'ops-1.log');
    const whole = await readFile(log);
    for (let length = whole.length - 1; length >= 0; length--) {
      await truncate(log, length);
      const found = await readJournal(nodeFileSystem, folder);
      const lines = whole.subarray(0, length).filter((byte) => byte === 10).length;
      expect(found?.operations).toEqual(operations.slice(0, lines));
      expect(found?.damaged).toBe(length > 0 && whole[length - 1] !== 10);
    }
  });

  it('stops at a record whose bytes were altered and keeps the rest aside', async () => {
    const { folder, journal } = await startJournal();
    await journal.append(1, operations);
    await journal.close({ keep: true });
    const log = join(folder, 'ops-1.log');
    await writeFile(log, (await readFile(log, 'utf8')).replace('replace', 'REPLACE'));
    expect(await readJournal(nodeFileSystem, folder)).toMatchObject({
      operations: operations.slice(0, 1),
      damaged: true,
    });
    expect(await readFile(join(folder, 'rest-1.log'), 'utf8')).toContain('REPLACE');
  });

  it('falls back to the older generation when the newer base is broken', async () => {
    const { folder, journal } = await startJournal();
    await journal.append(1, operations);
    await journal.close({ keep: true });
    await writeFile(join(folder, 'base-2.json'), 'half a ba');
    expect(await readJournal(nodeFileSystem, folder)).toMatchObject({ base, operations, damaged: true });
  });

  it('warns when the disk fails, keeps going, and writes everything when it works again', async () => {
    const { folder, journal: unused } = await startJournal();
    await unused.close({ keep: false });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const states: (string | null)[] = [];
    // Starting a journal takes fewer calls than this; the next write is the one that fails.
    const counted = createFaultyFileSystem({
      failAt: Number.MAX_SAFE_INTEGER,
      code: 'ENOSPC',
      lasting: false,
    });
    const probe = new Journal(counted.fs, folder, base, () => undefined);
    await probe.restart(base);
    await probe.close({ keep: false });
    const callsOfStart = counted.calls();

    const { fs } = createFaultyFileSystem({ failAt: callsOfStart - 1, code: 'ENOSPC', lasting: false });
    const journal = new Journal(fs, folder, base, (message) => states.push(message));
    await journal.restart(base);
    await journal.append(1, operations.slice(0, 1));
    await journal.append(2, operations.slice(1));
    expect(journal.contents.operations).toEqual(operations);
    if (states.length === 0) throw new Error('The failing call was never reached');
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(states.at(-1)).toBeNull());
    expect(await readJournal(nodeFileSystem, folder)).toMatchObject({ operations });
    await journal.close({ keep: false });
  });
});

describe('Journal when the n-th call to the disk fails', () => {
  it('never loses the generation that was whole', async () => {
    for (let failAt = 1; ; failAt++) {
      const folder = join(await makeFolder(), 'journal');
      const first = new Journal(nodeFileSystem, folder, base, () => undefined);
      await first.restart(base);
      await first.append(1, operations);
      await first.close({ keep: true });
      const { fs, calls } = createFaultyFileSystem({ failAt, code: 'EIO', lasting: true });
      const second = new Journal(fs, folder, base, () => undefined);
      await second.restart({ ...base, text: '{"version":1}' }, operations);
      await second.close({ keep: true });
      const found = await readJournal(nodeFileSystem, folder);
      expect([base.text, '{"version":1}']).toContain(found?.base.text);
      expect(found?.operations).toEqual(operations);
      if (calls() < failAt) break;
    }
  });
});
