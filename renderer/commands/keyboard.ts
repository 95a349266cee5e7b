import { isTextTarget } from '../canvas/clipboard.ts';
import { getCanvasElement } from '../canvas/canvas-handle.ts';
import { commands } from './all-commands.ts';
import type { Command } from './command.ts';
import { matchesKeys } from './key-match.ts';
import { runCommand } from './run-command.ts';

/** Whether keys for the canvas mean the canvas: nothing else that uses them has the focus. */
function isCanvasFocused(target: EventTarget | null): boolean {
  if (target === document.body || target === null) return true;
  return target instanceof Node && (getCanvasElement()?.contains(target) ?? false);
}

function isForThis(command: Command, event: KeyboardEvent): boolean {
  if (isTextTarget(event.target) && command.inText !== true) return false;
  if (command.onCanvas && !isCanvasFocused(event.target)) return false;
  return command.keys?.some((keys) => matchesKeys(event, keys)) ?? false;
}

const isPopupOpen = (): boolean =>
  document.querySelector('[role="dialog"], [role="menu"], [role="listbox"][data-open]') !== null;

/** Listens for shortcuts on the whole window; returns the way to stop. */
export function watchKeyboard(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    // Menus and dialogs have keys of their own.
    const isBlocked = isPopupOpen();
    const command = commands.find(
      (candidate) => isForThis(candidate, event) && (!isBlocked || candidate.inText === true),
    );
    if (!command) return;
    event.preventDefault();
    if (command.isEnabled?.() ?? true) runCommand(command.id);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
