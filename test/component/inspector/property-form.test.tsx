import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Inspector } from '../../../renderer/inspector/inspector.tsx';
import { getDesign, undo, useDesign } from '../../../renderer/state/design-store.ts';
import { checkNow } from '../../../renderer/state/findings-store.ts';
import { select, selectTarget } from '../../../renderer/state/selection-store.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

const properties = () => getDesign().nodes[0]?.properties;

describe('the inspector of a stream', () => {
  beforeEach(() => {
    openDesign({ nodes: [{ id: 'clicks', service: 'kds', name: 'Clicks', properties: {} }] });
    select(['node:clicks']);
    renderPart(<Inspector />);
  });

  it('shows the default as placeholder and stores only what differs', async () => {
    const shards = screen.getByRole('textbox', { name: 'Shards' });
    expect(shards).toHaveProperty('placeholder', '1');
    expect(shards).toHaveProperty('value', '');
    await userEvent.type(shards, '12');
    expect(properties()).toEqual({ shardCount: 12 });
    await userEvent.click(screen.getByRole('button', { name: 'Reset Shards' }));
    expect(properties()).toEqual({});
  });

  it('makes typing one undo step', async () => {
    await userEvent.type(screen.getByRole('textbox', { name: 'Shards' }), '12');
    expect(useDesign.getState().history.past).toHaveLength(1);
    undo();
    expect(properties()).toEqual({});
  });

  it('says what is wrong with a value at its place, and keeps the value', async () => {
    await userEvent.type(screen.getByRole('textbox', { name: 'Retention' }), '12');
    act(checkNow);
    expect(properties()).toEqual({ retentionPeriodHours: 12 });
    const field = screen.getByRole('textbox', { name: 'Retention' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const message = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(message?.textContent).toContain('24 to 8,760');
  });

  it('shows only what applies in the chosen mode', async () => {
    expect(screen.queryByRole('textbox', { name: 'Shards' })).not.toBeNull();
    await userEvent.click(screen.getByRole('combobox', { name: 'Capacity mode' }));
    await userEvent.click(await screen.findByRole('option', { name: /On-demand/ }));
    expect(properties()).toEqual({ streamMode: 'ON_DEMAND' });
    expect(screen.queryByRole('textbox', { name: 'Shards' })).toBeNull();
  });

  it('folds advanced settings away and opens them', async () => {
    expect(screen.queryByRole('switch', { name: 'Shard-level metrics' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /advanced settings/ }));
    await userEvent.click(screen.getByRole('switch', { name: 'Shard-level metrics' }));
    expect(properties()).toEqual({ shardLevelMetrics: true });
  });

  it('marks assumptions', () => {
    const simulation = screen.getByRole('region', { name: 'Simulation' });
    expect(within(simulation).getByRole('img', { name: 'Assumption' })).toBeTruthy();
  });

  it('unfolds and focuses the property that a problem names', async () => {
    act(() => selectTarget({ kind: 'node', id: 'clicks', property: 'maxRecordSizeKiB' }));
    const field = await screen.findByRole('textbox', { name: 'Largest record' });
    expect(document.activeElement).toBe(field);
  });

  it('lists limits with source and date', async () => {
    await userEvent.click(screen.getByRole('tab', { name: 'Limits' }));
    expect(screen.getAllByText(/^Checked \d{4}-\d\d-\d\d$/).length).toBeGreaterThan(3);
    expect(screen.getAllByRole('link').length).toBeGreaterThan(3);
  });

  it('renames in place', async () => {
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    expect(getDesign().nodes[0]).not.toHaveProperty('name');
    await userEvent.type(name, 'Page views');
    expect(getDesign().nodes[0]?.name).toBe('Page views');
  });
});

describe('the inspector of other selections', () => {
  it('edits the design when nothing is selected', async () => {
    openDesign();
    renderPart(<Inspector />);
    await userEvent.click(screen.getByRole('button', { name: 'Add a scenario' }));
    expect(getDesign().scenarios).toHaveLength(1);
    const name = screen.getByRole('textbox', { name: 'Name of the design' });
    await userEvent.clear(name);
    expect(getDesign().name).toBe('Test');
    await userEvent.type(name, 'Clicks');
    expect(getDesign().name).toBe('Clicks');
  });

  it('sets a property of several nodes of one service at once', async () => {
    openDesign({
      nodes: [
        { id: 'a', service: 'kds', properties: { shardCount: 2 } },
        { id: 'b', service: 'kds', properties: { shardCount: 3 } },
      ],
    });
    select(['node:a', 'node:b']);
    renderPart(<Inspector />);
    const shards = screen.getByRole('textbox', { name: 'Shards' });
    expect(shards).toHaveProperty('value', '');
    await userEvent.type(shards, '4');
    expect(getDesign().nodes.map((node) => node.properties.shardCount)).toEqual([4, 4]);
    expect(useDesign.getState().history.past).toHaveLength(1);
  });

  it('explains a connection: mechanism, permissions, sources', () => {
    openDesign({
      nodes: [
        { id: 'a', service: 'kds', name: 'Clicks', properties: {} },
        { id: 'b', service: 'lambda', name: 'Enrich', properties: {} },
      ],
      edges: [{ id: 'e', source: 'a', target: 'b', properties: {} }],
    });
    select(['edge:e']);
    renderPart(<Inspector />);
    expect(screen.getByText('Role of Enrich')).toBeTruthy();
    expect(screen.getByText(/kinesis:GetRecords/)).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Read mode' })).toBeTruthy();
  });

  it('adds traffic to a producer and previews the pattern', async () => {
    openDesign({ nodes: [{ id: 'p', service: 'producer-sdk', properties: {} }] });
    select(['node:p']);
    renderPart(<Inspector />);
    await userEvent.click(screen.getByRole('tab', { name: 'Traffic' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a workload' }));
    expect(getDesign().workloads[0]).toMatchObject({ node: 'p', arrivals: { pattern: 'constant' } });
    await userEvent.click(screen.getByRole('combobox', { name: 'Pattern' }));
    await userEvent.click(await screen.findByRole('option', { name: /Recorded/ }));
    const csv = screen.getByRole('textbox', { name: 'Recorded rates as CSV' });
    await userEvent.clear(csv);
    await userEvent.type(csv, 'seconds,recordsPerSecond\n0,abc');
    expect(screen.getByText(/"abc"/)).toBeTruthy();
    await userEvent.clear(csv);
    await userEvent.type(csv, 'seconds,recordsPerSecond\n0,10\n60,30');
    expect(screen.getByText(/peak 30\/s/)).toBeTruthy();
  });
});
