import type { MenuItemConstructorOptions } from 'electron';
import type { RecentFile } from '../../shared/ipc/app-channels.ts';
import { type MenuGroup, menuGroups } from '../../shared/ipc/menu-commands.ts';

/** What the page last said about each command; commands it never mentioned are enabled and unticked. */
export type MenuState = Map<string, { enabled: boolean; checked: boolean }>;

export interface MenuContext {
  isMac: boolean;
  /** Developer tools stay out of releases. */
  withDeveloperTools: boolean;
  state: MenuState;
  recentFiles: readonly RecentFile[];
  onCommand(command: string): void;
  onOpenRecent(id: string): void;
}

/** The native menus from the table of commands. */
export function buildMenuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const groups: readonly MenuGroup[] = menuGroups;
  const template = groups.map(
    (group): MenuItemConstructorOptions => ({
      label: group.label,
      ...(group.label === 'Help' ? { role: 'help' as const } : {}),
      submenu: group.items.map((item) => buildItem(item, context)),
    }),
  );
  const file = template.find((group) => group.label === 'File');
  if (Array.isArray(file?.submenu) && !context.isMac)
    file.submenu.push({ type: 'separator' }, { role: 'quit' });
  const view = template.find((group) => group.label === 'View');
  if (Array.isArray(view?.submenu)) {
    view.submenu.push({ type: 'separator' }, { role: 'togglefullscreen' });
    if (context.withDeveloperTools) view.submenu.push({ role: 'reload' }, { role: 'toggleDevTools' });
  }
  return context.isMac ? [{ role: 'appMenu' }, ...template, { role: 'windowMenu' }] : template;
}

function buildItem(item: MenuGroup['items'][number], context: MenuContext): MenuItemConstructorOptions {
  if (item === '-') return { type: 'separator' };
  if (item === 'recent') return buildRecent(context);
  const state = context.state.get(item.id);
  return {
    id: item.id,
    label: item.label,
    enabled: state?.enabled ?? true,
    ...(item.checkable === true ? { type: 'checkbox' as const, checked: state?.checked ?? false } : {}),
    // The page's keymap acts on keys, so that text fields see theirs first.
    ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator, registerAccelerator: false }),
    click: () => context.onCommand(item.id),
  };
}

function buildRecent({ recentFiles, onOpenRecent }: MenuContext): MenuItemConstructorOptions {
  return {
    label: 'Open recent',
    enabled: recentFiles.length > 0,
    submenu: recentFiles.map(({ id, name, folder }) => ({
      // An ampersand would mark a shortcut letter.
      label: `${name} (${folder})`.replaceAll('&', '&&'),
      click: () => onOpenRecent(id),
    })),
  };
}
