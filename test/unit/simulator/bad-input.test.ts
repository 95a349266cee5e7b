import { describe, expect, it } from 'vitest';
import type { Arrivals, Design } from '../../../shared/graph/design.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { NetworkError } from '../../../shared/simulator/kernel/network-error.ts';
import { RecordingError } from '../../../shared/simulator/model/parse-recording.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { SimulationError } from '../../../shared/simulator/scenario.ts';

type Change = (design: Design) => void;

/** A small design that runs, opened from a file. */
function open(): Design {
  const parsed = parseDesign({
    nodes: [
      { id: 'app', service: 'producer-sdk' },
      { id: 'stream', service: 'kds' },
      { id: 'fleet', service: 'ec2' },
    ],
    edges: [
      { source: 'app', target: 'stream' },
      { source: 'stream', target: 'fleet' },
    ],
    workloads: [{ id: 'w', node: 'app', arrivals: { pattern: 'constant', ratePerSecond: 10 } }],
    scenarios: [{ id: 's', name: 'run', durationSeconds: 60, seed: 1 }],
  });
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return parsed.design;
}

const traffic =
  (arrivals: Arrivals): Change =>
  (design) => {
    for (const workload of design.workloads) workload.arrivals = arrivals;
  };
const recording = (csv: string): Change => traffic({ pattern: 'recorded', csv });
const property =
  (node: string, name: string, value: number): Change =>
  (design) => {
    const found = design.nodes.find((item) => item.id === node);
    if (found) found.properties[name] = value;
  };

/** Every number of a result that is not finite, by its place. */
function findBadNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (value instanceof Float64Array) {
    const at = value.findIndex((item) => !Number.isFinite(item));
    return at < 0 ? [] : [`${path}[${at}] is ${value[at]}`];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => findBadNumbers(item, `${path}.${key}`));
}

/** Runs to its end or stops with a reason a person can act on. */
function runOrReason(design: Design): string | undefined {
  try {
    const result = simulateDesign(design);
    expect(findBadNumbers(result)).toEqual([]);
    expect(result.massResidual).toBe(0);
    return undefined;
  } catch (error) {
    const isReason =
      error instanceof NetworkError || error instanceof RecordingError || error instanceof SimulationError;
    if (!isReason) throw error;
    return error.message;
  }
}

const getErrors = (design: Design): string[] =>
  checkDesign(design)
    .filter((finding) => finding.severity === 'error')
    .map((finding) => finding.message);

describe('the design these cases spoil', () => {
  it('runs and has no error', () => {
    expect(runOrReason(open())).toBeUndefined();
    expect(getErrors(open())).toEqual([]);
  });
});

