import { app } from 'electron';
import { findDesignArgument } from './launch-arguments.ts';

type OpenFile = (path: string | undefined) => void;

let openFile: OpenFile | undefined;
let waitingPath = findDesignArgument(process.argv, process.cwd());

/**
 * One instance for each user folder. A second one hands over the file it was given and ends; false is
 * the answer in that one.
 */
export function registerInstanceLock(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, argv, workingFolder) => {
    openFile?.(findDesignArgument(argv, workingFolder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (openFile === undefined) waitingPath = path;
    else openFile(path);
  });
  return true;
}

/** The file this instance was started with; asked once. */
export function takeLaunchFile(): string | undefined {
  const path = waitingPath;
  waitingPath = undefined;
  return path;
}

/** Who opens the files that come later; undefined as path only asks for attention. */
export function onFileRequested(listener: OpenFile): void {
  openFile = listener;
}
