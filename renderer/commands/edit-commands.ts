import { performNativeEdit, isDesktop } from '../app-api.ts';
import { deleteAndHeal, deleteSelection, nudge, selectAll, selectAlong } from '../canvas/canvas-actions.ts';
import {
  copySelection,
  cutSelection,
  duplicateSelection,
  isTextTarget,
  pasteText,
} from '../canvas/clipboard.ts';
import { redo, undo, useDesign } from '../state/design-store.ts';
import { useSelection } from '../state/selection-store.ts';
import type { Command } from './command.ts';

const hasSelection = (): boolean => useSelection.getState().keys.size > 0;
const isTyping = (): boolean => isTextTarget(document.activeElement);

type NativeEdit = Parameters<typeof performNativeEdit>[0];

/** In a text field the menu item means the text; elsewhere it means the design. */
const textOr = (action: NativeEdit, run: () => unknown) => (): unknown =>
  isTyping() && isDesktop() ? performNativeEdit(action) : run();

const copyText = async (text: string | undefined): Promise<void> => {
  if (text !== undefined) await navigator.clipboard.writeText(text);
};

const arrows = [
  { key: 'ArrowLeft', x: -1, y: 0, name: 'left' },
  { key: 'ArrowRight', x: 1, y: 0, name: 'right' },
  { key: 'ArrowUp', x: 0, y: -1, name: 'up' },
  { key: 'ArrowDown', x: 0, y: 1, name: 'down' },
] as const;

const nudges: Command[] = arrows.flatMap(({ key, x, y, name }) => [
  {
    id: `edit.nudge-${name}`,
    label: `Move ${name}`,
    group: 'Canvas' as const,
    keys: [key],
    onCanvas: true,
    isHidden: true,
    isEnabled: hasSelection,
    run: () => nudge({ x: x * 8, y: y * 8 }),
  },
  {
    id: `edit.nudge-${name}-far`,
    label: `Move ${name} by a bigger step`,
    group: 'Canvas' as const,
    keys: [`Shift+${key}`],
    onCanvas: true,
    isHidden: true,
    isEnabled: hasSelection,
    run: () => nudge({ x: x * 40, y: y * 40 }),
  },
]);

/** Copy, cut and paste have no keys here: their keys raise the page's clipboard events. */
export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    isEnabled: () => isTyping() || useDesign.getState().history.past.length > 0,
    run: textOr('undo', undo),
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isEnabled: () => isTyping() || useDesign.getState().history.future.length > 0,
    run: textOr('redo', redo),
  },
  { id: 'edit.cut', label: 'Cut', group: 'Edit', run: textOr('cut', () => copyText(cutSelection())) },
  { id: 'edit.copy', label: 'Copy', group: 'Edit', run: textOr('copy', () => copyText(copySelection())) },
  {
    id: 'edit.paste',
    label: 'Paste',
    group: 'Edit',
    run: textOr('paste', async () =>
      isDesktop() ? performNativeEdit('paste') : pasteText(await navigator.clipboard.readText()),
    ),
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    group: 'Edit',
    keys: ['Mod+D'],
    isEnabled: hasSelection,
    run: duplicateSelection,
  },
  {
    id: 'edit.delete',
    label: 'Delete',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    onCanvas: true,
    isEnabled: () => isTyping() || hasSelection(),
    run: textOr('delete', deleteSelection),
  },
  {
    id: 'edit.delete-and-reconnect',
    label: 'Delete and reconnect neighbours',
    group: 'Edit',
    keys: ['Mod+Delete', 'Mod+Backspace'],
    onCanvas: true,
    isEnabled: hasSelection,
    run: deleteAndHeal,
  },
  {
    id: 'edit.select-all',
    label: 'Select all',
    group: 'Edit',
    keys: ['Mod+A'],
    onCanvas: true,
    run: textOr('select-all', selectAll),
  },
  {
    id: 'edit.select-upstream',
    label: 'Select upstream',
    group: 'Edit',
    keys: ['Alt+U'],
    isEnabled: hasSelection,
    run: () => selectAlong('upstream'),
  },
  {
    id: 'edit.select-downstream',
    label: 'Select downstream',
    group: 'Edit',
    keys: ['Alt+D'],
    isEnabled: hasSelection,
    run: () => selectAlong('downstream'),
  },
  ...nudges,
];
