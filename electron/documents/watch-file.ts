import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

const settleMs = 200;

/**
 * Tells when something happened to a file. Watches its folder: editors replace files by renaming, and a
 * watch on the file itself would follow the old one. One file at a time; undefined ends the watch.
 */
export class FileWatch {
  private readonly onChange: () => void;
  private watcher: FSWatcher | undefined;
  private path: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  follow(path: string | undefined): void {
    if (path === this.path) return;
    this.stop();
    this.path = path;
    if (path === undefined) return;
    const name = basename(path);
    try {
      this.watcher = watch(dirname(path), (_event, changed) => {
        if (changed !== null && changed !== name) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(this.onChange, settleMs);
      });
      // A folder that goes away ends the watch, nothing else.
      this.watcher.on('error', () => this.stop());
    } catch {
      // Some file systems cannot be watched; the check before each save still holds.
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.watcher?.close();
    this.watcher = undefined;
    this.path = undefined;
  }
}
