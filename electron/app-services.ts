import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { type BrowserWindow, app, ipcMain, nativeTheme, shell } from 'electron';
import { DocumentStore } from './documents/document-store.ts';
import { nodeFileSystem } from './documents/file-system.ts';
import { VersionStore } from './documents/version-store.ts';
import { FileWatch } from './documents/watch-file.ts';
import { ExperimentHost } from './experiments/experiment-host.ts';
import { registerAppHandlers } from './ipc/app-handlers.ts';
import { registerDocumentHandlers } from './ipc/document-handlers.ts';
import { registerExperimentHandlers } from './ipc/experiment-handlers.ts';
import { registerExportHandlers } from './ipc/export-handlers.ts';
import { createRegistrar } from './ipc/register-handler.ts';
import { createEventSender } from './ipc/send-event.ts';
import type { OwnOrigin } from './ipc/sender.ts';
import { registerSimulationHandlers } from './ipc/simulation-handlers.ts';
import { registerTemplateHandlers } from './ipc/template-handlers.ts';
import { logFault } from './log.ts';
import { ApplicationMenu } from './menu/application-menu.ts';
import { findAllowedLink } from './security/external-links.ts';
import { RecentFiles } from './settings/recent-files.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { SimulationHost } from './simulation/simulation-host.ts';
import { CloseGuard } from './windows/close-guard.ts';
import { registerCrashGuard } from './windows/crash-guard.ts';
import { onFileRequested, takeLaunchFile } from './windows/instance-lock.ts';
import { createMainWindow, showDocumentInTitle } from './windows/main-window.ts';
import { askUser, chooseFileToSave, chooseFolder, createDocumentDialogs } from './windows/native-dialogs.ts';
import { pageAddress } from './windows/page-address.ts';
import { forkWorker } from './workers/fork-worker.ts';

