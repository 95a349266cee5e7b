import { expect, test } from 'vitest';
import type { CloudFormationItem, RolePolicyItem } from '../../../shared/iac/ir/graph.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { buildDesign } from './designs.ts';

const lowerCluster = (withKey: boolean) =>
  lowerDesign(
    buildDesign(
      [
        { id: 'spark', service: 'emr' },
        { id: 'key', service: 'kms' },
      ],
      withKey ? [{ source: 'key', target: 'spark' }] : [],
    ),
  ).graph.cloudFormation;

test('a connected key encrypts the disks of a cluster, whose two roles may use it', () => {
  const items = lowerCluster(true);
  const find = (id: string) => items.find((item) => item.id === id);
  const security = find('spark/security') as CloudFormationItem;
  expect(security.properties['SecurityConfiguration']).toMatchObject({
    EncryptionConfiguration: {
      EnableAtRestEncryption: true,
      AtRestEncryptionConfiguration: {
        LocalDiskEncryptionConfiguration: { AwsKmsKey: { resource: 'key/key' }, EnableEbsEncryption: true },
      },
    },
  });
  expect((find('spark/cluster') as CloudFormationItem).properties['SecurityConfiguration']).toMatchObject({
    resource: 'spark/security',
  });
  const actionsOf = (id: string) => (find(id) as RolePolicyItem).statements.flatMap(({ actions }) => actions);
  expect(actionsOf('spark/role-policy')).toContain('kms:GenerateDataKey');
  expect(actionsOf('spark/service-role-policy')).toContain('kms:CreateGrant');
});

test('without a key there is no security configuration', () => {
  expect(lowerCluster(false).some(({ id }) => id === 'spark/security')).toBe(false);
});
