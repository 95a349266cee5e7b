import { describe, expect, it } from 'vitest';
import type { Design, Properties } from '../../shared/graph/design.ts';
import { parseDesign } from '../../shared/graph/parse-design.ts';
import { getService } from '../../shared/services/registry.ts';
import { getShardAdvice } from '../../shared/simulator/model/sizing.ts';
import { simulateDesign } from '../../shared/simulator/simulate.ts';

/** A producer on a stream with readers that take no time. */
function getStream(properties: Properties, load: object, readers: readonly string[] = []): Design {
  const result = parseDesign({
    nodes: [
      { id: 'stream', service: 'kds', properties },
      ...readers.map((_, index) => ({
        id: `r${index}`,
        service: 'ec2',
        properties: { secondsPerRecord: 0 },
      })),
    ],
    edges: readers.map((fanOut, index) => ({
      source: 'stream',
      target: `r${index}`,
      properties: { fanOut },
    })),
    workloads: [{ node: 'stream', keyCount: 100_000, ...load }],
  });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.design;
}

const constant = (ratePerSecond: number) => ({ pattern: 'constant', ratePerSecond });
const limitOf = (service: string, id: string): number => {
  const value = getService(service).limits.find((limit) => limit.id === id)?.value;
  if (typeof value !== 'number') throw new Error(`${service} has no figure ${id}`);
  return value;
};
const monthOf = (design: Design): number =>
  simulateDesign(design, { durationSeconds: 36_000, stepSeconds: 1 }).cost.monthlyUsd;

describe('streams', () => {
  it.each([
    ['WE-01', { recordSizeBytes: 500_000, recordsPerSecond: 2, sharedConsumers: 7 }, 4],
    ['WE-03', { recordSizeBytes: 1000, recordsPerSecond: 2040, sharedConsumers: 1 }, 3],
    ['WE-04', { recordSizeBytes: 300, recordsPerSecond: 4050, sharedConsumers: 1 }, 5],
  ])('%s: shards advised', (_id, demand, shards) => {
    expect(getShardAdvice(demand).shards).toBe(shards);
  });

  it('WE-02: the 1,024 divisors give 4 as well', () => {
    const { writeKBPerSecond, readKBPerSecond, shards } = getShardAdvice({
      recordSizeBytes: 500_000,
      recordsPerSecond: 2,
      sharedConsumers: 7,
    });
    expect(Math.ceil(Math.max(writeKBPerSecond / 1024, readKBPerSecond / 2048))).toBe(shards);
  });

  it('WE-06: seven pollers a second exceed five calls; they need 1.4 s between polls', () => {
    expect(7 / limitOf('kds', 'shard-read-calls')).toBeCloseTo(1.4, 9);
    const example = simulateDesign(
      getStream(
        { shardCount: 4 },
        { arrivals: constant(2), recordSizeBytes: 500_000 },
        Array(7).fill('shared'),
      ),
      { durationSeconds: 1800 },
    );
    const read = example.edges.reduce((sum, edge) => sum + edge.totalBytes.departed, 0) / 1800;
    expect(read / (4 * limitOf('kds', 'shard-read-bytes'))).toBeCloseTo(0.875, 2);
  });

  it.each([
    ['WE-08', 40_000_000, 80],
    ['WE-08, later', 50_000_000, 100],
  ])('%s: on-demand capacity is twice the peak', (_id, peak, megabytes) => {
    const design = getStream(
      { streamMode: 'ON_DEMAND', onDemandPeakBytesPerSecond: peak },
      { arrivals: constant((megabytes * 1e6 * 0.9) / 1000), recordSizeBytes: 1000 },
    );
    expect(simulateDesign(design, { durationSeconds: 300 }).nodes[0]?.totals.throttled).toBeLessThan(1);
    const more = getStream(
      { streamMode: 'ON_DEMAND', onDemandPeakBytesPerSecond: peak },
      { arrivals: constant((megabytes * 1e6 * 1.1) / 1000), recordSizeBytes: 1000 },
    );
    expect(simulateDesign(more, { durationSeconds: 300 }).nodes[0]?.totals.throttled).toBeGreaterThan(100);
  });

  it('WE-09: from 4 MB/s to 100 MB/s takes five doublings of 15 minutes', () => {
    const design = getStream(
      { streamMode: 'ON_DEMAND', onDemandPeakBytesPerSecond: 0, producerRetrySeconds: 0 },
      { arrivals: constant(100_000), recordSizeBytes: 1000 },
    );
    const rates = simulateDesign(design, { durationSeconds: 7200, stepSeconds: 1 }).nodes[0]?.throughput;
    const at = (minutes: number): number =>
      rates?.mean[Math.floor((minutes * 60) / rates.bucketSeconds)] ?? 0;
    expect(at(10) * 1000).toBeCloseTo(4e6, -5);
    expect(at(70) * 1000).toBeCloseTo(64e6, -5);
    expect(at(80) * 1000).toBeCloseTo(100e6, -5);
  });

  it('WE-11: one key of 1.5 MB/s is refused 0.5 MB/s whatever the shards', () => {
    for (const shardCount of [10, 100]) {
      const design = getStream(
        { shardCount, producerRetrySeconds: 0 },
        { arrivals: constant(500), recordSizeBytes: 3000, keyCount: 1 },
      );
      const stream = simulateDesign(design, { durationSeconds: 1200, stepSeconds: 1 }).nodes[0];
      expect(((stream?.totalBytes.dropped ?? 0) / 1200) * 1e-6).toBeCloseTo(0.5, 2);
    }
  });

  it('WE-13: the example of the notes for a month in three designs', () => {
    const load = { arrivals: constant(2), recordSizeBytes: 500_000 };
    const readers = (kind: string): string[] => Array<string>(7).fill(kind);
    const streamCost = (design: Design): number => {
      const result = simulateDesign(design, { durationSeconds: 36_000, stepSeconds: 1 });
      return (
        result.cost.items
          .filter((item) => item.node === 'stream')
          .reduce((sum, item) => sum + (item.usd ?? 0), 0) * 73
      );
    };
    expect(streamCost(getStream({ shardCount: 4 }, load, readers('shared')))).toBeCloseTo(45.27, 1);
    expect(streamCost(getStream({ streamMode: 'ON_DEMAND' }, load, readers('shared')))).toBeCloseTo(
      975.28,
      0,
    );
    expect(streamCost(getStream({ shardCount: 1 }, load, readers('enhanced')))).toBeCloseTo(328.22, 0);
  });
});

