import { Menu, app } from 'electron';
import type { RecentFile } from '../../shared/ipc/app-channels.ts';
import type { SendEvent } from '../ipc/send-event.ts';
import { type MenuState, buildMenuTemplate } from './menu-template.ts';

/** The menu bar; rebuilt when recent files change, updated in place when commands do. */
export class ApplicationMenu {
  private readonly state: MenuState = new Map();
  private readonly send: SendEvent;
  private readonly listRecentFiles: () => RecentFile[];

  constructor(send: SendEvent, listRecentFiles: () => RecentFile[]) {
    this.send = send;
    this.listRecentFiles = listRecentFiles;
  }

  rebuild(): void {
    const template = buildMenuTemplate({
      isMac: process.platform === 'darwin',
      withDeveloperTools: !app.isPackaged,
      state: this.state,
      recentFiles: this.listRecentFiles(),
      onCommand: (command) => this.send('menu:command', { command }),
      onOpenRecent: (recent) => this.send('document:open-requested', { recent }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  setState(changes: Record<string, { enabled?: boolean | undefined; checked?: boolean | undefined }>): void {
    for (const [id, change] of Object.entries(changes)) {
      const old = this.state.get(id) ?? { enabled: true, checked: false };
      const state = { enabled: change.enabled ?? old.enabled, checked: change.checked ?? old.checked };
      this.state.set(id, state);
      const item = Menu.getApplicationMenu()?.getMenuItemById(id);
      if (item === null || item === undefined) continue;
      item.enabled = state.enabled;
      if (item.type === 'checkbox') item.checked = state.checked;
    }
  }
}
