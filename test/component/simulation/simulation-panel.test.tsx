import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveZoom, runSimulation, watchRuns, zoomInto } from '../../../renderer/simulation/run-actions.ts';
import { seek, stepBy, usePlayback } from '../../../renderer/simulation/playback.ts';
import { ResultsTable } from '../../../renderer/simulation/results-table.tsx';
import { useRun } from '../../../renderer/simulation/run-store.ts';
import { SimulationPanel } from '../../../renderer/simulation/simulation-panel.tsx';
import { SizingView } from '../../../renderer/simulation/sizing-view.tsx';
import { edit, getDesign } from '../../../renderer/state/design-store.ts';
import type { Design } from '../../../shared/graph/design.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

/** The example of the notes: 500 KB × 2 records/s, seven consumers that poll. */
function getSizingExample(): Partial<Design> {
  const consumers = Array.from({ length: 7 }, (_, index) => `fn${index}`);
  return {
    nodes: [
      { id: 'p', service: 'producer-sdk', properties: {} },
      { id: 'stream', service: 'kds', name: 'Clicks', properties: {} },
      ...consumers.map((id) => ({ id, service: 'lambda', properties: {} })),
    ],
    edges: [
      { id: 'in', source: 'p', target: 'stream', properties: {} },
      ...consumers.map((id) => ({ id: `to-${id}`, source: 'stream', target: id, properties: {} })),
    ],
    workloads: [
      {
        id: 'w',
        node: 'p',
        arrivals: { pattern: 'constant', ratePerSecond: 2 },
        recordSizeBytes: 500_000,
        keyCount: 100,
        keys: { kind: 'uniform' },
      },
    ],
  };
}

let stop = (): void => {};

describe('the simulation', () => {
  beforeEach(() => {
    stop = watchRuns();
  });
  afterEach(() => stop());

  it('says what is missing before it can run', () => {
    openDesign();
    renderPart(<SimulationPanel />);
    expect(screen.getByText('No traffic to replay yet')).toBeTruthy();
  });

  it('offers experiments before the first run, and the other results after it', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: 30, seed: 1 } });
    renderPart(<SimulationPanel />);
    expect(screen.getByRole('tab', { name: 'Table' }).getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(screen.getByRole('tab', { name: 'Experiments' }));
    expect(screen.getByRole('group', { name: 'Experiment' })).toBeTruthy();
    await act(runSimulation);
    expect(screen.getByRole('group', { name: 'Experiment' })).toBeTruthy();
    await userEvent.click(screen.getByRole('tab', { name: 'Table' }));
    expect(screen.getAllByRole('row', { name: /Clicks/ }).length).toBeGreaterThan(0);
  });

  it('says why a duration or seed of a run is not possible', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: undefined, seed: undefined } });
    renderPart(<SimulationPanel />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Seed' }), '1.5');
    expect(screen.getByRole('alert').textContent).toContain('1.5 is not possible; a whole number');
    expect(useRun.getState().request.seed).toBeUndefined();
    const duration = screen.getByRole('textbox', { name: 'Duration in minutes' });
    await userEvent.type(duration, '99999999');
    expect(useRun.getState().request.durationSeconds).toBeUndefined();
    await userEvent.clear(duration);
    await userEvent.type(duration, '5');
    expect(useRun.getState().request.durationSeconds).toBe(300);
  });

  it('runs, balances, and can be walked through both ways', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: 120, seed: 3 } });
    await runSimulation();
    const { result, error } = useRun.getState();
    expect(error).toBeUndefined();
    expect(result?.massResidual).toBe(0);
    expect(result?.seed).toBe(3);
    expect(usePlayback.getState()).toMatchObject({ seconds: 120, durationSeconds: 120 });
    seek(60);
    stepBy(-1);
    expect(usePlayback.getState().seconds).toBeLessThan(60);
    seek(-5);
    expect(usePlayback.getState().seconds).toBe(0);
    seek(1e9);
    expect(usePlayback.getState().seconds).toBe(120);
  });

  it('makes the last run again for a stretch of it, step by step, whatever was drawn since', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: 6000, seed: 3 } });
    await runSimulation();
    const { result } = useRun.getState();
    if (!result) throw new Error('The run gave no result.');
    edit('More shards', (draft) => {
      for (const node of draft.nodes) if (node.id === 'stream') node.properties.shardCount = 8;
    });
    await zoomInto({ fromSeconds: 59.3, toSeconds: 80.2 });
    const { zoom } = useRun.getState();
    expect(useRun.getState().result).toBe(result);
    const step = result.stepSeconds;
    const bounds = {
      fromSeconds: Math.floor(59.3 / step) * step,
      toSeconds: Math.ceil(80.2 / step) * step,
    };
    expect(zoom).toMatchObject({ ...bounds, summary: bounds });
    const stretch = zoom?.summary?.nodes.find(({ id }) => id === 'stream');
    expect(stretch?.utilization.bucketSeconds).toBe(step);
    expect(stretch?.utilization.mean).toHaveLength((bounds.toSeconds - bounds.fromSeconds) / step);
    // One shard, as in the run that was made: the same use, seen closer.
    const whole = result.nodes.find(({ id }) => id === 'stream');
    const at = (series: { mean: Float64Array } | undefined, index: number): number =>
      series?.mean[index] ?? 0;
    const bucket = Math.floor(70 / (whole?.utilization.bucketSeconds ?? 1));
    expect(at(stretch?.utilization, 11)).toBeCloseTo(at(whole?.utilization, bucket), 6);
    leaveZoom();
    expect(useRun.getState().zoom).toBeUndefined();
  });

  it('shows why a stretch cannot be computed, and forgets it with the next run', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: 86_400, seed: 3 } });
    await runSimulation();
    await zoomInto({ fromSeconds: 0, toSeconds: 86_400 });
    expect(useRun.getState().zoom?.error).toMatch(/at most 20000/);
    await runSimulation();
    expect(useRun.getState().zoom).toBeUndefined();
  });

  it('forgets results of another document', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: 10, seed: 1 } });
    await runSimulation();
    expect(useRun.getState().result).toBeDefined();
    openDesign();
    expect(useRun.getState().result).toBeUndefined();
  });

  it('reports what cannot be run instead of a result', async () => {
    openDesign({ nodes: [{ id: 'a', service: 'kds', properties: {} }] });
    await runSimulation();
    expect(useRun.getState().error).toMatch(/workload/);
    expect(useRun.getState().isRunning).toBe(false);
  });

  it('sorts the table by any column', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: 30, seed: 1 } });
    await runSimulation();
    const { result } = useRun.getState();
    if (!result) throw new Error('The run gave no result.');
    renderPart(<ResultsTable result={result} />);
    const getArrivals = (): number[] =>
      screen
        .getAllByRole('row')
        .slice(1)
        .map((row) => Number.parseFloat(row.querySelectorAll('td')[0]?.textContent ?? ''));
    await userEvent.click(screen.getByRole('button', { name: 'Arrival' }));
    const falling = getArrivals();
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    await userEvent.click(screen.getByRole('button', { name: 'Arrival' }));
    await waitFor(() => expect(getArrivals()).toEqual([...falling].sort((a, b) => a - b)));
  });
});

