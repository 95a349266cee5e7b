import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Inspector } from '../../../renderer/inspector/inspector.tsx';
import { getDesign, undo, useDesign } from '../../../renderer/state/design-store.ts';
import { select } from '../../../renderer/state/selection-store.ts';
import type { Workload } from '../../../shared/graph/design.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { refusesText, scanJson } from '../../../shared/graph/scan-json.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

const user = userEvent.setup({ delay: null });

/** What the document holds, read as a file would be: anything the schema refuses fails here. */
function readDocument() {
  const text = serializeDesign(getDesign());
  expect(scanJson(text).filter(refusesText)).toEqual([]);
  const read = parseDesign(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.design;
}

const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });

/** The text that `aria-describedby` names. */
const messageOf = (name: string): string => {
  const id = field(name).getAttribute('aria-describedby');
  return id === null ? '' : (document.getElementById(id)?.textContent ?? '');
};

async function type(name: string, text: string): Promise<void> {
  await user.clear(field(name));
  await user.type(field(name), text);
}

/** Types something impossible: the text stays, the document does not change, a message says why. */
async function expectRefusal(name: string, text: string, words: readonly string[]): Promise<void> {
  const before = getDesign();
  await type(name, text);
  await user.tab();
  expect(getDesign()).toEqual(before);
  expect(useDesign.getState().history.past).toEqual([]);
  expect(field(name).value.replaceAll(',', '')).toContain(text.replaceAll(',', ''));
  expect(field(name).getAttribute('aria-invalid')).toBe('true');
  for (const word of words) expect(messageOf(name)).toContain(word);
  expect(readDocument()).toBeTruthy();
}

const workload: Workload = {
  id: 'w',
  node: 'app',
  arrivals: { pattern: 'constant', ratePerSecond: 10 },
  recordSizeBytes: 1000,
  keyCount: 10,
  keys: { kind: 'uniform' },
};

async function openTraffic(changes: Partial<Workload> = {}): Promise<void> {
  openDesign({
    nodes: [{ id: 'app', service: 'producer-sdk', properties: {} }],
    workloads: [{ ...workload, ...changes }],
  });
  select(['node:app']);
  renderPart(<Inspector />);
  await user.click(screen.getByRole('tab', { name: 'Traffic' }));
}

