import { expect, test } from 'vitest';
import { userApp } from '../../../shared/services/user-app/index.ts';
import { buildContribution, buildModel } from './service-contexts.ts';

test('takes everything at once unless a reading rate is set', () => {
  expect(buildModel(userApp).stages[0]?.service).toEqual({ kind: 'unlimited' });
  const slow = buildModel(userApp, { readsPerSecond: 2, timeoutSeconds: 5 }).stages[0];
  expect(slow?.service).toMatchObject({ recordsPerSecond: 2 });
  expect(slow?.queue).toMatchObject({ retentionSeconds: 5, onExpire: 'drop' });
});

test('leaves no resource in an export', () => {
  expect(buildContribution(userApp).cloudFormation).toEqual([]);
});
