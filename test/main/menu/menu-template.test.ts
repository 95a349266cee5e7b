import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type MenuContext, buildMenuTemplate } from '../../../electron/menu/menu-template.ts';
import { menuCommands } from '../../../shared/ipc/menu-commands.ts';

function build(changes: Partial<MenuContext> = {}) {
  const chosen: string[] = [];
  const template = buildMenuTemplate({
    isMac: false,
    withDeveloperTools: false,
    state: new Map(),
    recentFiles: [],
    onCommand: (command) => chosen.push(command),
    onOpenRecent: (id) => chosen.push(`recent ${id}`),
    ...changes,
  });
  return { chosen, items: flatten(template) };
}

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

// Electron calls `click` with three arguments that the menus do not use.
function click(item: MenuItemConstructorOptions | undefined): void {
  (item?.click as (() => void) | undefined)?.();
}

describe('buildMenuTemplate', () => {
  it('has one item for every command, which sends its id', () => {
    const { items, chosen } = build();
    for (const { id } of menuCommands) click(items.find((item) => item.id === id));
    expect(chosen).toEqual(menuCommands.map(({ id }) => id));
  });

  it('leaves keys to the page', () => {
    const withKeys = build().items.filter((item) => item.accelerator !== undefined);
    expect(withKeys.length).toBeGreaterThan(20);
    expect(withKeys.every((item) => item.registerAccelerator === false)).toBe(true);
  });

  it('shows what the page said about its commands', () => {
    const { items } = build({ state: new Map([['view.toggle-palette', { enabled: false, checked: true }]]) });
    const item = items.find(({ id }) => id === 'view.toggle-palette');
    expect(item).toMatchObject({ type: 'checkbox', enabled: false, checked: true });
  });

  it('lists recent files by id and keeps ampersands', () => {
    const { items, chosen } = build({ recentFiles: [{ id: 'x1', name: 'Tom & Co', folder: '~' }] });
    click(items.find((item) => item.label === 'Tom && Co (~)'));
    expect(chosen).toEqual(['recent x1']);
  });

  it('keeps developer tools out of releases', () => {
    expect(build().items.some((item) => item.role === 'toggleDevTools')).toBe(false);
    expect(build({ withDeveloperTools: true }).items.some((item) => item.role === 'toggleDevTools')).toBe(
      true,
    );
  });
});

describe('menuCommands', () => {
  it('has distinct ids and distinct keys', () => {
    const keys = menuCommands.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(menuCommands.map(({ id }) => id)).size).toBe(menuCommands.length);
  });
});
