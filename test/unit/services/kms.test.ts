import { expect, test } from 'vitest';
import { kms } from '../../../shared/services/kms/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('the request quota is that of the Region (KMS-Q)', () => {
  expect(buildModel(kms).stages[0]?.admission?.[0]?.recordsPerSecond).toBe(100_000);
});

test('a key rotates and has an alias', () => {
  const contribution = buildContribution(kms, { pendingWindowInDays: 7 });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties).toMatchObject({
    EnableKeyRotation: true,
    PendingWindowInDays: 7,
  });
  expect(contribution.terraform[1]).toMatchObject({
    type: 'aws_kms_alias',
    arguments: { name: 'alias/test-node' },
  });
});
