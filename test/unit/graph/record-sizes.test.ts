import { describe, expect, it } from 'vitest';
import type { RecordSizes } from '../../../shared/graph/design.ts';
import { addWorkload, setWorkload } from '../../../shared/graph/edits/set-workload.ts';
import { createDesign } from '../../../shared/graph/create-design.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { getLargestBytes, getMeanBytes, getSizeClasses } from '../../../shared/graph/record-sizes.ts';

const sizes: [string, RecordSizes | undefined, number][] = [
  ['constant', undefined, 1000],
  ['uniform', { kind: 'uniform', minBytes: 100, maxBytes: 300 }, 200],
  ['lognormal, narrow', { kind: 'lognormal', coefficientOfVariation: 0.1 }, 1000],
  ['lognormal, wide', { kind: 'lognormal', coefficientOfVariation: 5 }, 1000],
  [
    'listed',
    {
      kind: 'listed',
      sizes: [
        { bytes: 900, weight: 1 },
        { bytes: 100, weight: 3 },
      ],
    },
    300,
  ],
];

describe('record sizes', () => {
  it.each(sizes)('%s: shares sum to 1 and the mean is kept', (_name, recordSizes, mean) => {
    const workload = { recordSizeBytes: 1000, recordSizes };
    const classes = getSizeClasses(workload);
    expect(getMeanBytes(workload)).toBe(mean);
    expect(classes.reduce((sum, item) => sum + item.share, 0)).toBeCloseTo(1, 12);
    expect(classes.reduce((sum, item) => sum + item.share * item.bytes, 0)).toBeCloseTo(mean, 8);
    expect(getLargestBytes(workload)).toBeGreaterThanOrEqual(mean);
  });

  it('gives lognormal classes nearly the stated spread', () => {
    const classes = getSizeClasses({
      recordSizeBytes: 1000,
      recordSizes: { kind: 'lognormal', coefficientOfVariation: 1 },
    });
    const square = classes.reduce((sum, item) => sum + item.share * (item.bytes / 1000) ** 2, 0);
    expect(Math.sqrt(square - 1)).toBeGreaterThan(0.97);
    expect(Math.sqrt(square - 1)).toBeLessThan(1.001);
  });

  it('keeps recordSizeBytes the mean of stated sizes, in files and in edits', () => {
    const parsed = parseDesign({
      nodes: [{ id: 'a', service: 'kds' }],
      workloads: [
        {
          node: 'a',
          arrivals: { pattern: 'constant', ratePerSecond: 1 },
          recordSizes: { kind: 'uniform', minBytes: 10, maxBytes: 30 },
        },
      ],
    });
    expect(parsed.ok && parsed.design.workloads[0]?.recordSizeBytes).toBe(20);
    const draft = createDesign();
    const id = addWorkload(draft, { node: 'a' });
    setWorkload(draft, { id, changes: { recordSizes: { kind: 'uniform', minBytes: 1, maxBytes: 5 } } });
    expect(draft.workloads[0]?.recordSizeBytes).toBe(3);
  });

  it.each([
    [{ kind: 'uniform', minBytes: 30, maxBytes: 10 }, 'not be above'],
    [{ kind: 'listed', sizes: [{ bytes: 5, weight: 0 }] }, 'weight above 0'],
    [{ kind: 'listed', sizes: [] }, 'at least 1'],
    [{ kind: 'lognormal', coefficientOfVariation: -1 }, 'at least 0'],
  ])('refuses %j', (recordSizes, part) => {
    const parsed = parseDesign({
      nodes: [{ id: 'a', service: 'kds' }],
      workloads: [{ node: 'a', arrivals: { pattern: 'constant', ratePerSecond: 1 }, recordSizes }],
    });
    expect(parsed.ok ? '' : parsed.problems.map((problem) => problem.message).join()).toContain(part);
  });
});
