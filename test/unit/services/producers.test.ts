import { expect, test } from 'vitest';
import { kinesisAgent } from '../../../shared/services/kinesis-agent/index.ts';
import { producerKpl } from '../../../shared/services/producer-kpl/index.ts';
import { producerSdk } from '../../../shared/services/producer-sdk/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('an SDK producer gathers records by count or time and has no limit of its own', () => {
  const stage = buildModel(producerSdk, { batchRecords: 500, maxWaitMs: 200 }).stages[0];
  expect(stage?.service?.kind).toBe('unlimited');
  expect(stage?.batch).toMatchObject({ maxRecords: 500, maxSeconds: 0.2 });
  expect(buildModel(producerSdk, { batchRecords: 1 }).stages[0]?.batch).toBeUndefined();
});

test('KPL aggregation lowers the count that shards see and not the bytes', () => {
  const packed = buildModel(producerKpl, { recordsPerAggregate: 20 }).stages[0];
  expect(packed?.transform).toEqual({ recordsPerRecord: 1 / 20 });
  expect(buildModel(producerKpl, { aggregationEnabled: false }).stages[0]?.transform).toBeUndefined();
});

test('a producer on EC2 gets a role with a profile, one outside AWS gets a manual step and no keys', () => {
  const inside = buildContribution(producerSdk, {}, { outgoing: [{ service: 'kds' }] });
  expect(findSchemaProblems(inside)).toEqual([]);
  expect(inside.roles?.[0]?.trusts).toEqual(['ec2.amazonaws.com']);
  const outside = buildContribution(producerSdk, { runsOn: 'OUTSIDE' });
  expect(outside.cloudFormation).toEqual([]);
  expect(outside.roles).toEqual([]);
  expect(outside.manualSteps?.[0]?.command).toContain('rolesanywhere');
});

test('the starter sends to what is connected and retries only what was refused', () => {
  const { files } = buildContribution(
    producerSdk,
    { partitionKeyField: 'shop' },
    { outgoing: [{ service: 'kds' }, { service: 'firehose' }] },
  );
  expect(files?.[0]?.text).toContain('KEY_FIELD = "shop"');
  expect(files?.[0]?.text).toContain('put_record_batch');
  expect(files?.[0]?.text).toContain('"ErrorCode" in r');
});

test('the agent’s settings have a flow for each stream', () => {
  const { files } = buildContribution(
    kinesisAgent,
    { maxBufferAgeMs: 5000 },
    { outgoing: [{ service: 'kds' }, { service: 'firehose' }] },
  );
  const settings = JSON.parse(files?.[0]?.text ?? '{}') as { flows: Record<string, unknown>[] };
  expect(settings.flows).toHaveLength(2);
  expect(settings.flows[0]).toMatchObject({ maxBufferAgeMillis: 5000, partitionKeyOption: 'RANDOM' });
  expect(settings.flows[1]).toHaveProperty('deliveryStream');
});
