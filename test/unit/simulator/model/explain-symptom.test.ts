import { describe, expect, it } from 'vitest';
import { explainSymptom, symptoms } from '../../../../shared/simulator/model/explain-symptom.ts';
import type { OwnerSummary } from '../../../../shared/simulator/model/summary.ts';

const flat = (value: number) => {
  const values = Float64Array.of(value, value);
  return { bucketSeconds: 1, mean: values, min: values, max: values };
};
const none = {
  arrived: 0,
  departed: 0,
  throttled: 0,
  dropped: 0,
  expired: 0,
  deadLettered: 0,
  backlog: 0,
  inFlight: 0,
};

function owner(id: string, change: Partial<OwnerSummary> = {}): OwnerSummary {
  return {
    id,
    name: id,
    stations: [id],
    arrivalRate: flat(0),
    throughput: flat(0),
    throttledRate: flat(0),
    lossRate: flat(0),
    backlog: flat(0),
    utilization: flat(0),
    ageSeconds: flat(0),
    totals: none,
    totalBytes: none,
    meanSojournSeconds: 0,
    slowest: undefined,
    meanUtilization: 0,
    peakUtilization: 0,
    assumptions: [],
    ...change,
  };
}

const edges = [
  { id: 'e1', source: 'stream', target: 'delivery', properties: {} },
  { id: 'e2', source: 'delivery', target: 'bucket', properties: {} },
];
const hurt = owner('stream', {
  arrivalRate: flat(3400),
  throughput: flat(2000),
  ageSeconds: flat(40),
  meanSojournSeconds: 12,
  totals: { ...none, throttled: 9, expired: 3 },
  peakUtilization: 1,
  bindingLimit: 'shard write limit',
});

describe('explainSymptom', () => {
  it.each([
    ['throttling', 9],
    ['age', 40],
    ['loss', 3],
    ['latency', 12],
  ] as const)('finds the upstream cause of %s', (symptom, value) => {
    const run = { nodes: [hurt, owner('delivery'), owner('bucket')], edges: [] };
    expect(explainSymptom({ edges }, run, 'bucket', symptom)).toEqual([
      {
        id: 'stream',
        name: 'stream',
        direction: 'upstream',
        distance: 2,
        value,
        offeredPerSecond: 3400,
        passedPerSecond: 2000,
        peakUtilization: 1,
        bindingLimit: 'shard write limit',
      },
    ]);
  });

  it('finds a full station downstream, and not one that merely shows the symptom', () => {
    const full = owner('bucket', { peakUtilization: 1, bindingLimit: 'prefix write rate' });
    const slow = owner('delivery', { ageSeconds: flat(5) });
    const run = { nodes: [owner('stream'), slow, full], edges: [] };
    expect(explainSymptom({ edges }, run, 'stream', 'age').map(({ id }) => id)).toEqual(['bucket']);
  });

  it('names a full station on a cycle once', () => {
    const cyclic = [...edges, { id: 'e3', source: 'bucket', target: 'stream', properties: {} }];
    const run = { nodes: [hurt, owner('delivery'), owner('bucket')], edges: [] };
    expect(explainSymptom({ edges: cyclic }, run, 'bucket', 'age').map(({ id }) => id)).toEqual(['stream']);
  });

  it('ends on cycles and says nothing about a healthy run', () => {
    const cyclic = [...edges, { id: 'e3', source: 'bucket', target: 'stream', properties: {} }];
    const run = { nodes: [owner('stream'), owner('delivery'), owner('bucket')], edges: [] };
    for (const symptom of symptoms) {
      expect(explainSymptom({ edges: cyclic }, run, 'bucket', symptom)).toEqual([]);
    }
  });
});