describe('bad input is a finding before the run, and the run stops with a reason', () => {
  it.each<[string, Change, string]>([
    ['a rate that is not a number', traffic({ pattern: 'constant', ratePerSecond: Number.NaN }), 'NaN'],
    ['a negative rate', traffic({ pattern: 'constant', ratePerSecond: -5 }), '-5'],
    ['an endless rate', traffic({ pattern: 'poisson', ratePerSecond: Number.POSITIVE_INFINITY }), 'Infinity'],
    ['an absurd rate', traffic({ pattern: 'constant', ratePerSecond: 1e18 }), '1e+18|1,000,000,000,000'],
    [
      'a negative time',
      traffic({ pattern: 'step', beforePerSecond: 1, afterPerSecond: 2, atSeconds: -10 }),
      '-10',
    ],
    ['a curve with a hole', traffic({ pattern: 'daily', hourlyPerSecond: [1, Number.NaN] }), 'NaN'],
    ['a recording of text', recording('seconds,rate\nsoon,many'), 'soon'],
    ['a recording with a missing value', recording('0,5\n10,\n20,5'), 'two values'],
    ['a recording that runs backwards', recording('0,5\n20,5\n10,5'), 'does not come after'],
    ['a recording with a negative rate', recording('0,5\n10,-5'), '-5'],
    ['an empty recording', recording(''), 'no rows'],
    ['broken JSON', recording('{"MetricDataResults":'), 'not JSON'],
    [
      'a record without size',
      (design) => {
        for (const workload of design.workloads) workload.recordSizeBytes = Number.NaN;
      },
      'NaN',
    ],
    [
      'keys without end',
      (design) => {
        for (const workload of design.workloads) workload.keyCount = 1e12;
      },
      '1,000,000',
    ],
    [
      'weights that are not numbers',
      (design) => {
        for (const workload of design.workloads)
          Object.assign(workload, { keyCount: 2, keys: { kind: 'weights', weights: [1, Number.NaN] } });
      },
      'NaN',
    ],
    [
      'more than all records late',
      (design) => {
        for (const workload of design.workloads) Object.assign(workload, { lateShare: 2, lateSeconds: 5 });
      },
      '0 to 1',
    ],
    [
      'a negative share of duplicates',
      (design) => {
        for (const workload of design.workloads) workload.duplicateShare = -0.5;
      },
      '-0.5',
    ],
  ])('%s', (_name, spoil, part) => {
    const design = open();
    spoil(design);
    const parts = part.split('|');
    expect(getErrors(design).some((message) => parts.some((word) => message.includes(word)))).toBe(true);
    expect(runOrReason(design)).toBeTypeOf('string');
  });
});

describe('a file with such values does not open', () => {
  it.each<[string, unknown]>([
    ['a negative rate', { pattern: 'constant', ratePerSecond: -1 }],
    ['a rate above the most', { pattern: 'constant', ratePerSecond: 1e13 }],
    ['text for a rate', { pattern: 'constant', ratePerSecond: 'fast' }],
    ['null for a rate, as NaN is written', { pattern: 'constant', ratePerSecond: null }],
    ['an unknown pattern', { pattern: 'sine', ratePerSecond: 1 }],
    ['a week of one day', { pattern: 'weekly', hourlyPerSecond: new Array<number>(24).fill(1) }],
    [
      'a spread for some hours',
      { pattern: 'daily', hourlyPerSecond: new Array<number>(24).fill(1), spread: [1, 2] },
    ],
  ])('%s', (_name, arrivals) => {
    const parsed = parseDesign({ ...open(), workloads: [{ node: 'app', arrivals }] });
    expect(parsed.ok).toBe(false);
  });
});

describe('odd but possible input runs to its end with finite numbers', () => {
  it.each<[string, Change]>([
    ['no traffic', traffic({ pattern: 'constant', ratePerSecond: 0 })],
    ['no traffic, drawn', traffic({ pattern: 'poisson', ratePerSecond: 0 })],
    ['no files', traffic({ pattern: 'files', filesPerDay: 0, recordsPerFile: 10 })],
    ['a billion files a day', traffic({ pattern: 'files', filesPerDay: 1e9, recordsPerFile: 1 })],
    [
      'a period of nothing',
      traffic({ pattern: 'bursty', onPerSecond: 5, onSeconds: 0, offPerSecond: 0, offSeconds: 0 }),
    ],
    [
      'a period of a millionth of a second',
      traffic({ pattern: 'bursty', onPerSecond: 5, onSeconds: 1e-6, offPerSecond: 0, offSeconds: 1e-6 }),
    ],
    ['a recording of one row', recording('0,5')],
    ['a recording with a gap', recording('0,5\n10,5\n20,5\n30,5\n3000,5')],
    ['a recording of an earlier century', recording('1900-01-01T00:00:00Z,5\n1900-01-01T00:01:00Z,5')],
    ['the highest rate a file may hold', traffic({ pattern: 'constant', ratePerSecond: 1e12 })],
    ['a fleet that takes forever', property('fleet', 'secondsPerRecord', 1e9)],
    [
      'a whole outage',
      (design) => {
        for (const scenario of design.scenarios)
          scenario.outages = [{ node: 'stream', fromSeconds: 0, toSeconds: 1e9, capacityFactor: 0 }];
      },
    ],
    [
      'no load at all in the scenario',
      (design) => {
        for (const scenario of design.scenarios) scenario.loadFactor = 0;
      },
    ],
    [
      'the largest records',
      (design) => {
        for (const workload of design.workloads) workload.recordSizeBytes = 1e12;
      },
    ],
    [
      'keys of which none occurs',
      (design) => {
        for (const workload of design.workloads)
          Object.assign(workload, { keyCount: 2, keys: { kind: 'weights', weights: [0, 0] } });
      },
    ],
    [
      'all records late, by more than the run',
      (design) => {
        for (const workload of design.workloads) Object.assign(workload, { lateShare: 1, lateSeconds: 1e9 });
      },
    ],
  ])('%s', (_name, spoil) => {
    const design = open();
    spoil(design);
    expect(runOrReason(design)).toBeUndefined();
  });
});

