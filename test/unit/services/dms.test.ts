import { expect, test } from 'vitest';
import { dms } from '../../../shared/services/dms/index.ts';
import { onpremDb } from '../../../shared/services/onprem-db/index.ts';
import { rds } from '../../../shared/services/rds/index.ts';
import { rateOf } from './cost-rate.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

test('a full load has the rate of its sub-tasks', () => {
  const model = buildModel(dms, { migrationType: 'full-load', rowsPerSecondPerSubTask: 1000 });
  expect(model.stages[0]?.service).toMatchObject({ recordsPerSecond: 8000 });
});

test('changes wait in a bounded buffer behind the log of the source', () => {
  const [log, apply] = buildModel(dms, {
    deployment: 'INSTANCE',
    replicationInstanceClass: 'dms.r6i.large',
    allocatedStorage: 50,
    sourceLogRetentionHours: 2,
  }).stages;
  expect(log?.queue).toMatchObject({ retentionSeconds: 7200, onExpire: 'drop' });
  expect(apply?.queue).toEqual({ maxBytes: 16 * 1024 ** 3 + 50e9, onFull: 'block' });
});

test('changes reach a bucket in files, a stream at once', () => {
  const edges = { outgoing: [{ service: 's3' }, { service: 'kds' }] };
  const context = buildSimulationContext(dms, {}, edges);
  const [bucket, stream] = context.outgoing.map((edge) => dms.simulation.buildOutgoing?.(context, edge));
  expect(bucket?.[0]?.batch).toMatchObject({ maxSeconds: 60, maxBytes: 32e6 });
  expect(stream).toEqual([]);
});

test('Multi-AZ log storage of 20 GB costs 4.60 USD a month', () => {
  const model = buildModel(dms, { deployment: 'INSTANCE', allocatedStorage: 20 });
  expect(rateOf(dms, model, 'Storage') * 730).toBeCloseTo(4.6, 9);
});

test('Oracle to S3, serverless: both endpoints, the task and the secret of the source', () => {
  const contribution = buildContribution(
    dms,
    {},
    {
      incoming: [{ service: onpremDb }],
      outgoing: [{ service: 's3', edgeValues: { prefix: 'oracle' } }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.map((resource) => resource.key)).toEqual([
    'security-group',
    'subnets',
    'source',
    'target',
    'task',
  ]);
  const source = contribution.cloudFormation.find((resource) => resource.key === 'source');
  expect(source?.properties).toMatchObject({ EngineName: 'oracle', SslMode: 'verify-ca' });
  expect(contribution.variables?.map((spec) => spec.name)).toContain('nodeSourceCredentialsArn');
  expect(contribution.roles?.[0]?.trusts).toContain('dms.us-east-1.amazonaws.com');
  expect(contribution.terraform.find((r) => r.key === 'target')?.type).toBe('aws_dms_s3_endpoint');
});

test('on an instance, two targets make two tasks', () => {
  const contribution = buildContribution(
    dms,
    { deployment: 'INSTANCE' },
    {
      incoming: [{ service: rds, values: { engine: 'sqlserver-se' } }],
      outgoing: [{ service: 'kds' }, { service: 'opensearch' }, { service: 'sns' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.filter((r) => r.type === 'AWS::DMS::ReplicationTask')).toHaveLength(2);
  const source = contribution.cloudFormation.find((resource) => resource.key === 'source');
  expect(source?.properties).toMatchObject({ EngineName: 'sqlserver', SslMode: 'require' });
});
