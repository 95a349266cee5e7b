import { describe, expect, it } from 'vitest';
import type { Properties } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { simulateDesign, type SimulationResult } from '../../../../shared/simulator/simulate.ts';

function simulate(value: unknown): SimulationResult {
  const result = parseDesign(value);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return simulateDesign(result.design, { durationSeconds: 1800 });
}

describe('a station that only admits', () => {
  const at = (service: string, ratePerSecond: number, properties: Properties = {}, region = 'us-east-1') =>
    simulate({
      settings: { region },
      nodes: [{ id: 'node', service, properties }],
      workloads: [
        {
          node: 'node',
          arrivals: { pattern: 'constant', ratePerSecond },
          recordSizeBytes: 500,
          keyCount: 1000,
        },
      ],
    }).nodes[0];

  it.each([
    ['sns', 15_000, {}, 0.5],
    ['kms', 25_000, {}, 0.25],
    ['dynamodb', 300, { billingMode: 'PROVISIONED', writeCapacityUnits: 400 }, 0.75],
    ['s3', 100, {}, 0],
  ] as const)('%s shows the fill of its bucket', (service, rate, properties, fill) => {
    const node = at(service, rate, properties);
    expect(node?.meanUtilization).toBeCloseTo(fill, 3);
    expect(node?.bindingLimit).toBeUndefined();
  });

  it('is full, not fuller, when it refuses', () => {
    const node = at('sns', 40_000);
    expect(node?.meanUtilization).toBeCloseTo(1, 3);
    expect(node?.peakUtilization).toBe(1);
    expect(node?.bindingLimit).toContain('Publish quota');
  });
});

describe('a reader that waits for room', () => {
  it('names the limit of the function behind it', () => {
    const result = simulate({
      nodes: [
        { id: 'stream', service: 'kds', properties: { shardCount: 4 } },
        {
          id: 'slow',
          service: 'lambda',
          properties: { averageDurationMs: 1000, durationVariation: 0, reservedConcurrentExecutions: 2 },
        },
      ],
      edges: [{ id: 'read', source: 'stream', target: 'slow', properties: { batchSize: 100 } }],
      workloads: [
        {
          node: 'stream',
          arrivals: { pattern: 'constant', ratePerSecond: 1000 },
          recordSizeBytes: 500,
          keyCount: 1e5,
        },
      ],
    });
    const owner = result.edges.find((edge) => edge.id === 'read');
    const stations = result.stations.filter((station) => station.owner === 'read');
    expect(stations.map((station) => station.bindingLimit)).toEqual([
      'Reserved concurrency, 2',
      'Reserved concurrency, 2',
    ]);
    // The records wait in the stream, not in the function.
    expect((owner?.backlog.mean.at(-1) ?? 0) / (result.nodes[1]?.backlog.mean.at(-1) ?? 0)).toBeGreaterThan(
      100,
    );
    expect(owner?.bindingLimit).toBe('Reserved concurrency, 2');
  });

  it('names its own limit when that is the narrow one', () => {
    const result = simulate({
      nodes: [
        { id: 'stream', service: 'kds', properties: { shardCount: 1 } },
        { id: 'fast', service: 'lambda', properties: { averageDurationMs: 1000 } },
      ],
      edges: [{ id: 'read', source: 'stream', target: 'fast', properties: { batchSize: 100 } }],
      workloads: [
        { node: 'stream', arrivals: { pattern: 'constant', ratePerSecond: 500 }, recordSizeBytes: 500 },
      ],
    });
    const stations = result.stations.filter((station) => station.owner === 'read');
    expect(stations.at(-1)?.bindingLimit).toContain('Event source mapping');
  });
});