describe('what cannot run says why', () => {
  it.each<[string, Change, RegExp]>([
    ['an empty design', (design) => Object.assign(design, { nodes: [], edges: [], workloads: [] }), /empty/],
    [
      'an outage of no length',
      (design) => {
        for (const scenario of design.scenarios)
          scenario.outages = [{ node: 'stream', fromSeconds: 10, toSeconds: 10, capacityFactor: 0 }];
      },
      /outage of .* ends at 10 s, when it starts\. Set the end after the start/,
    ],
    [
      'an outage that ends before it starts',
      (design) => {
        for (const scenario of design.scenarios)
          scenario.outages = [{ node: 'stream', fromSeconds: 10, toSeconds: 5, capacityFactor: 0 }];
      },
      /ends at 5 s/,
    ],
    ['no workload', (design) => Object.assign(design, { workloads: [] }), /No node has a workload/],
    [
      'a duration that is not a number',
      (design) => Object.assign(design.scenarios[0] ?? {}, { durationSeconds: Number.NaN }),
      /duration is NaN/,
    ],
    [
      'no duration',
      (design) => Object.assign(design.scenarios[0] ?? {}, { durationSeconds: 0 }),
      /duration is 0/,
    ],
    [
      'a negative load',
      (design) => Object.assign(design.scenarios[0] ?? {}, { loadFactor: -1 }),
      /must be between 0/,
    ],
    [
      'a workload on a node that is not there',
      (design) => Object.assign(design.workloads[0] ?? {}, { node: 'nowhere' }),
      /nowhere/,
    ],
  ])('%s', (_name, spoil, reason) => {
    const design = open();
    spoil(design);
    expect(runOrReason(design)).toMatch(reason);
  });

  it('a cycle that returns more than it receives', () => {
    const parsed = parseDesign({
      nodes: [
        { id: 'a', service: 'msf', properties: { recordsOutPerRecord: 2 } },
        { id: 'b', service: 'kds' },
      ],
      edges: [
        { source: 'a', target: 'b' },
        { source: 'b', target: 'a' },
      ],
      workloads: [{ node: 'a', arrivals: { pattern: 'constant', ratePerSecond: 1 } }],
    });
    if (!parsed.ok) throw new Error('the design does not open');
    expect(runOrReason(parsed.design)).toMatch(/gain above one/);
  });
});

describe('memory stays bounded', () => {
  it('refuses a recording of too many rows before it is kept', () => {
    const csv = Array.from({ length: 500_002 }, (_, second) => `${second},1`).join('\n');
    const design = open();
    recording(csv)(design);
    expect(runOrReason(design)).toMatch(/more than 500000 rows/);
  });

  it('spreads file drops that are too many to list', () => {
    const design = open();
    traffic({ pattern: 'files', filesPerDay: 1e9, recordsPerFile: 2 })(design);
    const [workload] = simulateDesign(design).workloads;
    expect((workload?.records ?? 0) / ((1e9 * 2 * 60) / 86_400)).toBeCloseTo(1, 6);
  });
});
