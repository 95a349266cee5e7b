import { type Settings, defaultSettings, settings } from '../../shared/ipc/app-channels.ts';
import type { DocumentFileSystem } from '../documents/file-system.ts';
import { JsonFile } from './json-file.ts';

/** What the user chose. Members that a file lacks or has wrong fall back to their defaults. */
export class SettingsStore {
  private readonly file;
  private value: Settings = defaultSettings;

  constructor(fs: DocumentFileSystem, path: string) {
    this.file = new JsonFile(fs, path, settings.partial());
  }

  get current(): Settings {
    return this.value;
  }

  async load(): Promise<void> {
    this.value = mergeSettings(defaultSettings, (await this.file.read()) ?? {});
  }

  async set(changes: Partial<Settings>): Promise<Settings> {
    this.value = mergeSettings(this.value, changes);
    await this.file.write(this.value);
    return this.value;
  }
}

type LooseSettings = { [Name in keyof Settings]?: Settings[Name] | undefined };

function mergeSettings(base: Settings, changes: LooseSettings): Settings {
  return {
    theme: changes.theme ?? base.theme,
    canvasNavigation: changes.canvasNavigation ?? base.canvasNavigation,
    layout: { ...base.layout, ...changes.layout },
  };
}
