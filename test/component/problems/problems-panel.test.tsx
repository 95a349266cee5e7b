import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ProblemsPanel } from '../../../renderer/problems/problems-panel.tsx';
import { getDesign, undo, useDesign } from '../../../renderer/state/design-store.ts';
import { checkNow, useFindings } from '../../../renderer/state/findings-store.ts';
import { useSelection } from '../../../renderer/state/selection-store.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

function openBadDesign(): void {
  openDesign({
    nodes: [
      { id: 'a', service: 'kds', name: 'Clicks', properties: { retentionPeriodHours: 1 } },
      { id: 'b', service: 'kds', name: 'Orders', properties: { retentionPeriodHours: 2 } },
    ],
  });
  renderPart(<ProblemsPanel />);
}

const getRow = (text: RegExp) => {
  const row = screen.getByText(text).closest('li');
  if (!row) throw new Error('The problem has no row.');
  return within(row);
};

describe('the problems panel', () => {
  it('says what was checked when there is nothing to say', () => {
    openDesign();
    renderPart(<ProblemsPanel />);
    expect(screen.getByText('No problems found')).toBeTruthy();
    expect(screen.getByText(/\d+ rules were checked on 0 services/)).toBeTruthy();
  });

  it('leads to the node and its property', async () => {
    openBadDesign();
    await userEvent.click(getRow(/Clicks: Retention is 1 h/).getByRole('button', { name: 'Clicks' }));
    expect([...useSelection.getState().keys]).toEqual(['node:a']);
    expect(useSelection.getState().focus?.property).toBe('retentionPeriodHours');
  });

  it('repairs one', async () => {
    openBadDesign();
    await userEvent.click(getRow(/Clicks: Retention is 1 h/).getByRole('button', { name: 'Set to 24' }));
    expect(getDesign().nodes.map((node) => node.properties.retentionPeriodHours)).toEqual([24, 2]);
  });

  it('repairs all of a kind in one undo step', async () => {
    openBadDesign();
    const row = getRow(/Clicks: Retention is 1 h/);
    await userEvent.click(row.getAllByRole('button', { name: 'All 2' })[0] as HTMLElement);
    expect(getDesign().nodes.map((node) => node.properties.retentionPeriodHours)).toEqual([24, 24]);
    expect(useDesign.getState().history.past).toHaveLength(1);
    undo();
    expect(getDesign().nodes.map((node) => node.properties.retentionPeriodHours)).toEqual([1, 2]);
  });

  it('accepts a problem with a reason, keeps it in the design, and shows it again', async () => {
    openBadDesign();
    const row = getRow(/Clicks: Retention is 1 h/);
    await userEvent.click(row.getByRole('button', { name: 'Accept…' }));
    await userEvent.type(row.getByRole('textbox', { name: /Reason/ }), 'Test stream');
    await userEvent.click(row.getByRole('button', { name: 'Accept' }));
    act(checkNow);
    expect(getDesign().suppressions).toEqual([
      { rule: 'property-values-are-valid', target: 'a', reason: 'Test stream' },
    ]);
    expect(screen.queryByText(/Clicks: Retention is 1 h/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /1 accepted/ }));
    await userEvent.click(getRow(/Clicks: Retention is 1 h/).getByRole('button', { name: 'Show again' }));
    expect(getDesign().suppressions).toEqual([]);
  });

  it('filters by severity and by words', async () => {
    openBadDesign();
    const errors = useFindings.getState().findings.filter((finding) => finding.severity === 'error').length;
    expect(errors).toBeGreaterThan(1);
    await userEvent.click(screen.getByRole('button', { name: new RegExp(`${errors} errors`) }));
    expect(screen.queryByText(/Retention is 1 h/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: new RegExp(`${errors} errors`) }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search problems' }), 'orders');
    expect(screen.queryByText(/Clicks: Retention/)).toBeNull();
    expect(screen.getByText(/Orders: Retention/)).toBeTruthy();
  });
});
