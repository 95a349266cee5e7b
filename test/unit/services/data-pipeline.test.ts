import { expect, test } from 'vitest';
import { dataPipeline } from '../../../shared/services/data-pipeline/index.ts';
import { rds } from '../../../shared/services/rds/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('never runs more often than every 15 minutes and retries at most five times', () => {
  const stage = buildModel(dataPipeline, {
    schedulePeriodMinutes: 1,
    failureProbability: 0.1,
    maximumRetries: 9,
    retryDelayMinutes: 1,
  }).stages[0];
  expect(stage?.job).toMatchObject({ periodSeconds: 900, slots: 1 });
  expect(stage?.failure).toMatchObject({ maxAttempts: 6, backoffSeconds: 120 });
});

test('RDS and DynamoDB to S3: an instance, a cluster, an alarm and the password as an input', () => {
  const contribution = buildContribution(
    dataPipeline,
    {},
    {
      incoming: [{ service: rds }, { service: 'dynamodb' }],
      outgoing: [{ service: 's3', edgeValues: { prefix: 'raw' } }, { service: 'sns' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const pipeline = contribution.cloudFormation.find((resource) => resource.key === 'pipeline');
  const objects = pipeline?.properties.PipelineObjects as { Id: string; Fields: Record<string, string>[] }[];
  const ids = new Set(objects.map((object) => object.Id));
  for (const object of objects) {
    for (const field of object.Fields) {
      if (field.RefValue !== undefined) expect(ids).toContain(field.RefValue);
    }
  }
  expect([...ids]).toEqual(expect.arrayContaining(['Ec2Instance', 'EmrClusterForRun', 'FailureAlarm']));
  expect(contribution.variables).toMatchObject([{ sensitive: true }]);
  expect(contribution.terraform.map((resource) => resource.key)).toContain('definition');
});

test('new customers are told to use Step Functions', () => {
  expect(dataPipeline.lifecycle).toMatchObject({ status: 'closed', successor: 'step-functions' });
});
