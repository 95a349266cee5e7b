import { expect, test } from 'vitest';
import { efs } from '../../../shared/services/efs/index.ts';
import { getBurst } from '../../../shared/services/efs/simulation.ts';
import { rateOf } from './cost-rate.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

test('bursting with 100 GiB: about 5 MiB/s, 72 minutes a day at 100 MiB/s (WE-80)', () => {
  const burst = getBurst(buildSimulationContext(efs, { storedGiB: 100, throughputMode: 'bursting' }));
  expect(burst.base / 2 ** 20).toBeCloseTo(4.9, 1);
  expect(burst.peak / 2 ** 20).toBe(100);
  // The page rounds 4.88 up to 5 MiB/s and gets 72.
  expect(burst.secondsPerDay / 60).toBeCloseTo(70.3, 1);
});

test('provisioned throughput is a pipe and a cost', () => {
  const model = buildModel(efs, { throughputMode: 'provisioned', provisionedThroughputInMibps: 10 });
  expect(model.stages[0]?.service).toMatchObject({ bytesPerSecond: 10 * 2 ** 20 });
  expect(rateOf(efs, model, 'Provisioned throughput') * 730).toBeCloseTo(60, 9);
});

test('the export has two mount targets, an access point and refuses plain mounts', () => {
  const contribution = buildContribution(efs);
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.map((resource) => resource.key)).toEqual([
    'security-group',
    'file-system',
    'mount-target-a',
    'mount-target-b',
    'access-point',
  ]);
  expect(JSON.stringify(contribution.cloudFormation)).toContain('DenyPlainMounts');
});
