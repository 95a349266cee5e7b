import { describe, expect, it } from 'vitest';
import { commands } from '../../../renderer/commands/all-commands.ts';
import { type KeyStroke, matchesKeys } from '../../../renderer/commands/key-match.ts';
import { menuCommands } from '../../../shared/ipc/menu-commands.ts';

const press = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('matchesKeys', () => {
  it.each([
    [press('z', { ctrlKey: true }), 'Mod+Z', true],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', true],
    [press('z'), 'Mod+Z', false],
    [press('z', { ctrlKey: true, altKey: true }), 'Mod+Z', false],
    [press('?', { shiftKey: true }), '?', true],
    [press('?'), '?', true],
    [press('+', { ctrlKey: true, shiftKey: true }), 'Mod++', true],
    [press('ArrowUp'), 'ArrowUp', true],
    [press('ArrowUp', { shiftKey: true }), 'ArrowUp', false],
    [press('F5', { shiftKey: true }), 'Shift+F5', true],
  ])('%o against %s: %s', (event, keys, expected) => {
    expect(matchesKeys(event, keys, false)).toBe(expected);
  });

  it('takes the command key on macOS', () => {
    expect(matchesKeys(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
    expect(matchesKeys(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
  });
});

describe('the command table', () => {
  it('has unique ids', () => {
    const ids = commands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives no shortcut to two commands', () => {
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('answers every item of the native menus', () => {
    const ids = new Set(commands.map((command) => command.id));
    const missing = menuCommands.filter(({ id }) => !ids.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('acts on the keys that the menus print', () => {
    const printed = menuCommands.filter(
      ({ id, accelerator }) =>
        accelerator !== undefined && !['edit.cut', 'edit.copy', 'edit.paste'].includes(id),
    );
    for (const { id, accelerator } of printed) {
      const keys = accelerator?.replace('CmdOrCtrl', 'Mod').replace('Plus', '+');
      const command = commands.find((candidate) => candidate.keys?.includes(keys ?? ''));
      // Find and the palette are one thing here.
      expect(command?.id, `${id} (${keys})`).toBe(id === 'edit.find' ? 'edit.commands' : id);
    }
  });
});
