import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { FreshnessView } from '../../../renderer/simulation/freshness-view.tsx';
import { formatShare } from '../../../renderer/simulation/format-numbers.ts';
import { runSimulation } from '../../../renderer/simulation/run-actions.ts';
import { useRun } from '../../../renderer/simulation/run-store.ts';
import { WhyView } from '../../../renderer/simulation/why-view.tsx';
import { select, toKey, useSelection } from '../../../renderer/state/selection-store.ts';
import type { Design } from '../../../shared/graph/design.ts';
import type { SimulationResult } from '../../../shared/simulator/simulate.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

/** A stream that is offered more than its shards take, read by a function, stored in a bucket. */
const overloaded: Partial<Design> = {
  nodes: [
    { id: 'stream', service: 'kds', name: 'Clicks', properties: { shardCount: 2 } },
    { id: 'fn', service: 'lambda', name: 'Enrich', properties: { averageDurationMs: 1 } },
    { id: 'lake', service: 's3', name: 'Lake', properties: {} },
  ],
  edges: [
    { id: 'read', source: 'stream', target: 'fn', properties: { batchSize: 100 } },
    { id: 'store', source: 'fn', target: 'lake', properties: {} },
  ],
  workloads: [
    {
      id: 'w',
      node: 'stream',
      arrivals: { pattern: 'constant', ratePerSecond: 3400 },
      recordSizeBytes: 200,
      keyCount: 100_000,
      keys: { kind: 'uniform' },
    },
  ],
};

async function run(): Promise<SimulationResult> {
  openDesign(overloaded);
  useRun.setState({ request: { scenario: '', durationSeconds: 600, seed: 1 } });
  await runSimulation();
  const { result } = useRun.getState();
  if (!result) throw new Error('the run has no result');
  return result;
}

describe('the answer to why', () => {
  beforeEach(() => select([]));

  it('shows the chain with its arithmetic and sources, and selects what is clicked', async () => {
    renderPart(<WhyView result={await run()} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Throttling' }));
    expect(screen.getByRole('heading').textContent).toBe('Why are records refused on the way through Lake?');
    const [cause] = within(screen.getByRole('list', { name: 'Causes' })).getAllByRole('listitem');
    expect(cause?.textContent).toContain('2 steps before');
    expect(cause?.textContent).toContain('1,000 records/s × 2 shards = 2,000 records/s < 3,400 records/s');
    expect(cause?.textContent).toContain('Records written per shard: 1,000 records/s, cannot be raised');
    expect(cause?.textContent).toContain('KDS-Q');
    await user.click(screen.getByRole('button', { name: 'Clicks' }));
    expect([...useSelection.getState().keys]).toEqual([toKey('node', 'stream')]);
    // The question stays with the node it was put for.
    expect(screen.getByRole('heading').textContent).toContain('Lake');
  });

  it('asks about the selected node, and says when nothing was found', async () => {
    const result = await run();
    select([toKey('node', 'fn')]);
    renderPart(<WhyView result={result} />);
    expect(screen.getByRole('heading').textContent).toContain('Enrich');
    const healthy = { ...result, nodes: result.nodes.filter(({ id }) => id === 'lake'), edges: [] };
    renderPart(<WhyView result={healthy} />);
    await userEvent.setup().click(screen.getAllByRole('radio', { name: 'Loss' }).at(-1) ?? document.body);
    expect(screen.getByText(/Nothing was found/)).toBeTruthy();
  });
});

describe('the freshness of the sinks', () => {
  it('says how old and complete the data is, and counts late by the chosen time', async () => {
    const result = await run();
    renderPart(<FreshnessView result={result} />);
    const row = screen.getByRole('row', { name: /Lake/ });
    const cells = within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    const [sink] = result.freshness.sinks;
    expect(cells).toHaveLength(7);
    // 1,400 of 3,400 records/s do not get in; senders give them up after a while.
    expect(sink?.lostShare).toBeGreaterThan(0.3);
    expect(cells[5]).toBe(formatShare(sink?.lostShare ?? 0));
    expect(cells[4]).toBe(formatShare(sink?.lateShare ?? 0));
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox', { name: 'Late after' }));
    await user.click(await screen.findByRole('option', { name: '1 s' }));
    const late = within(screen.getByRole('row', { name: /Lake/ })).getAllByRole('cell')[4]?.textContent;
    expect(late).not.toBe(cells[4]);
  });

  it('rounds no share to nothing or everything', () => {
    expect([0, 0.0001, 0.024, 0.38, 0.9999, 1].map(formatShare)).toEqual([
      '0 %',
      '< 0.1 %',
      '2.4 %',
      '38 %',
      '> 99.9 %',
      '100 %',
    ]);
  });
});
