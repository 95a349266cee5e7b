import { expect, test } from 'vitest';
import { fsx } from '../../../shared/services/fsx/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('Lustre has the rate of its TiB times the tier', () => {
  const model = buildModel(fsx, { storageCapacity: 2048, perUnitStorageThroughput: '250', clients: 10 });
  expect(model.stages[0]?.service).toMatchObject({ bytesPerSecond: 500e6 });
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
