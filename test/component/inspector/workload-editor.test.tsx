import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { WorkloadEditor } from '../../../renderer/inspector/workload-editor.tsx';
import { formatSizes, parseSizes } from '../../../renderer/inspector/size-list.ts';
import { getDesign, useDesign } from '../../../renderer/state/design-store.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

function Editor() {
  const design = useDesign((state) => state.design);
  const node = design.nodes[0];
  return node ? <WorkloadEditor design={design} node={node} /> : null;
}

const getWorkload = () => getDesign().workloads[0];
const choose = async (field: string, option: RegExp) => {
  await userEvent.click(screen.getByRole('combobox', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};
const type = async (field: string, text: string) => {
  const input = screen.getByRole('textbox', { name: field });
  await userEvent.clear(input);
  await userEvent.type(input, text);
  await userEvent.tab();
};

describe('the workload editor', () => {
  beforeEach(() => {
    openDesign({
      nodes: [{ id: 'app', service: 'producer-sdk', properties: {} }],
      workloads: [
        {
          id: 'w',
          node: 'app',
          arrivals: { pattern: 'constant', ratePerSecond: 10 },
          recordSizeBytes: 1000,
          keyCount: 10,
          keys: { kind: 'uniform' },
        },
      ],
    });
    renderPart(<Editor />);
  });

  it('edits a weekly curve day by day, with a picture', async () => {
    await choose('Pattern', /Weekly curve/);
    await choose('Day', /Saturday/);
    await type('Saturday, hour 3', '77');
    await type('Spread of each hour', '20');
    const arrivals = getWorkload()?.arrivals;
    expect(arrivals).toMatchObject({ pattern: 'weekly', spread: [0.2] });
    expect(arrivals?.pattern === 'weekly' && arrivals.hourlyPerSecond[5 * 24 + 3]).toBe(77);
    expect(screen.getByRole('img', { name: 'Arrivals over 7 d' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Use for every day' }));
    const same = getWorkload()?.arrivals;
    expect(same?.pattern === 'weekly' && same.hourlyPerSecond[3]).toBe(77);
  });

  it('takes measured sizes and says what is wrong with a line', async () => {
    await choose('Record sizes', /As measured/);
    await type('Measured sizes', '500, 9{Enter}40000, 1');
    expect(getWorkload()).toMatchObject({
      recordSizeBytes: 4450,
      recordSizes: {
        kind: 'listed',
        sizes: [
          { bytes: 500, weight: 9 },
          { bytes: 40_000, weight: 1 },
        ],
      },
    });
    await type('Measured sizes', '500, often');
    expect(screen.getByText(/Line 1, “500, often”: a size of 1 to/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Measured sizes' })).toHaveProperty('value', '500, often');
    expect(getWorkload()?.recordSizeBytes).toBe(4450);
  });

  it('goes back to equal sizes', async () => {
    await choose('Record sizes', /Between two sizes/);
    expect(getWorkload()?.recordSizes).toEqual({ kind: 'uniform', minBytes: 500, maxBytes: 1500 });
    await choose('Record sizes', /All the same/);
    expect(getWorkload()?.recordSizes).toBeUndefined();
  });

  it('sets duplicates and late records', async () => {
    await type('Duplicates', '2');
    await type('Late', '5');
    await type('Late by', '90');
    expect(getWorkload()).toMatchObject({ duplicateShare: 0.02, lateShare: 0.05, lateSeconds: 90 });
  });

  it('reads counts per period and shows what is wrong with a recording', async () => {
    await choose('Pattern', /Recorded/);
    await choose('Values are', /per period/);
    expect(getWorkload()?.arrivals).toMatchObject({ counts: 'per-period' });
    await type('Recorded rates as CSV', '0,60');
    expect(screen.getByText(/at least two rows/)).toBeTruthy();
  });
});

describe('a list of sizes', () => {
  it('reads what it writes, a left-out weight as 1', () => {
    const sizes = [
      { bytes: 10, weight: 3 },
      { bytes: 20.5, weight: 0 },
    ];
    expect(parseSizes(formatSizes(sizes))).toEqual({ value: sizes });
    expect(parseSizes('7\n\n')).toEqual({ value: [{ bytes: 7, weight: 1 }] });
  });

  it.each(['', '5,0', '0,1', '5,-1', '1,2,3', 'NaN'])('refuses %j', (text) => {
    expect(parseSizes(text)).toHaveProperty('fault');
  });
});
