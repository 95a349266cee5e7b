import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Inspector } from '../../../renderer/inspector/inspector.tsx';
import { getDesign, undo } from '../../../renderer/state/design-store.ts';
import { checkNow, useFindings } from '../../../renderer/state/findings-store.ts';
import { select, selectTarget } from '../../../renderer/state/selection-store.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

const scenario = () => getDesign().scenarios[0];

describe('a scenario in the inspector', () => {
  beforeEach(() => {
    openDesign({
      nodes: [
        { id: 'clicks', service: 'kds', name: 'Clicks', properties: { shardCount: 2 } },
        { id: 'lake', service: 's3', name: 'Lake', properties: {} },
      ],
      scenarios: [{ id: 'day', name: 'A day', durationSeconds: 86_400, seed: 1 }],
    });
    select([]);
    renderPart(<Inspector />);
  });

  it('changes a setting of a service, starting from its value in the design', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Change a setting' }));
    await userEvent.click(screen.getByRole('combobox', { name: 'Setting to change' }));
    await userEvent.click(await screen.findByRole('option', { name: /^Shards/ }));
    expect(scenario()?.overrides).toEqual([{ node: 'clicks', properties: { shardCount: 2 } }]);

    const field = screen.getByRole('textbox', { name: 'Clicks: Shards' });
    await userEvent.clear(field);
    await userEvent.type(field, '8');
    expect(scenario()?.overrides).toEqual([{ node: 'clicks', properties: { shardCount: 8 } }]);
    expect(getDesign().nodes[0]?.properties).toEqual({ shardCount: 2 });

    await userEvent.click(screen.getByRole('button', { name: 'Drop change of Clicks: Shards' }));
    expect(scenario()).not.toHaveProperty('overrides');
    undo();
    expect(scenario()?.overrides).toEqual([{ node: 'clicks', properties: { shardCount: 8 } }]);
  });

  it('adds an outage, sets its times and capacity, and takes it away', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Add an outage' }));
    expect(scenario()?.outages).toEqual([
      { node: 'clicks', fromSeconds: 28_800, toSeconds: 57_600, capacityFactor: 0 },
    ]);
    await userEvent.click(screen.getByRole('combobox', { name: 'Service with the outage' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Lake' }));
    const capacity = screen.getByRole('textbox', { name: 'Capacity during the outage' });
    await userEvent.clear(capacity);
    await userEvent.type(capacity, '25');
    expect(scenario()?.outages?.[0]).toMatchObject({ node: 'lake', capacityFactor: 0.25 });
    await userEvent.click(screen.getByRole('button', { name: 'Remove the outage' }));
    expect(scenario()).not.toHaveProperty('outages');
  });

  it('says when an outage ends before it starts, and keeps what was typed', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Add an outage' }));
    const end = screen.getByRole('textbox', { name: 'End of the outage' });
    await userEvent.clear(end);
    await userEvent.type(end, '10');
    expect(scenario()?.outages?.[0]?.toSeconds).toBe(600);
    expect(screen.getByText(/ends at 10 min, before it starts at 480 min/)).toBeTruthy();
    expect(end.getAttribute('aria-invalid')).toBe('true');
    act(checkNow);
    const findings = useFindings.getState().findings.filter(({ severity }) => severity === 'error');
    expect(findings.map(({ message }) => message)).toEqual([
      'A day: the outage of “Clicks” ends at 10 min, before it starts at 480 min. Set the end after the start.',
    ]);
    act(() => select(['node:clicks']));
    act(() => selectTarget(findings[0]?.targets[0] ?? { kind: 'design' }));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Service with the outage' }));
  });
});
