import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchClipboard } from '../../../renderer/canvas/clipboard.ts';
import { watchKeyboard } from '../../../renderer/commands/keyboard.ts';
import { edit, getDesign } from '../../../renderer/state/design-store.ts';
import { select, useSelection } from '../../../renderer/state/selection-store.ts';
import { useView } from '../../../renderer/state/view-store.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

let stops: (() => void)[] = [];

describe('the keyboard', () => {
  beforeEach(() => {
    openDesign({
      nodes: [
        { id: 'a', service: 'kds', position: { x: 0, y: 0 }, properties: {} },
        { id: 'b', service: 's3', position: { x: 400, y: 0 }, properties: {} },
      ],
      edges: [{ id: 'a-to-b', source: 'a', target: 'b', properties: {} }],
    });
    stops = [watchKeyboard(), watchClipboard()];
  });
  afterEach(() => {
    for (const stop of stops) stop();
    useView.setState({ dialog: undefined, mode: 'design' });
  });

  it.each(['{Delete}', '{Backspace}'])('deletes the selection with %s', async (key) => {
    select(['node:a']);
    await userEvent.keyboard(key);
    expect(getDesign().nodes.map((node) => node.id)).toEqual(['b']);
    expect(getDesign().edges).toEqual([]);
  });

  it('leaves keys to text fields', async () => {
    renderPart(<input aria-label="Field" defaultValue="text" />);
    select(['node:a']);
    await userEvent.click(screen.getByRole('textbox'));
    await userEvent.keyboard('{Backspace}?{ArrowLeft}');
    expect(getDesign().nodes).toHaveLength(2);
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'tex?');
    expect(useView.getState().dialog).toBeUndefined();
  });

  it('saves and searches from inside text fields all the same', async () => {
    renderPart(<input aria-label="Field" />);
    await userEvent.click(screen.getByRole('textbox'));
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(useView.getState().dialog).toBe('commands');
  });

  it('undoes and redoes', async () => {
    edit('Rename', (draft) => {
      draft.name = 'Other';
    });
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(getDesign().name).toBe('Test');
    await userEvent.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
    expect(getDesign().name).toBe('Other');
    await userEvent.keyboard('{Control>}z{/Control}{Control>}y{/Control}');
    expect(getDesign().name).toBe('Other');
  });

  it('moves the selection with the arrows as one undo step', async () => {
    select(['node:a']);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    expect(getDesign().nodes[0]?.position).toEqual({ x: 16, y: 40 });
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(getDesign().nodes[0]?.position).toEqual({ x: 0, y: 0 });
  });

  it('selects all, duplicates, and clears with Escape', async () => {
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(useSelection.getState().keys.size).toBe(3);
    await userEvent.keyboard('{Control>}d{/Control}');
    expect(getDesign().nodes.map((node) => node.id)).toEqual(['a', 'b', 'a-2', 'b-2']);
    expect(getDesign().edges).toHaveLength(2);
    await userEvent.keyboard('{Escape}');
    expect(useSelection.getState().keys.size).toBe(0);
  });

  it('copies and pastes as text', async () => {
    select(['node:a', 'node:b']);
    const data = new DataTransfer();
    document.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    const text = data.getData('text/plain');
    expect(JSON.parse(text)).toMatchObject({
      nodes: [{ id: 'a' }, { id: 'b' }],
      edges: [{ source: 'a', target: 'b' }],
    });
    document.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    expect(getDesign().nodes.map((node) => node.position)).toEqual([
      { x: 0, y: 0 },
      { x: 400, y: 0 },
      { x: 32, y: 32 },
      { x: 432, y: 32 },
    ]);
  });

  it('switches jobs and opens their panels', async () => {
    await userEvent.keyboard('{Alt>}2{/Alt}');
    expect(useView.getState()).toMatchObject({ mode: 'simulate', bottomTab: 'simulation' });
    await userEvent.keyboard('{Alt>}3{/Alt}');
    expect(useView.getState()).toMatchObject({ mode: 'export', bottomTab: 'code' });
  });
});
