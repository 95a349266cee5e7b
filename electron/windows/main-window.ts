import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../shared/ipc/app-channels.ts';

/** Background before the first paint: the page's own surface colours, so that nothing flashes. */
const background = { light: '#ffffff', dark: '#16181d' };

/** Opens the one window of the app; shown when its first frame is there. */
export function createMainWindow(address: string, theme: Settings['theme']): BrowserWindow {
  nativeTheme.themeSource = theme;
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Pipewright',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
    },
  });
  window.once('ready-to-show', () => window.show());
  // The title says which document is open; the page's own title would overwrite it.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(address);
  return window;
}

/** Title bar and edited mark from the document shown. */
export function showDocumentInTitle(
  window: BrowserWindow,
  document: { name: string; path: string | undefined; dirty: boolean } | undefined,
): void {
  const isMac = process.platform === 'darwin';
  const mark = document?.dirty === true && !isMac ? '• ' : '';
  window.setTitle(document === undefined ? 'Pipewright' : `${mark}${document.name} – Pipewright`);
  if (!isMac) return;
  window.setDocumentEdited(document?.dirty ?? false);
  window.setRepresentedFilename(document?.path ?? '');
}
