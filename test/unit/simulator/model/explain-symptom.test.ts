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

const nodes = [
  { id: 'stream', service: 'kds', properties: {} },
  { id: 'delivery', service: 'firehose', properties: {} },
  { id: 'bucket', service: 's3', properties: {} },
];
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
    expect(explainSymptom({ nodes, edges }, run, 'bucket', symptom)).toEqual([
      {
        id: 'stream',
        name: 'stream',
        direction: 'upstream',
        distance: 2,
        value,
        share: 1,
        offeredPerSecond: 3400,
        passedPerSecond: 2000,
        peakUtilization: 1,
        bindingLimit: 'shard write limit',
      },
    ]);
  });

  const full = (id: string) => owner(id, { peakUtilization: 1, bindingLimit: 'limit' });
  const idsOf = (links: readonly { id: string }[]) => links.map(({ id }) => id);

  it('follows full stations downstream as long as the chain is unbroken', () => {
    const slow = owner('delivery', { ageSeconds: flat(5) });
    const broken = { nodes: [owner('stream'), slow, full('bucket')], edges: [] };
    expect(explainSymptom({ nodes, edges }, broken, 'stream', 'age')).toEqual([]);
    const unbroken = { nodes: [owner('stream'), full('delivery'), full('bucket')], edges: [] };
    expect(idsOf(explainSymptom({ nodes, edges }, unbroken, 'stream', 'age'))).toEqual([
      'delivery',
      'bucket',
    ]);
    const easyReader = { ...unbroken, edges: [owner('e1')] };
    expect(explainSymptom({ nodes, edges }, easyReader, 'stream', 'age')).toEqual([]);
  });

  it('puts where records were lost before what merely runs at a limit', () => {
    const run = { nodes: [hurt, full('delivery'), owner('bucket')], edges: [] };
    expect(idsOf(explainSymptom({ nodes, edges }, run, 'bucket', 'loss'))).toEqual(['stream', 'delivery']);
    expect(idsOf(explainSymptom({ nodes, edges }, run, 'bucket', 'age'))).toEqual(['delivery', 'stream']);
  });

  it('walks no edge that carries no records', () => {
    const still = edges.map((edge) => ({ ...edge, kind: 'configuration' as const }));
    const run = { nodes: [hurt, owner('delivery'), owner('bucket')], edges: [] };
    expect(explainSymptom({ nodes, edges: still }, run, 'bucket', 'age')).toEqual([]);
  });

  it('puts the largest share of the time first and leaves out what is below 1 %', () => {
    const timed = (id: string, meanSojournSeconds: number) => owner(id, { meanSojournSeconds });
    const run = { nodes: [timed('stream', 80), timed('delivery', 0.5), timed('bucket', 20)], edges: [] };
    const links = explainSymptom({ nodes, edges }, run, 'bucket', 'latency');
    expect(idsOf(links)).toEqual(['stream', 'bucket']);
    expect(links[0]?.share).toBeCloseTo(80 / 100.5);
  });

  it('names a full station on a cycle once', () => {
    const cyclic = [...edges, { id: 'e3', source: 'bucket', target: 'stream', properties: {} }];
    const run = { nodes: [hurt, owner('delivery'), owner('bucket')], edges: [] };
    expect(explainSymptom({ nodes, edges: cyclic }, run, 'bucket', 'age').map(({ id }) => id)).toEqual([
      'stream',
    ]);
  });

  it('ends on cycles and says nothing about a healthy run', () => {
    const cyclic = [...edges, { id: 'e3', source: 'bucket', target: 'stream', properties: {} }];
    const run = { nodes: [owner('stream'), owner('delivery'), owner('bucket')], edges: [] };
    for (const symptom of symptoms) {
      expect(explainSymptom({ nodes, edges: cyclic }, run, 'bucket', symptom)).toEqual([]);
    }
  });
});
