import { expect, test } from 'vitest';
import { athena } from '../../../shared/services/athena/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('the 201st active query in us-east-1 is refused (WE-60)', () => {
  const service = buildModel(athena).stages[0]?.service;
  expect(service).toMatchObject({ kind: 'servers', servers: 200, whenBusy: 'reject' });
});

test('a query is billed for at least 10 MB at 5 USD per TB', () => {
  expect(rateOf(athena, buildModel(athena, { scannedMegabytes: 1e6 }), 'Data scanned')).toBeCloseTo(5, 9);
  expect(rateOf(athena, buildModel(athena, { scannedMegabytes: 1 }), 'Data scanned')).toBeCloseTo(5e-5, 12);
});

test('reserved capacity holds as many queries as its DPUs allow', () => {
  const model = buildModel(athena, { reservedDpus: 24, dpusPerQuery: 8 });
  expect(model.stages[0]?.service).toMatchObject({ servers: 3 });
});

test('results go to the connected bucket, or stay with Athena', () => {
  const inBucket = buildContribution(
    athena,
    { savedQuery: 'SELECT 1', reservedDpus: 8 },
    { incoming: [{ service: 'glue-catalog' }], outgoing: [{ service: 's3' }] },
  );
  expect(findSchemaProblems(inBucket)).toEqual([]);
  expect(inBucket.manualSteps?.map((step) => step.target)).toEqual(['terraform']);
  const managed = buildContribution(athena);
  expect(findSchemaProblems(managed)).toEqual([]);
  expect(managed.cloudFormation[0]?.properties.WorkGroupConfiguration).toMatchObject({
    ManagedQueryResultsConfiguration: { Enabled: true },
  });
});
