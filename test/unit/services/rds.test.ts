import { expect, test } from 'vitest';
import { rds } from '../../../shared/services/rds/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const find = (contribution: ReturnType<typeof buildContribution>, key: string) =>
  contribution.cloudFormation.find((resource) => resource.key === key);

test('one server per vCPU; writers wait instead of losing data', () => {
  const stage = buildModel(rds, { dbInstanceClass: 'db.r7g.2xlarge', writesPerSecondPerVCpu: 100 }).stages[0];
  expect(stage?.service).toMatchObject({ servers: 8, time: { meanSeconds: 0.01 } });
  expect(stage?.queue?.onFull).toBe('block');
});

test('defaults are private, encrypted and protected, with a managed password', () => {
  const contribution = buildContribution(rds);
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(find(contribution, 'instance')?.properties).toMatchObject({
    StorageEncrypted: true,
    PubliclyAccessible: false,
    DeletionProtection: true,
    ManageMasterUserPassword: true,
  });
  expect(find(contribution, 'parameters')).toBeUndefined();
  expect(contribution.roles).toEqual([]);
});

test('a DMS reader switches change capture on', () => {
  const contribution = buildContribution(
    rds,
    { engineVersion: '16.4' },
    { outgoing: [{ service: 'dms', kind: 'change-capture' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(find(contribution, 'parameters')?.properties).toMatchObject({ Family: 'postgres16' });
  const mysql = buildContribution(rds, { engine: 'mysql', changeCapture: 'ON' });
  expect(find(mysql, 'parameters')?.properties).toMatchObject({ Family: 'mysql8.4' });
});

test('a bucket brings the role and the feature of the engine', () => {
  const contribution = buildContribution(rds, {}, { incoming: [{ service: 's3' }] });
  expect(find(contribution, 'instance')?.properties.AssociatedRoles).toMatchObject([
    { FeatureName: 's3Import' },
  ]);
  expect(contribution.terraform.some((r) => r.type === 'aws_db_instance_role_association')).toBe(true);
  expect(contribution.roles?.[0]?.trusts).toEqual(['rds.amazonaws.com']);
});
