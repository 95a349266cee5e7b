import { z } from 'zod';
import type { RecentFile } from '../../shared/ipc/app-channels.ts';
import { getDisplayName, getFolderLabel } from '../documents/document-names.ts';
import type { DocumentFileSystem } from '../documents/file-system.ts';
import { hashBytes } from '../documents/fingerprint.ts';
import { JsonFile } from './json-file.ts';

const maxRecentFiles = 12;

/** Files used lately, newest first. The page gets ids; the paths stay here. */
export class RecentFiles {
  private readonly file;
  private readonly homeFolder: string;
  private readonly onChange: () => void;
  private paths: string[] = [];

  constructor(fs: DocumentFileSystem, path: string, homeFolder: string, onChange: () => void) {
    this.file = new JsonFile(fs, path, z.array(z.string().max(4096)).max(maxRecentFiles));
    this.homeFolder = homeFolder;
    this.onChange = onChange;
  }

  async load(): Promise<void> {
    this.paths = (await this.file.read()) ?? [];
  }

  list(): RecentFile[] {
    return this.paths.map((path) => ({
      id: getRecentId(path),
      name: getDisplayName(path),
      folder: getFolderLabel(path, this.homeFolder),
    }));
  }

  findPath(id: string): string | undefined {
    return this.paths.find((path) => getRecentId(path) === id);
  }

  /** Puts a path first and returns its id. Losing the list is no reason to fail, so errors are dropped. */
  add(path: string): string {
    this.paths = [path, ...this.paths.filter((other) => other !== path)].slice(0, maxRecentFiles);
    this.store();
    return getRecentId(path);
  }

  remove(path: string): void {
    this.paths = this.paths.filter((other) => other !== path);
    this.store();
  }

  private store(): void {
    this.file.write(this.paths).catch(() => undefined);
    this.onChange();
  }
}

function getRecentId(path: string): string {
  return hashBytes(new TextEncoder().encode(path)).slice(0, 32);
}