describe('numbers of a workload', () => {
  it.each([
    [
      'Rate',
      '-1',
      ['-1 records/s is not possible', '0 to 1,000,000,000,000 records/s', 'stays 10 records/s'],
    ],
    ['Rate', '2000000000000', ['2,000,000,000,000 records/s is not possible']],
    ['Record size', '0', ['0 B is not possible', '1 to', 'stays 1,000 B']],
    ['Record size', '0.5', ['0.5 B is not possible']],
    ['Keys', '0', ['a whole number from 1 to 1,000,000 keys', 'stays 10 keys']],
    ['Keys', '1000001', ['1,000,001 keys is not possible']],
    ['Keys', '1.5', ['1.5 keys is not possible']],
    ['Duplicates', '150', ['150 % is not possible; 0 to 100 % is allowed. The value stays 0 %.']],
    ['Duplicates', '-1', ['-1 % is not possible']],
    ['Late', '101', ['101 % is not possible']],
  ])('refuses %s %s', async (name, text, words) => {
    await openTraffic();
    await expectRefusal(name, text, words);
  });

  it.each([
    [
      { recordSizes: { kind: 'uniform', minBytes: 500, maxBytes: 1500 } },
      'Smallest',
      '1501',
      ['1 to 1,500 B'],
    ],
    [{ recordSizes: { kind: 'uniform', minBytes: 500, maxBytes: 1500 } }, 'Smallest', '0', ['0 B']],
    [{ recordSizes: { kind: 'uniform', minBytes: 500, maxBytes: 1500 } }, 'Largest', '499', ['500 to']],
    [
      { recordSizes: { kind: 'lognormal', coefficientOfVariation: 1 } },
      'Standard deviation over mean',
      '21',
      ['0 to 20 is allowed', 'stays 1.'],
    ],
    [{ keys: { kind: 'zipf', exponent: 1 } }, 'Exponent', '11', ['0 to 10 is allowed']],
    [{ keys: { kind: 'zipf', exponent: 1 } }, 'Exponent', '-0.1', ['-0.1 is not possible']],
    [{ lateShare: 0.1, lateSeconds: 60 }, 'Late by', '99999999999', ['99,999,999,999 s']],
    [
      { arrivals: { pattern: 'ramp', fromPerSecond: 1, toPerSecond: 2, rampSeconds: 60 } },
      'Over',
      '-5',
      ['-5 s', 'stays 60 s'],
    ],
    [
      { arrivals: { pattern: 'files', filesPerDay: 24, recordsPerFile: 10 } },
      'Files',
      '2000000000',
      ['0 to 1,000,000,000 per day'],
    ],
    [
      { arrivals: { pattern: 'daily', hourlyPerSecond: new Array<number>(24).fill(5) } },
      'Spread of each hour',
      '501',
      ['501 % of mean', '0 to 500 % of mean'],
    ],
  ] satisfies [Partial<Workload>, string, string, string[]][])(
    'refuses in %j %s %s',
    async (changes, name, text, words) => {
      await openTraffic(changes);
      await expectRefusal(name, text, words);
    },
  );

  it('takes the number once it is possible, and shows what an undo brings back', async () => {
    await openTraffic();
    await type('Duplicates', '150');
    await type('Duplicates', '15');
    expect(getDesign().workloads[0]?.duplicateShare).toBe(0.15);
    expect(field('Duplicates').getAttribute('aria-invalid')).toBeNull();
    await user.tab();
    await type('Duplicates', '150');
    act(undo);
    expect(field('Duplicates').getAttribute('aria-invalid')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('brings a needed number back when its field is left empty', async () => {
    await openTraffic();
    await user.clear(field('Rate'));
    await user.tab();
    expect(field('Rate').value).toBe('10');
    expect(getDesign().workloads[0]?.arrivals).toEqual(workload.arrivals);
  });

  it('stops stepping at the limit', async () => {
    await openTraffic({ keyCount: 1 });
    const [decrease] = screen.getAllByRole('button', { name: 'Decrease', hidden: true }).slice(2);
    const before = getDesign();
    if (decrease) await user.click(decrease);
    expect(getDesign()).toBe(before);
  });
});

describe('lists of a workload', () => {
  const hours = { pattern: 'daily' as const, hourlyPerSecond: new Array<number>(24).fill(5) };

  it.each(['-1', 'abc', '', '2e12'])('says why an hour is not %j, and keeps it on screen', async (text) => {
    await openTraffic({ arrivals: hours });
    await user.clear(field('Hour 3'));
    if (text !== '') await user.type(field('Hour 3'), text);
    await user.tab();
    expect(field('Hour 3').value).toBe(text);
    expect(messageOf('Hour 3')).toContain(`Hour 3: “${text}” is not possible`);
    expect(messageOf('Hour 3')).toContain('The value stays 5 records/s.');
    expect(getDesign().workloads[0]?.arrivals).toEqual(hours);
    await type('Hour 3', '7');
    await user.tab();
    expect(screen.queryByRole('alert')).toBeNull();
    const { arrivals } = getDesign().workloads[0] ?? {};
    expect(arrivals?.pattern === 'daily' && arrivals.hourlyPerSecond[3]).toBe(7);
  });

  it.each([
    ['50, many', '“many” is not possible'],
    ['50, -1', '“-1” is not possible; a weight of 0 to'],
    ['0, 0', 'At least one weight above 0'],
    ['', 'At least one weight above 0'],
  ])('says why weights are not %j', async (text, words) => {
    const keys = { kind: 'weights' as const, weights: [50, 30, 20] };
    await openTraffic({ keys, keyCount: 3 });
    await user.clear(field('Weights'));
    if (text !== '') await user.type(field('Weights'), text);
    await user.tab();
    expect(messageOf('Weights')).toContain(words);
    expect(getDesign().workloads[0]).toMatchObject({ keys, keyCount: 3 });
  });

  it('counts one key for each weight', async () => {
    await openTraffic({ keys: { kind: 'weights', weights: [50, 30, 20] }, keyCount: 3 });
    await type('Weights', '9, 1');
    await user.tab();
    expect(getDesign().workloads[0]).toMatchObject({ keys: { weights: [9, 1] }, keyCount: 2 });
  });

  it('refuses a recording of more characters than a file may hold', async () => {
    await openTraffic({ arrivals: { pattern: 'recorded', csv: '0,1\n60,2' } });
    fireEvent.change(field('Recorded rates as CSV'), { target: { value: '1'.repeat(5_000_001) } });
    expect(messageOf('Recorded rates as CSV')).toContain('5,000,001 characters; at most 5,000,000');
    expect(getDesign().workloads[0]?.arrivals).toMatchObject({ csv: '0,1\n60,2' });
  });
});

describe('values of a scenario', () => {
  beforeEach(() => {
    openDesign({
      nodes: [{ id: 'clicks', service: 'kds', name: 'Clicks', properties: {} }],
      scenarios: [
        {
          id: 'day',
          name: 'Day',
          durationSeconds: 7200,
          seed: 1,
          outages: [{ node: 'clicks', fromSeconds: 600, toSeconds: 1200, capacityFactor: 0.8 }],
        },
      ],
    });
    select([]);
    renderPart(<Inspector />);
  });

  it.each([
    [
      'Duration of Day',
      '0',
      ['0 min is not possible; 0.017 to 527,040 min is allowed. The value stays 120 min.'],
    ],
    ['Duration of Day', '527041', ['527,041 min']],
    ['Seed of Day', '4294967296', ['a whole number from 0 to 4,294,967,295 is allowed. The value stays 1.']],
    ['Seed of Day', '1.5', ['1.5 is not possible']],
    ['Seed of Day', '-1', ['-1 is not possible']],
    ['Load factor of Day', '-0.5', ['-0.5 × is not possible', 'The value stays 1 ×.']],
    ['Load factor of Day', '1000001', ['0 to 1,000,000 ×']],
    [
      'Capacity during the outage',
      '150',
      ['150 % is not possible; 0 to 100 % is allowed. The value stays 80 %.'],
    ],
    ['Capacity during the outage', '-1', ['-1 %']],
    ['Start of the outage', '-1', ['-1 min', 'stays 10 min']],
    ['End of the outage', '999999999', ['999,999,999 min']],
  ])('refuses %s %s', async (name, text, words) => {
    await expectRefusal(name, text, words);
  });

  it('takes the load factor away when its field is emptied', async () => {
    await type('Load factor of Day', '2');
    expect(getDesign().scenarios[0]?.loadFactor).toBe(2);
    await user.clear(field('Load factor of Day'));
    expect(getDesign().scenarios[0]).not.toHaveProperty('loadFactor');
  });
});

describe('texts', () => {
  const long = 'x'.repeat(30_000);

  it('keep names and tags within what a file may hold', async () => {
    openDesign({ settings: { region: 'us-east-1', tags: { team: 'data', stage: 'prod' } } });
    select([]);
    renderPart(<Inspector />);
    expect(field('Name of the design').maxLength).toBe(200);
    expect(field('Tags, key 1').maxLength).toBe(128);
    expect(field('Tags, value 1').maxLength).toBe(256);
    await type('Tags, key 2', 'team');
    expect(messageOf('Tags, key 2')).toContain('Another pair has the key “team” already');
    expect(getDesign().settings.tags).toMatchObject({ team: 'data' });
    expect(Object.values(getDesign().settings.tags)).toEqual(['data', 'prod']);
    await user.type(field('Tags, key 2'), '2');
    expect(getDesign().settings.tags).toEqual({ team: 'data', team2: 'prod' });
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuse the reserved key %s, which no file may hold',
    async (key) => {
      openDesign({ settings: { region: 'us-east-1', tags: { team: 'data' } } });
      select([]);
      renderPart(<Inspector />);
      await type('Tags, key 1', key);
      expect(messageOf('Tags, key 1')).toContain(`“${key}” is reserved`);
      expect(readDocument().settings.tags).toEqual({ [key.slice(0, -1)]: 'data' });
    },
  );

  it('refuse notes and descriptions that are too long, whole', async () => {
    openDesign({ nodes: [{ id: 'a', service: 'kds', properties: {}, notes: 'old' }], description: 'old' });
    select([]);
    renderPart(<Inspector />);
    fireEvent.change(field('Description'), { target: { value: long } });
    expect(messageOf('Description')).toContain('30,000 characters; at most 20,000 are allowed');
    expect(getDesign().description).toBe('old');
    act(() => select(['node:a']));
    fireEvent.change(field('Notes'), { target: { value: long } });
    expect(messageOf('Notes')).toContain('30,000 characters');
    expect(getDesign().nodes[0]?.notes).toBe('old');
    expect(readDocument()).toBeTruthy();
  });
});
