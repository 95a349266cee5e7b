import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../shared/ipc/contract.ts';
import type { ComparedFile, Comparison } from '../../../shared/ipc/export-channels.ts';
import { CompareHost } from '../../../renderer/export/compare-host.tsx';
import { closeComparison, useCompare } from '../../../renderer/export/compare-store.ts';
import { compareWithFolder, saveExport } from '../../../renderer/export/export-actions.ts';
import { useStatus } from '../../../renderer/state/status-store.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

vi.mock('../../../renderer/export/diff-editor.tsx', () => ({
  DiffEditor: ({ before, after }: { before: string; after: string }) => (
    <div data-testid="diff" data-before={before} data-after={after} />
  ),
}));

const hash = (letter: string): string => letter.repeat(64);
const file = (path: string, state: ComparedFile['state'], text: string | null = null): ComparedFile => ({
  path,
  state,
  sha256: state === 'new' ? null : hash('a'),
  text,
  wasKept: false,
});

let comparison: Comparison = { files: [] };
let writes: RequestOf<'export:write'>[] = [];
let failure: string | undefined;

/** The part of the preload API that an export uses. */
function installApi(): void {
  const ok = <Value,>(value: Value) => Promise.resolve({ ok: true as const, value });
  const api = {
    export: {
      chooseFolder: () => ok({ folder: 'handle', label: '~/infra' }),
      compare: () => ok(comparison),
      write: (request: RequestOf<'export:write'>) => {
        writes.push(request);
        return failure === undefined
          ? ok({ written: 2, unchanged: 0, removed: 0, kept: request.keep.length })
          : Promise.resolve({ ok: false as const, error: { code: 'io' as const, message: failure } });
      },
    },
  };
  window.pipewright = api as unknown as NonNullable<typeof window.pipewright>;
}

// The app loads it with the first comparison; a test must not wait for that.
beforeAll(() => import('../../../renderer/export/compare-dialog.tsx'));
beforeEach(() => {
  writes = [];
  failure = undefined;
  installApi();
  openDesign({ nodes: [{ id: 'clicks', service: 'kds', name: 'Clicks', properties: {} }] });
  renderPart(<CompareHost />);
});
afterEach(() => {
  act(closeComparison);
  delete window.pipewright;
});

const item = (path: string) => screen.getByRole('button', { name: new RegExp(`^${path}`) });
const choose = async (path: string, choice: string) => {
  await userEvent.click(item(path));
  await userEvent.click(screen.getByRole('radio', { name: choice }));
};

describe('saving an export', () => {
  it('writes at once where nobody else’s file is touched, with what was seen', async () => {
    comparison = { lastTarget: 'cdk', files: [file('main.tf', 'changed', 'old'), file('new.tf', 'new')] };
    await act(() => saveExport('cdk'));
    expect(useCompare.getState().comparing).toBeUndefined();
    expect(writes[0]).toMatchObject({
      folder: 'handle',
      target: 'cdk',
      keep: [],
      seen: [
        { path: 'main.tf', sha256: hash('a') },
        { path: 'new.tf', sha256: null },
      ],
    });
    expect(useStatus.getState().message?.text).toBe('2 files written to ~/infra.');
  });

  it('asks before the files of another kind of project are removed', async () => {
    comparison = { lastTarget: 'terraform', files: [file('a.ts', 'new'), file('main.tf', 'removed', 'x')] };
    await act(() => saveExport('cdk'));
    expect(writes).toEqual([]);
    expect(await screen.findByText(/The last export into this folder was Terraform/)).toBeTruthy();
    await choose('main.tf', 'Keep mine');
    await userEvent.click(screen.getByRole('button', { name: 'Write 1 file' }));
    expect(writes[0]?.keep).toEqual(['main.tf']);
  });

  it('shows edited and foreign files first, keeps them unless told otherwise, and writes as decided', async () => {
    comparison = {
      lastTarget: 'cdk',
      files: [
        file('same.ts', 'unchanged'),
        file('lib/stack.ts', 'edited', 'mine'),
        file('README.md', 'foreign', 'my notes'),
        file('cdk.json', 'changed', '{}'),
        file('old.ts', 'removed', 'gone'),
      ],
    };
    await act(() => saveExport('cdk'));
    const dialog = await screen.findByRole('dialog', { name: 'CDK export and ~/infra' });
    const groups = within(within(dialog).getByRole('navigation')).getAllByRole('region');
    expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
      'Edited by hand',
      'Not from an export',
      'Changed by the design',
      'To be removed',
      'Unchanged',
    ]);
    expect(item('lib/stack.ts').getAttribute('aria-current')).toBe('true');
    expect(screen.getByTestId('diff').dataset.before).toBe('mine');
    expect(screen.getByRole('radio', { name: 'Keep mine' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByText('2 kept as they are, 1 removed')).toBeTruthy();

    await userEvent.click(screen.getByRole('radio', { name: 'Replace' }));
    await choose('old.ts', 'Keep mine');
    await userEvent.click(screen.getByRole('button', { name: 'Write 2 files' }));
    expect(new Set(writes[0]?.keep)).toEqual(new Set(['README.md', 'old.ts']));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(useStatus.getState().message?.text).toBe('2 files written to ~/infra, 2 kept.');
  });

  it('decides on all at once', async () => {
    comparison = { files: [file('a.ts', 'foreign', 'x'), file('b.ts', 'foreign', 'y')] };
    await act(() => saveExport('cdk'));
    await userEvent.click(await screen.findByRole('button', { name: 'Replace all' }));
    expect(useCompare.getState().comparing?.keep.size).toBe(0);
    expect(screen.getByRole('button', { name: 'Write 2 files' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Keep all mine' }));
    expect(screen.getByRole('button', { name: 'Write 0 files' })).toHaveProperty('disabled', true);
  });

  it('says when the folder changed meanwhile, and compares again without losing decisions', async () => {
    comparison = { files: [file('a.ts', 'foreign', 'x'), file('b.ts', 'foreign', 'y')] };
    await act(() => saveExport('cdk'));
    await screen.findByRole('dialog');
    await choose('a.ts', 'Replace');
    failure = 'The folder changed since it was compared: b.ts. Nothing was written.';
    await userEvent.click(screen.getByRole('button', { name: 'Write 1 file' }));
    expect(screen.getByRole('alert').textContent).toBe(failure);
    const [a, b] = comparison.files;
    if (!a || !b) throw new Error('Two files are compared');
    comparison = { files: [a, { ...b, sha256: hash('b'), text: 'later' }] };
    await userEvent.click(screen.getByRole('button', { name: 'Compare again' }));
    expect([...(useCompare.getState().comparing?.keep ?? [])]).toEqual(['b.ts']);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('comparing with a folder', () => {
  it('ends when another document is opened', async () => {
    comparison = { files: [file('a.ts', 'foreign', 'x')] };
    await act(() => compareWithFolder('cdk'));
    expect(await screen.findByRole('dialog')).toBeTruthy();
    act(() => openDesign());
    expect(useCompare.getState().comparing).toBeUndefined();
  });

  it('opens even where nothing differs, and says why a file cannot be shown', async () => {
    comparison = {
      files: [{ ...file('logo.png', 'foreign'), omitted: 'binary' }, file('a.ts', 'unchanged')],
    };
    await act(() => compareWithFolder('terraform'));
    expect(await screen.findByText('The file in the folder cannot be shown')).toBeTruthy();
    await userEvent.click(item('a.ts'));
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('The file in the folder is the same.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(useCompare.getState().comparing).toBeUndefined();
    expect(writes).toEqual([]);
  });
});
