import { expect, test } from 'vitest';
import { aurora } from '../../../shared/services/aurora/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const find = (contribution: ReturnType<typeof buildContribution>, key: string) =>
  contribution.cloudFormation.find((resource) => resource.key === key);

test('capacity moves in half ACUs between its bounds', () => {
  const model = buildModel(aurora, { minCapacity: 1, maxCapacity: 16, writesPerSecondPerAcu: 100 });
  expect(model.stages[0]?.scaling).toMatchObject({ initialUnits: 2, minUnits: 2, maxUnits: 32 });
  expect(model.stages[0]?.service).toMatchObject({ recordsPerSecond: 50 });
  expect(rateOf(aurora, model, 'ACU hours of the writer')).toBe(0.06);
});

test('a serverless PostgreSQL cluster with a writer and a reader', () => {
  const contribution = buildContribution(aurora, { minCapacity: 0 });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(find(contribution, 'cluster')?.properties).toMatchObject({
    ServerlessV2ScalingConfiguration: { MinCapacity: 0, SecondsUntilAutoPause: 300 },
    EnableHttpEndpoint: true,
  });
  expect(find(contribution, 'writer')?.properties.DBInstanceClass).toBe('db.serverless');
  expect(find(contribution, 'reader-1')).toBeDefined();
  expect(contribution.roles).toEqual([]);
});

test('PostgreSQL has a feature per use of its role, MySQL parameters', () => {
  const edges = { incoming: [{ service: 's3' }], outgoing: [{ service: 'dms' }, { service: 'lambda' }] };
  const postgres = buildContribution(aurora, {}, edges);
  expect(findSchemaProblems(postgres)).toEqual([]);
  expect(find(postgres, 'cluster')?.properties.AssociatedRoles).toMatchObject([
    { FeatureName: 's3Import' },
    { FeatureName: 'Lambda' },
  ]);
  expect(find(postgres, 'parameters')?.properties.Family).toBe('aurora-postgresql16');
  const mysql = buildContribution(aurora, { engine: 'aurora-mysql' }, edges);
  expect(findSchemaProblems(mysql)).toEqual([]);
  const parameters = find(mysql, 'parameters')?.properties;
  expect(parameters?.Family).toBe('aurora-mysql8.0');
  const settings = parameters?.Parameters as unknown as { value: object } | undefined;
  expect(Object.keys(settings?.value ?? {})).toEqual([
    'binlog_format',
    'aws_default_s3_role',
    'aws_default_lambda_role',
  ]);
});
