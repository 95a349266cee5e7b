import {
  type DocumentFileSystem,
  type OpenFile,
  nodeFileSystem,
} from '../../../electron/documents/file-system.ts';

export interface FaultPlan {
  /** The call that fails first, counted from 1 over all calls. */
  failAt: number;
  code: string;
  /** Every later call fails too, as on a full disk. */
  lasting: boolean;
}

/** The real disk, on which one call (or all from one on) fails. `calls` counts what was asked of it. */
export function createFaultyFileSystem(plan: FaultPlan): { fs: DocumentFileSystem; calls(): number } {
  let calls = 0;
  const attempt = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    calls++;
    const fails = plan.lasting ? calls >= plan.failAt : calls === plan.failAt;
    if (fails) throw Object.assign(new Error(`${plan.code}: made to fail`), { code: plan.code });
    return work();
  };
  const wrapFile = (file: OpenFile): OpenFile => ({
    write: (bytes) => attempt(() => file.write(bytes)),
    size: () => attempt(() => file.size()),
    sync: () => attempt(() => file.sync()),
    // A descriptor is freed even when closing reports an error.
    close: async () => {
      await file.close();
      await attempt(async () => undefined);
    },
  });
  const real = nodeFileSystem;
  const fs: DocumentFileSystem = {
    stat: (path) => attempt(() => real.stat(path)),
    read: (path) => attempt(() => real.read(path)),
    open: async (path, flag, mode) => wrapFile(await attempt(() => real.open(path, flag, mode))),
    realPath: (path) => attempt(() => real.realPath(path)),
    canWrite: (path) => attempt(() => real.canWrite(path)),
    rename: (from, to) => attempt(() => real.rename(from, to)),
    remove: (path) => attempt(() => real.remove(path)),
    makeFolder: (path) => attempt(() => real.makeFolder(path)),
    list: (folder) => attempt(() => real.list(folder)),
    syncFolder: (folder) => attempt(() => real.syncFolder(folder)),
  };
  return { fs, calls: () => calls };
}