describe('tables, workflows and objects', () => {
  it('WE-58: 100 idle write units bank five minutes of bursts', () => {
    const result = parseDesign({
      nodes: [
        {
          id: 'table',
          service: 'dynamodb',
          properties: { billingMode: 'PROVISIONED', writeCapacityUnits: 100, itemBytes: 1000, partitions: 1 },
        },
      ],
      workloads: [
        {
          node: 'table',
          arrivals: { pattern: 'step', beforePerSecond: 0, afterPerSecond: 200, atSeconds: 600 },
          recordSizeBytes: 1000,
        },
      ],
    });
    if (!result.ok) throw new Error(result.problems[0]?.message);
    const table = simulateDesign(result.design, { durationSeconds: 1200, stepSeconds: 1, warmUpSeconds: 0 })
      .nodes[0];
    const refusedFrom =
      (table?.throttledRate.mean ?? new Float64Array()).findIndex((rate) => rate > 0) *
      (table?.throttledRate.bucketSeconds ?? 1);
    expect(refusedFrom).toBeGreaterThan(600 + 295);
    expect(refusedFrom).toBeLessThan(600 + 305);
  });

  it('WE-35: the parts of an upload bound the object', () => {
    expect((limitOf('s3', 'multipart-parts') * 5) / 1024).toBeCloseTo(48.83, 2);
  });

  it('WE-41: a distributed map starts 100 children a second', () => {
    expect(1e6 / limitOf('step-functions', 'map-dispatch')).toBe(10_000);
  });

  it('WE-43: 10 history events a pass end a loop at pass 2,500', () => {
    expect(limitOf('step-functions', 'history-events') / 10).toBe(2500);
  });
});

it('costs of a month are the run stretched to 730 hours', () => {
  const design = getStream({ shardCount: 4 }, { arrivals: constant(2), recordSizeBytes: 500_000 });
  expect(monthOf(design)).toBeCloseTo(45.27, 1);
});
