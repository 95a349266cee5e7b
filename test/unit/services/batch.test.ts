import { expect, test } from 'vitest';
import { batch } from '../../../shared/services/batch/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('256 vCPU at 4 per job run 64 jobs at once (WE-44)', () => {
  const stages = buildModel(batch, { maxvCpus: 256, vcpu: '4', jobSeconds: 600, startupSeconds: 0 }).stages;
  const service = stages[1]?.service;
  expect(service).toMatchObject({ kind: 'servers', servers: 64, time: { meanSeconds: 600 } });
  const servers = service?.kind === 'servers' ? service.servers : 0;
  expect(Math.ceil(10_000 / servers) * 10).toBe(1570);
});

test('jobs are submitted 50 a second, however many records each has (WE-45)', () => {
  expect(buildModel(batch, { recordsPerJob: 10_000 }).stages[0]?.admission?.[0]?.recordsPerSecond).toBe(
    500_000,
  );
});

test('failing attempts are repeated', () => {
  expect(buildModel(batch, { failureProbability: 0.1, attempts: 4 }).stages[1]?.failure).toMatchObject({
    probability: 0.1,
    maxAttempts: 4,
  });
  expect(buildModel(batch).stages[1]?.failure).toBeUndefined();
});

test.each(['FARGATE', 'FARGATE_SPOT', 'EC2', 'SPOT'])(
  '%s has a valid environment, queue and definition',
  (computeType) => {
    const contribution = buildContribution(batch, { computeType, command: ['run', '--all'] });
    expect(findSchemaProblems(contribution)).toEqual([]);
    const environment = contribution.cloudFormation.find((resource) => resource.key === 'compute');
    const onInstances = computeType === 'EC2' || computeType === 'SPOT';
    expect(environment?.properties.ComputeResources).toMatchObject({ Type: computeType, MaxvCpus: 256 });
    expect(contribution.roles?.some((role) => role.key === 'instance-role')).toBe(onInstances);
    const definition = contribution.terraform.find((resource) => resource.key === 'definition');
    expect(definition?.arguments.platform_capabilities).toEqual([onInstances ? 'EC2' : 'FARGATE']);
  },
);
