import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { RecentFiles } from '../../../electron/settings/recent-files.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { defaultSettings } from '../../../shared/ipc/app-channels.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

describe('SettingsStore', () => {
  it('keeps what was set over a restart and merges the layout', async () => {
    const path = join(await makeFolder(), 'settings.json');
    const store = new SettingsStore(nodeFileSystem, path);
    await store.load();
    await store.set({ theme: 'dark', layout: { palette: 240 } });
    await store.set({ layout: { inspector: false } });
    const next = new SettingsStore(nodeFileSystem, path);
    await next.load();
    expect(next.current).toEqual({
      ...defaultSettings,
      theme: 'dark',
      layout: { palette: 240, inspector: false },
    });
  });

  it.each(['', 'not json', '{"theme":"pink"}', '[]'])(
    'starts with defaults when the file holds %j',
    async (text) => {
      const path = join(await makeFolder(), 'settings.json');
      await writeFile(path, text);
      const store = new SettingsStore(nodeFileSystem, path);
      await store.load();
      expect(store.current).toEqual(defaultSettings);
    },
  );
});

describe('RecentFiles', () => {
  it('lists the newest first, each once, by ids that are no paths', async () => {
    const folder = await makeFolder();
    const recent = new RecentFiles(nodeFileSystem, join(folder, 'recent.json'), '/home/me', () => undefined);
    recent.add('/home/me/a.pipewright.json');
    recent.add('/data/b.json');
    const id = recent.add('/home/me/a.pipewright.json');
    expect(recent.list()).toEqual([
      { id, name: 'a', folder: '~' },
      { id: expect.any(String), name: 'b', folder: '/data' },
    ]);
    expect(recent.findPath(id)).toBe('/home/me/a.pipewright.json');
    expect(recent.findPath('/data/b.json')).toBeUndefined();
    await expect
      .poll(() => readFile(join(folder, 'recent.json'), 'utf8').catch(() => ''))
      .toContain('a.pipewright.json');
  });
});
