import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CostView } from '../../../renderer/simulation/cost-view.tsx';
import { getDesign, undo } from '../../../renderer/state/design-store.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

describe('the cost of a run', () => {
  it('lets prices be changed, undone and reset, and prices the run at once', async () => {
    openDesign({
      nodes: [{ id: 'stream', service: 'kds', name: 'Clicks', properties: { shardCount: 4 } }],
      workloads: [
        {
          id: 'w',
          node: 'stream',
          arrivals: { pattern: 'constant', ratePerSecond: 1 },
          recordSizeBytes: 1000,
          keyCount: 10,
          keys: { kind: 'uniform' },
        },
      ],
    });
    renderPart(<CostView result={simulateDesign(getDesign(), { durationSeconds: 3600 })} />);
    const user = userEvent.setup();
    const row = (): string => screen.getByRole('row', { name: /Shard hours/ }).textContent;
    const open = () => user.click(screen.getByRole('button', { name: /Unit price of Shard hours/ }));
    const before = row();
    expect(before).toMatch(/checked \d{4}-\d\d-\d\d/);

    await open();
    await user.keyboard('25{Enter}');
    expect(getDesign().settings.prices).toEqual({ 'kds/price-shard-hour': 25 });
    expect(row()).toContain('Own');
    expect(row()).toContain('$100');
    expect(screen.getByText(/1 own price, else list prices/)).toBeTruthy();

    act(() => undo());
    expect(getDesign().settings.prices).toBeUndefined();
    expect(row()).toBe(before);

    await open();
    await user.keyboard('3{Escape}');
    await open();
    await user.keyboard('cheap{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('“cheap” is not possible; 0 to 1,000,000,000');
    await user.keyboard('{Escape}');
    expect(getDesign().settings.prices).toBeUndefined();

    await open();
    await user.keyboard('0{Enter}');
    expect(row()).toContain('$0');
    await user.click(screen.getByRole('button', { name: /Back to the listed/ }));
    expect(getDesign().settings.prices).toBeUndefined();
    expect(row()).toBe(before);
  });
});
