import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flushJournal, startJournal, watchJournal } from '../../../renderer/documents/journal.ts';
import { edit, undo } from '../../../renderer/state/design-store.ts';
import { openDesign } from '../render-app-part.tsx';

interface JournalRequest {
  base?: string;
  sequence: number;
  operations: string[];
}

const requests: JournalRequest[] = [];
let answer: (request: JournalRequest) => { acknowledged: number; wantsBase: boolean };
let stop = (): void => {};

const setName = (name: string): void => {
  edit('Rename', (draft) => {
    draft.name = name;
  });
};

describe('the recovery journal', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    requests.length = 0;
    answer = ({ sequence, operations }) => ({
      acknowledged: sequence + operations.length - 1,
      wantsBase: false,
    });
    const journal = (request: JournalRequest) => {
      requests.push(request);
      return Promise.resolve({ ok: true as const, value: answer(request) });
    };
    Object.assign(window, { pipewright: { document: { journal } } });
    openDesign();
    startJournal('handle', 0);
    stop = watchJournal();
  });
  afterEach(() => {
    stop();
    delete window.pipewright;
    vi.useRealTimers();
  });

  it('writes changes down in order, undo included', async () => {
    setName('one');
    setName('two');
    undo();
    await vi.advanceTimersByTimeAsync(300);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.sequence).toBe(1);
    const values = requests[0]?.operations.map((text) => (JSON.parse(text) as { value: string }[])[0]?.value);
    expect(values).toEqual(['one', 'two', 'one']);
  });

  it('goes on with the next number', async () => {
    setName('one');
    await vi.advanceTimersByTimeAsync(300);
    setName('two');
    await vi.advanceTimersByTimeAsync(300);
    expect(requests.map((request) => request.sequence)).toEqual([1, 2]);
  });

  it('starts from the whole document when the main process asks for it', async () => {
    answer = () => ({ acknowledged: 1, wantsBase: true });
    setName('one');
    await vi.advanceTimersByTimeAsync(300);
    answer = () => ({ acknowledged: 0, wantsBase: false });
    setName('two');
    await vi.advanceTimersByTimeAsync(300);
    expect(requests[1]).toMatchObject({ sequence: 1, operations: [] });
    expect(requests[1]?.base).toContain('"two"');
  });

  it('makes good with a base what a failed write lost', async () => {
    answer = () => {
      throw new Error('disk full');
    };
    setName('one');
    await vi.advanceTimersByTimeAsync(300);
    answer = () => ({ acknowledged: 0, wantsBase: false });
    await flushJournal();
    expect(requests[1]?.base).toContain('"one"');
  });
});
