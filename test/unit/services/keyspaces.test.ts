import { expect, test } from 'vitest';
import { keyspaces } from '../../../shared/services/keyspaces/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('rows above a kilobyte take more units, and connections have a limit of their own', () => {
  const admission = buildModel(keyspaces, {
    capacityMode: 'PROVISIONED',
    writeCapacityUnits: 300,
    recordBytes: 2500,
    connections: 2,
  }).stages[0]?.admission;
  expect(admission?.map((bucket) => bucket.recordsPerSecond)).toEqual([100, 6000]);
});

test('columns go where their role says', () => {
  const contribution = buildContribution(keyspaces, { defaultTimeToLive: 3600 });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[1]?.properties).toMatchObject({
    PartitionKeyColumns: [{ ColumnName: 'id' }],
    ClusteringKeyColumns: [{ Column: { ColumnName: 'at' } }],
    RegularColumns: [{ ColumnName: 'value' }],
  });
});
