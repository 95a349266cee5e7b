import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { kds } from '../../../shared/services/kds/index.ts';
import { lambda } from '../../../shared/services/lambda/index.ts';
import { rateOf } from './cost-rate.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

const fixed = { durationVariation: 0 };

test('5,000 requests per second of 200 ms fill a concurrency of 1,000 (WE-15)', () => {
  const service = buildModel(lambda, { ...fixed, averageDurationMs: 200 }).stages[0]?.service;
  if (service?.kind !== 'servers' || service.time.distribution !== 'deterministic')
    throw new Error('servers');
  expect(service.servers / service.time.meanSeconds).toBe(5000);
  expect(service.whenBusy).toBe('reject');
});

test('20,000 requests per second need a quota of 2,000 because of the request limit (WE-16)', () => {
  const at = (accountConcurrency: number) =>
    buildModel(lambda, { accountConcurrency, averageDurationMs: 50 }).stages[0]?.admission?.[0];
  expect(at(1000)?.recordsPerSecond).toBe(10_000);
  expect(at(2000)?.recordsPerSecond).toBe(20_000);
});

test('5,000 environments are there 40 s after the first 1,000 (WE-21)', () => {
  const scaling = buildModel(lambda, { accountConcurrency: 5000 }).stages[0]?.scaling;
  const steps = ((scaling?.maxUnits ?? 0) - (scaling?.initialUnits ?? 0)) / 1;
  expect(steps * (scaling?.evaluateEverySeconds ?? 0)).toBe(40);
});

test('one shard, batch 100, 0.5 s: factor 1 drains 200/s, 5 balances 1,000/s (WE-19)', () => {
  const drain = (parallelizationFactor: number, shardCount = 1) => {
    const context = buildSimulationContext(
      lambda,
      { averageDurationMs: 500 },
      {
        incoming: [
          { service: kds, values: { shardCount }, edgeValues: { batchSize: 100, parallelizationFactor } },
        ],
      },
    );
    const [stream] = context.incoming;
    return stream && lambda.simulation.buildIncoming?.(context, stream)[0];
  };
  expect(drain(1)?.service).toMatchObject({ recordsPerSecond: 200 });
  expect(drain(5)?.service).toMatchObject({ recordsPerSecond: 1000 });
  // 100 shards with factor 2 work on 200 batches at a time (WE-18).
  expect((drain(2, 100)?.queue?.maxRecords ?? 0) / 100).toBe(200);
});

test('a function behind a stream runs as many batches as its shards hand over', () => {
  const stream = { service: kds, values: { shardCount: 2 }, edgeValues: { parallelizationFactor: 5 } };
  const only = buildModel(lambda, {}, { incoming: [stream] }).stages[0]?.service;
  expect(only).toMatchObject({ kind: 'servers', servers: 10, batchRecords: 100 });
  const mixed = buildModel(lambda, {}, { incoming: [stream, { service: 's3' }] }).stages[0]?.service;
  expect(mixed).toMatchObject({ servers: 1000 });
});

test('a million invocations of 100 ms at 512 MB on x86 cost 1.0333 USD (WE-22)', () => {
  const model = buildModel(lambda, { memorySize: 512, architecture: 'x86_64', averageDurationMs: 100 });
  const cost = 1e6 * (rateOf(lambda, model, 'Requests') + rateOf(lambda, model, 'GB-seconds'));
  expect(cost).toBeCloseTo(1.0333, 4);
});

test('asynchronous events wait and end in the dead-letter queue, synchronous calls are refused', () => {
  const asynchronous = buildModel(lambda, { errorRate: 0.1 }, { incoming: [{ service: 's3' }] });
  expect(asynchronous.stages[0]).toMatchObject({
    queue: { retentionSeconds: 3600, onExpire: 'dead-letter' },
    failure: { maxAttempts: 3, onExhausted: 'dead-letter' },
  });
  expect(buildModel(lambda).stages[0]?.admission?.[0]?.onRefuse).toBe('drop');
});

test('a stream gets a mapping with the settings of its edge, a consumer with fan-out, a queue for failures', () => {
  const contribution = buildContribution(
    lambda,
    {},
    {
      incoming: [
        { service: kds, edgeValues: { fanOut: 'enhanced', parallelizationFactor: 4, batchSize: 500 } },
        { service: 'sqs', edgeValues: { maximumConcurrency: 20 } },
      ],
      outgoing: [{ service: 'dynamodb' }, { service: 'dynamodb' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const mappings = contribution.cloudFormation.filter(
    (resource) => resource.type === 'AWS::Lambda::EventSourceMapping',
  );
  expect(mappings[0]?.properties).toMatchObject({
    BatchSize: 500,
    ParallelizationFactor: 4,
    StartingPosition: 'LATEST',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
  expect(mappings[1]?.properties).toMatchObject({ ScalingConfig: { MaximumConcurrency: 20 } });
  const keys = contribution.cloudFormation.map((resource) => resource.key);
  expect(keys).toContain('consumer-kds-0');
  expect(keys).toContain('dead-letters');
  expect(contribution.files?.[0]?.text).toContain('TABLE_NAME_2');
});

test('the function joins the VPC for stores that are only there', () => {
  const keys = (service: string) =>
    buildContribution(lambda, {}, { outgoing: [{ service }] }).cloudFormation.map((item) => item.key);
  expect(keys('rds')).toContain('security-group');
  expect(keys('s3')).not.toContain('security-group');
});

test('a bucket that calls the function is not among its variables', () => {
  const contribution = buildContribution(
    lambda,
    {},
    { incoming: [{ service: 's3', node: 'bucket' }], outgoing: [{ service: 's3', node: 'bucket' }] },
  );
  const main = contribution.cloudFormation.find((resource) => resource.key === 'function');
  expect(main?.properties.Environment).toBeUndefined();
});

test('every JavaScript starter parses', () => {
  for (const source of ['firehose', 'kds', 'sqs', 's3']) {
    const { files } = buildContribution(
      lambda,
      { runtime: 'nodejs22.x' },
      {
        incoming: [{ service: source }],
        outgoing: ['kds', 'firehose', 'dynamodb', 'sns', 'sqs', 'sm-endpoint', 'step-functions'].map(
          (service) => ({ service }),
        ),
      },
    );
    expect(() => new Script(files?.[0]?.text ?? '(')).not.toThrow();
  }
});
