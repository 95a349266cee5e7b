import { constants } from 'node:fs';
import { access, mkdir, open, readFile, readdir, realpath, rename, rm, stat } from 'node:fs/promises';

/** What saving needs to know of a file. */
export interface FileFacts {
  isFile: boolean;
  size: number;
  mtimeMs: number;
  mode: number;
  /** Hard links to the same content. */
  links: number;
  /** Numeric owner; -1 where the system has none. */
  owner: number;
}

/** An open file; the calls a save consists of. */
export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  size(): Promise<number>;
  /** Returns when the disk has the bytes. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Everything documents do with the disk, so that tests can make any single call fail. */
export interface DocumentFileSystem {
  /** Undefined when there is nothing at the path. */
  stat(path: string): Promise<FileFacts | undefined>;
  read(path: string): Promise<Uint8Array>;
  /** `create` fails when the file exists; `append` creates it when it does not. */
  open(path: string, flag: 'create' | 'append', mode: number): Promise<OpenFile>;
  realPath(path: string): Promise<string>;
  canWrite(path: string): Promise<boolean>;
  rename(from: string, to: string): Promise<void>;
  /** Files and folders with all they hold; nothing happens when there is none. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Names in a folder; empty when it does not exist. */
  list(folder: string): Promise<string[]>;
  /** Makes renames in a folder durable, where the system can. */
  syncFolder(folder: string): Promise<void>;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The real disk. */
export const nodeFileSystem: DocumentFileSystem = {
  async stat(path) {
    try {
      const { size, mtimeMs, mode, nlink, uid } = await stat(path);
      const owner = process.platform === 'win32' ? -1 : uid;
      return {
        isFile: (mode & constants.S_IFMT) === constants.S_IFREG,
        size,
        mtimeMs,
        mode,
        links: nlink,
        owner,
      };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async read(path) {
    return new Uint8Array(await readFile(path));
  },
  async open(path, flag, mode) {
    const file = await open(path, flag === 'create' ? 'wx' : 'a', mode);
    return {
      // FileHandle.writeFile loops until all is written; a bare write may stop early without an error.
      write: (bytes) => file.writeFile(bytes),
      size: async () => (await file.stat()).size,
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  realPath: (path) => realpath(path),
  async canWrite(path) {
    try {
      await access(path, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  async syncFolder(folder) {
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
