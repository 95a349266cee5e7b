import { describe, expect, it } from 'vitest';
import type { Design } from '../../shared/graph/design.ts';
import { parseDesign } from '../../shared/graph/parse-design.ts';
import { kds } from '../../shared/services/kds/index.ts';
import { lambda } from '../../shared/services/lambda/index.ts';
import { simulateDesign } from '../../shared/simulator/simulate.ts';
import { buildSimulationContext } from './services/service-contexts.ts';

function read(value: object): Design {
  const result = parseDesign(value);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.design;
}

/** One node under constant load. */
const getSingle = (service: string, properties: object, ratePerSecond: number, recordSizeBytes = 1000) =>
  read({
    nodes: [{ id: 'node', service, properties }],
    workloads: [
      { node: 'node', arrivals: { pattern: 'constant', ratePerSecond }, recordSizeBytes, keyCount: 100 },
    ],
  });

/** US dollars of the cost lines whose label starts so. */
function getUsd(design: Design, label: string, durationSeconds: number): number {
  const { items } = simulateDesign(design, { durationSeconds, warmUpSeconds: 0 }).cost;
  const matching = items.filter((item) => item.label.startsWith(label));
  if (matching.length === 0) throw new Error(`No cost line "${label}".`);
  return matching.reduce((sum, item) => sum + (item.usd ?? 0), 0);
}

describe('Lambda', () => {
  it('WE-14: 100 requests a second of 0.5 s keep 50 environments busy', () => {
    const design = getSingle('lambda', { averageDurationMs: 500, durationVariation: 0 }, 100);
    const [node] = simulateDesign(design, { durationSeconds: 600 }).nodes;
    expect(node?.totals.throttled).toBe(0);
    const [station] = simulateDesign(design, { durationSeconds: 600, warmUpSeconds: 0 }).stations;
    expect((station?.busySeconds ?? 0) / 600).toBeCloseTo(50, 0);
  });

  it('WE-17: 30,000 requests a second of 20 ms need a quota of 3,000, though 600 are busy', () => {
    const refusedAt = (accountConcurrency: number): number => {
      const properties = { averageDurationMs: 20, durationVariation: 0, accountConcurrency };
      const design = getSingle('lambda', properties, 30_000);
      // The first minute sees the environments start.
      const [node] = simulateDesign(design, { durationSeconds: 180, warmUpSeconds: 60 }).nodes;
      return (node?.totals.throttled ?? 0) / 120;
    };
    expect(refusedAt(3000)).toBeLessThan(1);
    expect(refusedAt(2000)).toBeCloseTo(10_000, -2);
  });

  it('WE-20: the pollers of a queue go from 5 to 1,250 in 4.15 minutes', () => {
    const context = buildSimulationContext(
      lambda,
      {},
      { incoming: [{ service: 'sqs', edgeValues: { maximumConcurrency: 1250 } }] },
    );
    const [queue] = context.incoming;
    const scaling = queue && lambda.simulation.buildIncoming?.(context, queue)[0]?.scaling;
    if (scaling?.step.kind !== 'add') throw new Error('Pollers are added.');
    const evaluations = (scaling.maxUnits - scaling.initialUnits) / scaling.step.units;
    expect((evaluations * scaling.evaluateEverySeconds) / 60).toBeCloseTo(4.15, 9);
  });
});

it('WE-07: a shard gives out 10 MB in 5 s', () => {
  const context = buildSimulationContext(kds, {}, { outgoing: [{ service: 'ec2' }] });
  const [reader] = context.outgoing;
  const shared = reader && kds.simulation.buildOutgoing?.(context, reader)[0]?.shared?.[0];
  expect(10e6 / (shared?.bytesPerSecond ?? 0)).toBe(5);
});

describe('Firehose', () => {
  it.each([
    [3000, 5000],
    [12_000, 15_000],
    [1000, 5000],
  ])('WE-30: a record of %i bytes is charged as %i', (size, charged) => {
    const usd = getUsd(getSingle('firehose', {}, 10, size), 'Data ingested', 1000);
    expect(usd / 0.029 / 10_000).toBeCloseTo(charged * 1e-9, 12);
  });
});

it.each([
  [7000, 2000, 0],
  [9500, 1000, 500],
])('WE-34: KMS takes %i and %i requests a second from one pool of 10,000', (first, second, refused) => {
  const load = (ratePerSecond: number) => ({
    node: 'key',
    arrivals: { pattern: 'constant', ratePerSecond },
    recordSizeBytes: 100,
  });
  const design = read({
    settings: { region: 'eu-north-1' },
    nodes: [{ id: 'key', service: 'kms' }],
    workloads: [load(first), load(second)],
  });
  const [key] = simulateDesign(design, { durationSeconds: 300 }).nodes;
  // A bucket of one second is full at the start.
  expect((key?.totals.arrived ?? 0) - (key?.totals.departed ?? 0)).toBeCloseTo(
    Math.max(0, refused * 300 - 10_000),
    -2,
  );
});

describe('S3', () => {
  it.each([
    ['STANDARD', 0.23],
    ['STANDARD_IA', 1.6],
    ['GLACIER', 0.335],
  ])('WE-37: a million objects of 10 KB in %s cost %f USD a month', (storageClass, usd) => {
    const design = read({
      nodes: [
        { id: 'writer', service: 'producer-sdk' },
        { id: 'bucket', service: 's3', properties: { storageClass } },
      ],
      edges: [{ source: 'writer', target: 'bucket' }],
      workloads: [
        { node: 'writer', arrivals: { pattern: 'constant', ratePerSecond: 1000 }, recordSizeBytes: 10_000 },
      ],
    });
    const { items } = simulateDesign(design, { durationSeconds: 1000, warmUpSeconds: 0 }).cost;
    const total = items
      .filter((item) => item.node === 'bucket' && item.label.endsWith('one month'))
      .reduce((sum, item) => sum + (item.usd ?? 0), 0);
    expect(total).toBeCloseTo(usd, 2);
  });
});

describe('Flink', () => {
  it('WE-52: 15 minutes a day for 30 days on 3 KPUs cost 2.475 USD', () => {
    const design = getSingle('msf', { parallelism: 8, parallelismPerKpu: 4, autoScalingEnabled: false }, 10);
    expect(getUsd(design, 'KPU hours', 30 * 15 * 60)).toBeCloseTo(2.475, 3);
  });
});
