import { expect, test } from 'vitest';
import { timestream } from '../../../shared/services/timestream/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('rows too old for the memory store are lost unless late rows are taken', () => {
  const values = { deployment: 'LIVE_ANALYTICS', lateShare: 0.1 };
  expect(buildModel(timestream, values).stages[0]?.failure).toBeUndefined();
  const strict = buildModel(timestream, { ...values, acceptLateData: false });
  expect(strict.stages[0]?.failure).toMatchObject({ probability: 0.1, onExhausted: 'drop' });
});

test.each(['INFLUXDB', 'LIVE_ANALYTICS'])('%s fits both schemas', (deployment) => {
  const contribution = buildContribution(timestream, { deployment });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.some((resource) => resource.key === 'database')).toBe(true);
});

test('new customers are told about LiveAnalytics', () => {
  expect(timestream.lifecycle).toMatchObject({ status: 'closed', since: '2025-06-20' });
});
