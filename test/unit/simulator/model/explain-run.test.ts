import { describe, expect, it } from 'vitest';
import type { Properties } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import {
  type CauseLink,
  explainSymptom,
  type Symptom,
} from '../../../../shared/simulator/model/explain-symptom.ts';
import { simulateDesign } from '../../../../shared/simulator/simulate.ts';

/** producer → stream of two shards → function that takes a second for 100 records → bucket. */
function explain(ask: {
  node: string;
  symptom: Symptom;
  ratePerSecond: number;
  durationSeconds?: number;
  lambda?: Properties;
  mapping?: Properties;
}): CauseLink[] {
  const parsed = parseDesign({
    nodes: [
      { id: 'producer', service: 'producer-sdk' },
      { id: 'stream', service: 'kds', properties: { shardCount: 2, retentionPeriodHours: 24 } },
      {
        id: 'function',
        service: 'lambda',
        properties: { averageDurationMs: 1000, durationVariation: 0, ...ask.lambda },
      },
      { id: 'bucket', service: 's3' },
    ],
    edges: [
      { id: 'write', source: 'producer', target: 'stream' },
      { id: 'read', source: 'stream', target: 'function', properties: { batchSize: 100, ...ask.mapping } },
      { id: 'store', source: 'function', target: 'bucket' },
    ],
    workloads: [
      {
        node: 'producer',
        arrivals: { pattern: 'constant', ratePerSecond: ask.ratePerSecond },
        recordSizeBytes: 200,
        keyCount: 100_000,
      },
    ],
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const run = simulateDesign(parsed.design, { durationSeconds: ask.durationSeconds ?? 1800 });
  return explainSymptom(parsed.design, run, ask.node, ask.symptom);
}

const find = (links: readonly CauseLink[], id: string): CauseLink => {
  const link = links.find((candidate) => candidate.id === id);
  if (!link) throw new Error(`"${id}" is not among ${links.map((each) => each.id).join(', ')}`);
  return link;
};

describe('why, of simulated runs', () => {
  it('derives the throttling of a stream from its shards', () => {
    const link = find(explain({ node: 'stream', symptom: 'throttling', ratePerSecond: 3400 }), 'stream');
    expect(link.direction).toBe('here');
    expect(link.limit).toMatchObject({ capacity: 2000, unit: 'records/s', sources: ['KDS-Q', 'N-080'] });
    expect(link.limit?.quota).toMatchObject({ id: 'shard-write-records', value: 1000, adjustable: 'hard' });
    expect(link.limit?.offered).toBeGreaterThan(3390);
    expect(link.limit?.offered).toBeLessThan(3450);
    expect(link.limit?.formula).toMatch(
      /^1,000 records\/s × 2 shards = 2,000 records\/s < 3,\d\d\d records\/s/,
    );
  });

  it('puts the age of a slow function down to the batches it may have in work', () => {
    const links = explain({ node: 'function', symptom: 'age', ratePerSecond: 800 });
    const read = find(links, 'read');
    // 600 of 800 records/s wait: after 1,800 s the oldest came 1,350 s ago.
    expect(Math.abs(read.value - 1350)).toBeLessThan(30);
    expect(read.direction).toBe('upstream');
    expect(read.limit?.formula).toContain('100 records/s × 2 shards = 200 records/s < ');
    expect(Math.abs((read.limit?.offered ?? 0) - 800)).toBeLessThan(10);
    expect(find(links, 'function').limit?.formula).toContain('2 at once × 100 records ÷ 1 s = 200 records/s');
    expect(links.map(({ id }) => id)).not.toContain('bucket');
  });

  it('sees from the stream that what reads it is full', () => {
    const links = explain({ node: 'stream', symptom: 'age', ratePerSecond: 800 });
    expect(links.map(({ id, direction }) => [id, direction])).toEqual([
      ['read', 'downstream'],
      ['function', 'downstream'],
    ]);
  });

  it('finds what retention took from a reader', () => {
    const ask = { symptom: 'loss', ratePerSecond: 800, durationSeconds: 200_000 } as const;
    for (const node of ['stream', 'bucket']) {
      const links = explain({ ...ask, node });
      expect(links.map(({ id }) => id)).toEqual(['read']);
      // 800 records/s older than a day, less the 200 that are read.
      expect(links[0]?.value).toBeGreaterThan(0.9 * 600 * (200_000 - 86_400 * (800 / 600)));
    }
  });

  it('finds nothing in a run that keeps up', () => {
    const easy = { ratePerSecond: 100, lambda: { averageDurationMs: 10 } };
    expect(explain({ ...easy, node: 'bucket', symptom: 'throttling' })).toEqual([]);
    expect(explain({ ...easy, node: 'bucket', symptom: 'loss' })).toEqual([]);
  });
});

describe('what holds records by design', () => {
  it('names the buffer of a delivery stream with its figures, and for loss does not', () => {
    const parsed = parseDesign({
      nodes: [
        { id: 'producer', service: 'producer-sdk' },
        {
          id: 'delivery',
          service: 'firehose',
          properties: { bufferIntervalSeconds: 300, bufferSizeMBs: 128 },
        },
        { id: 'bucket', service: 's3' },
      ],
      edges: [
        { source: 'producer', target: 'delivery' },
        { source: 'delivery', target: 'bucket' },
      ],
      workloads: [
        {
          node: 'producer',
          arrivals: { pattern: 'constant', ratePerSecond: 10 },
          recordSizeBytes: 1000,
          keyCount: 10,
        },
      ],
    });
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const run = simulateDesign(parsed.design, { durationSeconds: 7200 });
    const [first] = explainSymptom(parsed.design, run, 'bucket', 'latency');
    expect(first).toMatchObject({ id: 'delivery', direction: 'upstream', distance: 1 });
    expect(first?.share).toBeGreaterThan(0.9);
    const [stage] = first?.holding ?? [];
    expect(stage?.reason).toContain('have come, at most 5 min');
    // Even arrivals wait between 0 and 300 s.
    expect(Math.abs((stage?.meanSeconds ?? 0) - 150)).toBeLessThan(5);
    expect(stage?.sources.length).toBeGreaterThan(0);
    for (const link of explainSymptom(parsed.design, run, 'bucket', 'loss')) {
      expect(link).not.toHaveProperty('holding');
    }
  });
});
