import { expect, test } from 'vitest';
import { aurora } from '../../../shared/services/aurora/index.ts';
import { quicksight } from '../../../shared/services/quicksight/index.ts';
import { rds } from '../../../shared/services/rds/index.ts';
import { redshift } from '../../../shared/services/redshift/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('imported rows wait for the next refresh, queried ones for the query', () => {
  const imported = buildModel(quicksight, { refreshMinutes: 30, rowsPerSecond: 1000 }).stages[0];
  expect(imported?.job).toMatchObject({ periodSeconds: 1800, recordsPerSecond: 1000 });
  const queried = buildModel(quicksight, { importMode: 'DIRECT_QUERY', querySeconds: 2 }).stages[0];
  expect(queried?.service).toMatchObject({ time: { meanSeconds: 2 } });
});

test('Athena and S3 are read with a role, without a network', () => {
  const contribution = buildContribution(
    quicksight,
    {},
    { incoming: [{ service: 'athena' }, { service: 's3' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.map(({ properties }) => properties.Type)).toEqual(['ATHENA', 'S3']);
  expect(contribution.roles?.map(({ key }) => key)).toEqual(['role']);
  expect(contribution.variables).toEqual([]);
});

test('databases are read through the VPC with the secret they manage', () => {
  const contribution = buildContribution(
    quicksight,
    {},
    { incoming: [{ service: rds }, { service: aurora }, { service: redshift }, { service: 'opensearch' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const sources = contribution.cloudFormation.filter(({ type }) => type === 'AWS::QuickSight::DataSource');
  expect(sources).toHaveLength(4);
  expect(sources.every(({ properties }) => properties.VpcConnectionProperties !== undefined)).toBe(true);
  expect(sources[0]?.properties.Credentials).toBeDefined();
  expect(contribution.roles?.map(({ key }) => key)).toEqual(['network-role']);
});

test('alone it exports nothing but a step to do', () => {
  const contribution = buildContribution(quicksight);
  expect(contribution.cloudFormation).toEqual([]);
  expect(contribution.manualSteps).toHaveLength(1);
});
