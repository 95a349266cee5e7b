import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../../../shared/graph/design.ts';
import {
  buildExperiment,
  cancelRunning,
  runExperiment,
  watchExperiments,
} from '../../../../renderer/simulation/experiments/experiment-actions.ts';
import {
  initialExperiment,
  useExperiment,
} from '../../../../renderer/simulation/experiments/experiment-store.ts';
import { ExperimentsView } from '../../../../renderer/simulation/experiments/experiments-view.tsx';
import { suggestRange } from '../../../../renderer/simulation/experiments/variable-properties.ts';
import { useRun } from '../../../../renderer/simulation/run-store.ts';
import { getDesign } from '../../../../renderer/state/design-store.ts';
import { select } from '../../../../renderer/state/selection-store.ts';
import { openDesign, renderPart } from '../../render-app-part.tsx';

const example: Partial<Design> = {
  nodes: [
    { id: 'p', service: 'producer-sdk', name: 'Website', properties: {} },
    { id: 'stream', service: 'kds', name: 'Clicks', properties: { shardCount: 2 } },
  ],
  edges: [{ id: 'in', source: 'p', target: 'stream', properties: {} }],
  workloads: [
    {
      id: 'w',
      node: 'p',
      arrivals: { pattern: 'poisson', ratePerSecond: 1500 },
      recordSizeBytes: 200,
      keyCount: 1000,
      keys: { kind: 'uniform' },
    },
  ],
};
const subject = { kind: 'property', node: 'stream', property: 'shardCount' } as const;
const about = { subject, label: 'Shards', unit: undefined, replications: 3 };
const range = { from: 1, to: 2, step: 1 };
let stop = (): void => {};

beforeEach(() => {
  openDesign(example);
  stop = watchExperiments();
  useExperiment.setState(initialExperiment, true);
  useRun.setState({ request: { scenario: '', durationSeconds: 20, seed: 1 } });
});
afterEach(() => stop());

describe('the experiments', () => {
  it('offers the selected node and counts the runs', () => {
    select(['node:stream']);
    renderPart(<ExperimentsView />);
    const form = within(screen.getByRole('group', { name: 'Experiment' }));
    expect(form.getByRole('combobox', { name: 'What varies' }).textContent).toContain('Clicks');
    expect(form.getByRole('combobox', { name: 'Property that varies' })).toBeTruthy();
    // 1 to 6 shards, five runs each.
    expect(form.getByRole('button', { name: 'Make 30 runs' })).toBeTruthy();
  });

  it('says what is wrong with the values and does not run them', async () => {
    useExperiment.setState({ subject, range: { from: 0, to: 3, step: 1 } });
    renderPart(<ExperimentsView />);
    expect(screen.getByRole('alert').textContent).toMatch(/stream\.shardCount takes 1 /);
    const run = screen.getByRole<HTMLButtonElement>('button', { name: 'Run' });
    expect(run.disabled).toBe(true);
    await userEvent.click(run);
    expect(useExperiment.getState().progress).toBeUndefined();
  });

  it('runs, shows every value with its spread, and takes one over', async () => {
    useExperiment.setState({ subject, range, replications: 3, kpi: 'throttled' });
    renderPart(<ExperimentsView />);
    await userEvent.click(screen.getByRole('button', { name: 'Make 6 runs' }));
    await waitFor(() => expect(useExperiment.getState().finished).toBeDefined(), { timeout: 15_000 });
    expect(useExperiment.getState().progress).toBeUndefined();
    expect(screen.getByRole('img', { name: /Throttled attempts against .*, 2 values/ })).toBeTruthy();
    const [, one, two] = screen.getAllByRole('row').map((row) => within(row));
    // One shard takes 1,000 of the 1,500 records a second, two take them all.
    expect(one?.getAllByRole('cell')[0]?.textContent).not.toBe('0');
    expect(one?.getAllByRole('cell')[1]?.textContent).not.toMatch(/^(–|0)/);
    expect(two?.getAllByRole('cell')[0]?.textContent).toBe('0');
    expect(two?.getByText('as drawn')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: / to 1$/ }));
    expect(getDesign().nodes[1]?.properties).toEqual({ shardCount: 1 });
  });

  it('can be stopped, and nothing of it arrives afterwards', async () => {
    const experiment = buildExperiment(getDesign(), subject, range, 50);
    const running = runExperiment(experiment, about);
    await waitFor(() => expect(useExperiment.getState().progress?.done).toBeGreaterThan(0), {
      timeout: 15_000,
    });
    cancelRunning();
    await running;
    expect(useExperiment.getState()).toMatchObject({ progress: undefined, finished: undefined });
  });

  it('forgets results of another document', async () => {
    await runExperiment(buildExperiment(getDesign(), { kind: 'nothing' }, range, 2), {
      ...{ subject: { kind: 'nothing' as const }, label: 'Replications', unit: undefined, replications: 2 },
    });
    expect(useExperiment.getState().finished?.summary.points).toHaveLength(1);
    openDesign(example);
    expect(useExperiment.getState().finished).toBeUndefined();
  });
});

describe('suggestRange', () => {
  it.each([
    [
      { drawn: 2, min: 1, integer: true },
      { from: 1, to: 6, step: 1 },
    ],
    [
      { drawn: 4, min: 1, integer: true },
      { from: 2, to: 8, step: 1 },
    ],
    [
      { drawn: 300, min: 0, max: 900, integer: true },
      { from: 100, to: 600, step: 100 },
    ],
    [
      { drawn: 0, min: 0 },
      { from: 0, to: 1, step: 0.2 },
    ],
  ])('%j', ({ drawn, ...property }, expected) => {
    expect(suggestRange(drawn, property)).toEqual(expected);
  });

  it('stays within what the property allows', () => {
    const { from, to, step } = suggestRange(7, { min: 5, max: 8, integer: true });
    expect(from).toBeGreaterThanOrEqual(5);
    expect(to).toBeLessThanOrEqual(8);
    expect(Number.isInteger(step)).toBe(true);
  });
});
