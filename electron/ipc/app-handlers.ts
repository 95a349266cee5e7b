import { type WebContents, app, nativeTheme } from 'electron';
import type { AppState, nativeEdits } from '../../shared/ipc/app-channels.ts';
import type { OpenedDocument } from '../../shared/ipc/document-channels.ts';
import type { ApplicationMenu } from '../menu/application-menu.ts';
import type { RecentFiles } from '../settings/recent-files.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { RegisterHandler } from './register-handler.ts';

export interface AppHandlerOptions {
  settings: SettingsStore;
  recentFiles: RecentFiles;
  menu: ApplicationMenu;
  findPage(): WebContents | undefined;
  openInitialDocument(): Promise<OpenedDocument | null>;
  /** Shows the address and opens it in the browser; false when it is not allowed or not wanted. */
  openExternal(url: string): Promise<boolean>;
}

const platforms: Readonly<Partial<Record<NodeJS.Platform, AppState['platform']>>> = {
  win32: 'windows',
  darwin: 'macos',
};

/** State, settings, menus, links and native edits. */
export function registerAppHandlers(register: RegisterHandler, options: AppHandlerOptions): void {
  const { settings, recentFiles, menu, findPage } = options;

  register('app:get-state', () => ({
    platform: platforms[process.platform] ?? 'linux',
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
    },
    systemDark: nativeTheme.shouldUseDarkColors,
    settings: settings.current,
    recentFiles: recentFiles.list(),
  }));
  register('app:get-initial-document', () => options.openInitialDocument());
  register('settings:get', () => settings.current);
  register('settings:set', async (changes) => {
    const current = await settings.set(dropUndefined(changes));
    nativeTheme.themeSource = current.theme;
    return current;
  });
  register('shell:open-external', async ({ url }) => ({ opened: await options.openExternal(url) }));
  register('edit:perform', ({ action }) => {
    const page = findPage();
    if (page !== undefined) edits[action](page);
  });
  register('menu:set-state', (state) => menu.setState(state));
}

const edits: Readonly<Record<(typeof nativeEdits)[number], (page: WebContents) => void>> = {
  undo: (page) => page.undo(),
  redo: (page) => page.redo(),
  cut: (page) => page.cut(),
  copy: (page) => page.copy(),
  paste: (page) => page.paste(),
  delete: (page) => page.delete(),
  'select-all': (page) => page.selectAll(),
};

/** zod types an absent member as `T | undefined`; the stores want it absent. */
function dropUndefined<Value extends object>(
  value: Value,
): { [Name in keyof Value]: Exclude<Value[Name], undefined> } {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Value]: Exclude<Value[Name], undefined> };
}
