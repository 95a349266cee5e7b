import { expect, test } from 'vitest';
import { findService } from '../../../shared/services/registry.ts';
import { databrew } from '../../../shared/services/databrew/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('recipes hand the data on, profiles do not', () => {
  expect(buildModel(databrew).stages[0]?.transform).toBeUndefined();
  expect(buildModel(databrew, { jobType: 'PROFILE' }).stages[0]?.transform).toEqual({
    recordsPerRecord: 0,
    bytesPerByte: 0,
  });
});

test.each(['RECIPE', 'PROFILE'])('a %s job from bucket to bucket', (jobType) => {
  const contribution = buildContribution(
    databrew,
    { jobType, schedule: 'cron(0 4 * * ? *)' },
    {
      incoming: [{ service: 's3', edgeValues: { prefix: 'raw' } }],
      outgoing: [{ service: 's3', node: 'out' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const keys = contribution.cloudFormation.map((resource) => resource.key);
  expect(keys.includes('recipe')).toBe(jobType === 'RECIPE');
  expect(keys).toContain('schedule');
  expect(contribution.manualSteps?.map((step) => step.target)).toEqual(['terraform']);
});

test('a database goes through a Glue connection', () => {
  const contribution = buildContribution(
    databrew,
    {},
    { incoming: [{ service: 'rds' }], outgoing: [{ service: 's3' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.terraform.map((resource) => resource.type)).toContain('aws_glue_connection');
});

test('is in the catalogue under its id', () => {
  expect(findService('databrew')).toBe(databrew);
});