/** Builds the parts of the main process and connects them; knows the window, which the parts do not. */
export function createAppServices(origin: OwnOrigin) {
  const userData = app.getPath('userData');
  const fs = nodeFileSystem;
  let window: BrowserWindow | undefined;
  let closeGuard: CloseGuard | undefined;
  let closing: Promise<void> | undefined;

  const findWindow = (): BrowserWindow | undefined => window;
  const findPage = () => window?.webContents;
  const send = createEventSender(findPage);

  const settings = new SettingsStore(fs, join(userData, 'settings.json'));
  const recentFiles = new RecentFiles(fs, join(userData, 'recent-files.json'), homedir(), () => {
    menu.rebuild();
    send('app:recent-files', { recentFiles: recentFiles.list() });
  });
  const menu = new ApplicationMenu(send, () => recentFiles.list());
  const simulation = new SimulationHost(
    () => forkWorker('simulation-worker.js', 'Pipewright simulation'),
    send,
  );
  const experiments = new ExperimentHost({
    startWorker: () => forkWorker('experiment-worker.js', 'Pipewright experiment'),
    send,
    workers: availableParallelism(),
    log: (error) => logFault('experiment', error),
  });
  const fileWatch = new FileWatch(() => void reportChangeOnDisk());
  const documents = new DocumentStore({
    fs,
    versions: new VersionStore(fs, join(userData, 'versions'), Date.now),
    dialogs: createDocumentDialogs(findWindow),
    journalFolder: join(userData, 'journal'),
    homeFolder: homedir(),
    documentsFolder: app.getPath('documents'),
    userId: process.getuid?.(),
    startedMs: Date.now(),
    onFileUsed: (path) => recentFiles.add(path),
    onChange: () => {
      if (window !== undefined && !window.isDestroyed()) showDocumentInTitle(window, documents.current);
      fileWatch.follow(documents.current?.path);
      closeGuard?.documentChanged();
    },
    onJournalState: (message) => send('document:journal-state', { message }),
  });

  async function reportChangeOnDisk(): Promise<void> {
    const handle = documents.current?.handle;
    if (handle === undefined) return;
    const changed = await documents.changedOnDisk(handle).catch(() => false);
    if (changed) send('document:changed-on-disk', { handle });
  }

  /** After a crash of the page what it showed, else recovered work, else the file of the command line. */
  async function openInitialDocument() {
    const shown = documents.reopenCurrent();
    if (shown !== null) return shown;
    const path = takeLaunchFile();
    const recovered = await documents.recover();
    if (recovered !== null || path === undefined) return recovered;
    return documents.openFile(path);
  }

  async function openExternal(url: string): Promise<boolean> {
    const address = findAllowedLink(url);
    if (address === undefined) return false;
    const answer = await askUser<'open' | 'cancel'>(findWindow, {
      message: 'Open this page in your browser?',
      detail: address,
      answers: [
        ['open', 'Open'],
        ['cancel', 'Cancel'],
      ],
    });
    if (answer === 'open') await shell.openExternal(address);
    return answer === 'open';
  }

  function registerHandlers(): void {
    const register = createRegistrar(ipcMain, {
      origin,
      isKnownWindow: (id) => window !== undefined && !window.isDestroyed() && window.webContents.id === id,
      log: logFault,
    });
    registerAppHandlers(register, {
      settings,
      recentFiles,
      menu,
      findPage,
      openInitialDocument,
      openExternal,
    });
    registerDocumentHandlers(register, {
      documents,
      recentFiles,
      onSaveEnded: (saved) => closeGuard?.saveEnded(saved),
    });
    registerTemplateHandlers(register, documents);
    registerExportHandlers(register, {
      fs,
      homeFolder: homedir(),
      picturesFolder: app.getPath('pictures'),
      chooseFolder: () => chooseFolder(findWindow),
      chooseImageFile: (suggestedPath, format) =>
        chooseFileToSave(findWindow, {
          title: 'Save the picture',
          suggestedPath,
          filters: [{ name: format.toUpperCase(), extensions: [format] }],
        }),
    });
    registerSimulationHandlers(register, simulation);
    registerExperimentHandlers(register, experiments);
    nativeTheme.on('updated', () => send('app:system-theme', { dark: nativeTheme.shouldUseDarkColors }));
    app.on('will-quit', (event) => {
      simulation.dispose();
      experiments.dispose();
      if (closing === undefined) return;
      // Journals that are not needed any more must be gone before the process is.
      event.preventDefault();
      void closing.finally(() => {
        closing = undefined;
        // Not within this event: the app would still count as quitting and never end.
        setImmediate(() => app.exit());
      });
    });
  }

  async function openWindow(): Promise<void> {
    await Promise.all([settings.load(), recentFiles.load()]);
    menu.rebuild();
    const opened = createMainWindow(pageAddress, settings.current.theme);
    window = opened;
    closeGuard = new CloseGuard({
      window: opened,
      isDirty: () => documents.current?.dirty ?? false,
      ask: async () => {
        const handle = documents.current?.handle;
        return handle === undefined ? 'discard' : documents.askDiscard(handle);
      },
      requestSave: () => send('menu:command', { command: 'file.save' }),
    });
    opened.on('close', (event) => {
      if (closeGuard?.mayClose() === false) event.preventDefault();
    });
    opened.on('closed', () => {
      window = undefined;
      fileWatch.stop();
      // The user has saved or discarded: nothing of this run is to be recovered.
      closing = documents.closeAll();
    });
    registerCrashGuard(opened, { now: Date.now, onSecondCrash: askAfterSecondCrash, log: logFault });
    onFileRequested((path) => {
      if (opened.isMinimized()) opened.restore();
      opened.focus();
      if (path !== undefined) send('document:open-requested', { recent: recentFiles.add(path) });
    });
  }

  async function askAfterSecondCrash(): Promise<void> {
    const answer = await askUser<'again' | 'empty'>(findWindow, {
      message: 'The window crashed twice in a row.',
      detail: 'The document may be the cause. Starting empty keeps its recovery journal for the next start.',
      answers: [
        ['again', 'Open it again'],
        ['empty', 'Start empty'],
      ],
    });
    if (answer === 'empty') await documents.setAside();
  }

  return { registerHandlers, openWindow };
}
