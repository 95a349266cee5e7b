import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { VersionStore } from '../../../electron/documents/version-store.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function openStore() {
  let time = 0;
  const store = new VersionStore(nodeFileSystem, join(await makeFolder(), 'versions'), () => time);
  return {
    store,
    keepAt: (at: number, text: string) => {
      time = at;
      return store.keep('/designs/a.json', bytesOf(text));
    },
  };
}

describe('VersionStore', () => {
  it('lists the newest version first and keeps documents apart', async () => {
    const { store, keepAt } = await openStore();
    await keepAt(1, 'one');
    await keepAt(2, 'two');
    const versions = await store.list('/designs/a.json');
    expect(await Promise.all(versions.map((path) => readFile(path, 'utf8')))).toEqual(['two', 'one']);
    expect(await store.list('/designs/b.json')).toEqual([]);
  });

  it('stores the same bytes once in a row', async () => {
    const { store, keepAt } = await openStore();
    await keepAt(1, 'same');
    await keepAt(2, 'same');
    expect(await store.list('/designs/a.json')).toHaveLength(1);
  });

  it('keeps twenty versions, none older than thirty days but the newest', async () => {
    const { store, keepAt } = await openStore();
    for (let index = 0; index < 25; index++) await keepAt(index, `version ${index}`);
    expect(await store.list('/designs/a.json')).toHaveLength(20);
    await keepAt(31 * 86_400_000, 'much later');
    expect(await store.list('/designs/a.json')).toHaveLength(1);
  });
});
