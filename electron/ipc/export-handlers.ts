import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { writeAtomically } from '../documents/atomic-write.ts';
import { getFolderLabel } from '../documents/document-names.ts';
import type { DocumentFileSystem } from '../documents/file-system.ts';
import { compareFolder } from '../exports/compare-folder.ts';
import { writeExport } from '../exports/write-export.ts';
import { Failure } from '../failure.ts';
import type { RegisterHandler } from './register-handler.ts';

export interface ExportHandlerOptions {
  fs: DocumentFileSystem;
  homeFolder: string;
  picturesFolder: string;
  chooseFolder(): Promise<string | undefined>;
  chooseImageFile(suggestedPath: string, format: 'png' | 'svg'): Promise<string | undefined>;
}

/** Writing projects and pictures to places the user chose in a dialog; the page only holds handles. */
export function registerExportHandlers(register: RegisterHandler, options: ExportHandlerOptions): void {
  const folders = new Map<string, string>();

  register('export:choose-folder', async () => {
    const path = await options.chooseFolder();
    if (path === undefined) return null;
    const folder = randomUUID();
    folders.set(folder, path);
    return { folder, label: getFolderLabel(join(path, 'x'), options.homeFolder) };
  });
  const findFolder = (handle: string): string => {
    const path = folders.get(handle);
    if (path === undefined) throw new Failure('not-found', 'Choose a folder first.');
    return path;
  };
  register('export:compare', async (request) => {
    const { folder: _path, ...comparison } = await compareFolder(options.fs, {
      ...request,
      folder: findFolder(request.folder),
    });
    return comparison;
  });
  register('export:write', (request) =>
    writeExport(options.fs, { ...request, folder: findFolder(request.folder) }),
  );
  register('image:save', async ({ suggestedName, format, bytes }) => {
    const name = `${basename(suggestedName).replace(/[^\p{L}\p{N} ._-]+/gu, '-')}.${format}`;
    const path = await options.chooseImageFile(join(options.picturesFolder, name), format);
    if (path === undefined) return { saved: false };
    await writeAtomically(options.fs, path, bytes);
    return { saved: true };
  });
}
