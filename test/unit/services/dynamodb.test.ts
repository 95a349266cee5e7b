import { expect, test } from 'vitest';
import { dynamodb } from '../../../shared/services/dynamodb/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const admissionOf = (values: Record<string, string | number>) =>
  buildModel(dynamodb, values).stages[0]?.admission ?? [];

test('a hot key of 2.5 KB items is served 1,000 of the 1,200 units it needs (WE-56)', () => {
  // 3 units per item: 333 of 400 writes/s fit into one partition.
  expect(admissionOf({ itemBytes: 2560 })[0]?.recordsPerSecond).toBeCloseTo(1000 / 3, 6);
});

test('writes of 512 B cost one unit each (WE-55)', () => {
  const provisioned = admissionOf({ billingMode: 'PROVISIONED', writeCapacityUnits: 100, itemBytes: 512 })[1];
  expect(provisioned).toMatchObject({ recordsPerSecond: 100, burstSeconds: 300 });
});

test('on-demand serves twice the previous peak and at least 4,000 writes/s (WE-57)', () => {
  expect(admissionOf({ previousPeakWritesPerSecond: 50_000, itemBytes: 100 })[1]?.recordsPerSecond).toBe(
    100_000,
  );
  expect(admissionOf({ previousPeakWritesPerSecond: 10, itemBytes: 100 })[1]?.recordsPerSecond).toBe(4000);
});

test('provisioned units cost the published amounts', () => {
  const model = buildModel(dynamodb, {
    billingMode: 'PROVISIONED',
    writeCapacityUnits: 20,
    readCapacityUnits: 30,
  });
  const price = (id: string) => dynamodb.limits.find((limit) => limit.id === id)?.value ?? 0;
  const month = model.cost?.map((line) => 730 * line.factor * price(line.price)) ?? [];
  expect(month[0]).toBeCloseTo(9.49, 2);
  expect(month[1]).toBeCloseTo(2.85, 2);
});

test('a reader of the changes switches the stream on in both tools', () => {
  const contribution = buildContribution(
    dynamodb,
    { sortKey: 'sk' },
    { outgoing: [{ service: 'lambda', kind: 'change-capture' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties).toMatchObject({
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    KeySchema: [{ KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
  });
  expect(contribution.terraform[0]?.arguments).toMatchObject({ stream_enabled: true, range_key: 'sk' });
  expect(buildContribution(dynamodb).cloudFormation[0]?.properties.StreamSpecification).toBeUndefined();
});

test('a Kinesis stream behind the table takes its changes', () => {
  const contribution = buildContribution(dynamodb, {}, { outgoing: [{ service: 'kds', node: 'changes' }] });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties.KinesisStreamSpecification).toMatchObject({
    StreamArn: { resource: 'changes/primary' },
  });
  expect(contribution.terraform.map((resource) => resource.type)).toContain(
    'aws_dynamodb_kinesis_streaming_destination',
  );
});
