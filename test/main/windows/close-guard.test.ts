import { describe, expect, it, vi } from 'vitest';
import { CloseGuard } from '../../../electron/windows/close-guard.ts';

function setUp(answer: 'save' | 'discard' | 'cancel') {
  const state = { dirty: true, closed: 0, saves: 0, asked: 0 };
  const guard: CloseGuard = new CloseGuard({
    window: {
      close: () => {
        if (guard.mayClose()) state.closed++;
      },
    },
    isDirty: () => state.dirty,
    ask: async () => {
      state.asked++;
      return answer;
    },
    requestSave: () => {
      state.saves++;
    },
  });
  return { guard, state };
}

describe('CloseGuard', () => {
  it('lets a clean window close', () => {
    const { guard, state } = setUp('cancel');
    state.dirty = false;
    expect(guard.mayClose()).toBe(true);
  });

  it('asks once and stays open when cancelled', async () => {
    const { guard, state } = setUp('cancel');
    expect(guard.mayClose()).toBe(false);
    expect(guard.mayClose()).toBe(false);
    await vi.waitFor(() => expect(state.asked).toBe(1));
    expect(state.closed).toBe(0);
  });

  it('closes without saving when told to', async () => {
    const { guard, state } = setUp('discard');
    guard.mayClose();
    await vi.waitFor(() => expect(state.closed).toBe(1));
    expect(state.saves).toBe(0);
  });

  it('closes when the save has made the document clean', async () => {
    const { guard, state } = setUp('save');
    guard.mayClose();
    await vi.waitFor(() => expect(state.saves).toBe(1));
    guard.documentChanged();
    expect(state.closed).toBe(0);
    guard.saveEnded(true);
    state.dirty = false;
    guard.documentChanged();
    expect(state.closed).toBe(1);
  });

  it('stays open when the save fails, and a later save does not close it', async () => {
    const { guard, state } = setUp('save');
    guard.mayClose();
    await vi.waitFor(() => expect(state.saves).toBe(1));
    guard.saveEnded(false);
    state.dirty = false;
    guard.documentChanged();
    expect(state.closed).toBe(0);
  });
});
