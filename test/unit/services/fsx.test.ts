import { expect, test } from 'vitest';
import { fsx } from '../../../shared/services/fsx/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('Lustre has the rate of its TiB times the tier; 2,400 GiB count as 2.4 TiB (FSX-PERF)', () => {
  const at = (tier: string) =>
    buildModel(fsx, { storageCapacity: 2400, perUnitStorageThroughput: tier, clients: 10 }).stages[0]
      ?.service;
  expect(at('250')).toMatchObject({ bytesPerSecond: 600e6 });
  expect(at('125')).toMatchObject({ bytesPerSecond: 300e6 });
});

test('few clients are bound by their connections', () => {
  const model = buildModel(fsx, { storageCapacity: 102_400, perUnitStorageThroughput: '1000', clients: 2 });
  expect(model.stages[0]?.service).toMatchObject({ bytesPerSecond: 1.25e9 });
});

test.each(['LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'])('%s fits both schemas', (fileSystemType) => {
  const contribution = buildContribution(fsx, { fileSystemType }, { incoming: [{ service: 's3' }] });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const keys = contribution.cloudFormation.map((resource) => resource.key);
  expect(keys.includes('mirror')).toBe(fileSystemType === 'LUSTRE');
  expect(keys.includes('machine')).toBe(fileSystemType === 'ONTAP');
});
