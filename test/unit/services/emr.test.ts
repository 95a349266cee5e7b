import { expect, test } from 'vitest';
import { emr } from '../../../shared/services/emr/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('steps at once are bound by vCPUs and by the concurrency of the cluster', () => {
  const slots = (stepConcurrencyLevel: number) =>
    buildModel(emr, { maximumUnits: 10, vCpusPerNode: 4, vCpusPerRun: 8, stepConcurrencyLevel }).stages[0]
      ?.job?.slots;
  expect(slots(2)).toBe(2);
  expect(slots(20)).toBe(5);
});

test('a cluster that scales, ends when idle and uses the catalog', () => {
  const contribution = buildContribution(
    emr,
    {},
    { incoming: [{ service: 's3' }, { service: 'glue-catalog', kind: 'metadata' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(
    contribution.cloudFormation.find((resource) => resource.key === 'cluster')?.properties,
  ).toMatchObject({
    ManagedScalingPolicy: { ComputeLimits: { MaximumCapacityUnits: 10 } },
    AutoTerminationPolicy: { IdleTimeout: 3600 },
  });
  expect(contribution.terraform.map((resource) => resource.key)).toContain('scaling');
});
