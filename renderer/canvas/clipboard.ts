import type { Design, Position } from '../../shared/graph/design.ts';
import { copyItems } from '../../shared/graph/edits/copy-items.ts';
import { pasteItems } from '../../shared/graph/edits/paste-items.ts';
import { removeItems } from '../../shared/graph/edits/remove-items.ts';
import { parseDesign } from '../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../shared/graph/serialize-design.ts';
import { edit, getDesign } from '../state/design-store.ts';
import { getSelectedItems, select, toKeys } from '../state/selection-store.ts';
import { showMessage } from '../state/status-store.ts';

/** Pasted items land this far from the originals, further with every repetition. */
const stepPixels = 32;
let lastText = '';
let repetitions = 0;

/** The selection as text: a document of its own, so that other documents and editors can take it. */
export function copySelection(): string | undefined {
  const items = getSelectedItems();
  if (items.nodes.length + items.containers.length + items.annotations.length === 0) return undefined;
  repetitions = 0;
  lastText = serializeDesign(copyItems(getDesign(), items));
  return lastText;
}

export function cutSelection(): string | undefined {
  const text = copySelection();
  if (text !== undefined) edit('Cut', (draft) => removeItems(draft, getSelectedItems()));
  return text;
}

function parseFragment(text: string): Design | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const result = parseDesign(JSON.parse(text));
    return result.ok ? result.design : undefined;
  } catch {
    return undefined;
  }
}

/** Adds what the clipboard holds; says so when it is not a part of a design. */
export function pasteText(text: string): void {
  const fragment = parseFragment(text);
  if (!fragment) {
    showMessage({ tone: 'error', text: 'The clipboard holds no part of a design.' });
    return;
  }
  repetitions = text === lastText ? repetitions + 1 : 1;
  lastText = text;
  pasteFragment(fragment, { x: stepPixels * repetitions, y: stepPixels * repetitions }, 'Paste');
}

export function duplicateSelection(): void {
  const items = getSelectedItems();
  if (items.nodes.length + items.containers.length + items.annotations.length === 0) return;
  pasteFragment(copyItems(getDesign(), items), { x: stepPixels, y: stepPixels }, 'Duplicate');
}

export function pasteFragment(fragment: Design, offset: Position, label: string): void {
  edit(label, (draft) => {
    const added = pasteItems(draft, { fragment, offset });
    // Selecting inside would see the old document; the ids are known already.
    queueMicrotask(() => select(toKeys({ ...added, edges: [] })));
  });
}

/** Whether the focus is somewhere that edits text itself. */
export function isTextTarget(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, .monaco-editor, [role="textbox"]') !== null)
  );
}

/** Copy, cut and paste of the page: raised by keys and menus alike. Returns the way to stop. */
export function watchClipboard(): () => void {
  const hasTextSelection = (): boolean => (window.getSelection()?.toString() ?? '') !== '';
  const put = (event: ClipboardEvent, take: () => string | undefined): void => {
    if (isTextTarget(event.target) || hasTextSelection()) return;
    const text = take();
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  const onCopy = (event: ClipboardEvent): void => put(event, copySelection);
  const onCut = (event: ClipboardEvent): void => put(event, cutSelection);
  const onPaste = (event: ClipboardEvent): void => {
    if (isTextTarget(event.target)) return;
    event.preventDefault();
    pasteText(event.clipboardData?.getData('text/plain') ?? '');
  };
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCut);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCut);
    document.removeEventListener('paste', onPaste);
  };
}