describe('the sizing advice', () => {
  it('asks for four shards in the example of the notes, shows the formula, and sets them', async () => {
    useRun.setState({ result: undefined, ranDesign: undefined });
    openDesign(getSizingExample());
    renderPart(<SizingView />);
    expect(screen.getByRole('heading', { name: 'Clicks needs 4 shards' })).toBeTruthy();
    expect(screen.getByText(/read 7000 KB\/s ÷ 2000.*→ 4/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Set 4 shards' }));
    expect(getDesign().nodes[1]?.properties).toEqual({ shardCount: 4 });
    expect(screen.getByText('As drawn')).toBeTruthy();
  });

  it('follows the last run, and keeps from which run a value comes', async () => {
    openDesign(getSizingExample());
    useRun.setState({ request: { scenario: '', durationSeconds: 120, seed: 7 } });
    await runSimulation();
    renderPart(<SizingView />);
    await userEvent.click(screen.getByRole('button', { name: 'Set 4' }));
    expect(getDesign().nodes[1]).toMatchObject({
      properties: { shardCount: 4 },
      sizing: { shardCount: { value: 4, seed: 7 } },
    });
    expect(screen.getAllByText('As drawn')).toHaveLength(1);
  });

  it('puts an alarm on a close limit into the design and takes it away again', async () => {
    const example = getSizingExample();
    openDesign({
      ...example,
      nodes: example.nodes?.slice(0, 3) ?? [],
      edges: example.edges?.slice(0, 2) ?? [],
    });
    useRun.setState({ request: { scenario: '', durationSeconds: 120, seed: 7 } });
    await runSimulation();
    renderPart(<SizingView />);
    await userEvent.click(screen.getByRole('button', { name: 'Add alarm' }));
    expect(getDesign().nodes[1]?.alarms).toMatchObject([
      { metric: 'WriteProvisionedThroughputExceeded', seed: 7 },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove alarm' }));
    expect(getDesign().nodes[1]?.alarms).toBeUndefined();
  });
});
