import { expect, test } from 'vitest';
import { smEndpoint } from '../../../shared/services/sm-endpoint/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const types = (contribution: ReturnType<typeof buildContribution>) =>
  contribution.cloudFormation.map((resource) => resource.type);

test('20 requests/s at a safety factor of 0.5 is a target of 600 a minute, 10 instances for 100/s (WE-65, WE-66)', () => {
  const scaling = buildModel(smEndpoint, {
    latencyMilliseconds: 50,
    concurrencyPerInstance: 1,
    targetInvocationsPerInstance: 600,
  }).stages[0]?.scaling;
  // One instance does 20 requests/s; the policy fills half of it.
  expect(scaling?.upAbove).toBeCloseTo(0.5, 12);
  expect(100 / (20 * (scaling?.upAbove ?? 0))).toBeCloseTo(10, 9);
  expect(scaling).toMatchObject({ cooldownSeconds: 300, evaluateEverySeconds: 60, step: { kind: 'target' } });
});

test('serverless refuses what exceeds its concurrency', () => {
  const service = buildModel(smEndpoint, { mode: 'SERVERLESS', maxConcurrency: 5 }).stages[0]?.service;
  expect(service).toMatchObject({ servers: 5, whenBusy: 'reject' });
  const warm = buildModel(smEndpoint, {
    mode: 'SERVERLESS',
    maxConcurrency: 5,
    provisionedConcurrency: 5,
  }).stages[0]?.service;
  expect(warm).toMatchObject({ time: { probability: 0 } });
});

test('asynchronous requests wait for their lifetime and may find no instance', () => {
  const stage = buildModel(smEndpoint, { mode: 'ASYNC', minCapacity: 0 }).stages[0];
  expect(stage?.queue?.retentionSeconds).toBe(21_600);
  expect(stage?.scaling).toMatchObject({ minUnits: 0, metric: 'backlog-per-unit' });
});

test('real-time export: model from the bucket, configuration, endpoint, target tracking', () => {
  const contribution = buildContribution(
    smEndpoint,
    { dataCapturePercentage: 20, inVpc: true },
    { incoming: [{ service: 's3', kind: 'configuration' }], outgoing: [{ service: 's3', node: 'capture' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(types(contribution)).toContain('AWS::ApplicationAutoScaling::ScalingPolicy');
  expect(contribution.variables?.map((spec) => spec.name)).toEqual([
    'nodeImageUri',
    'vpcId',
    'privateSubnetIds',
  ]);
});

test('an asynchronous endpoint at zero has an alarm that wakes it', () => {
  const contribution = buildContribution(
    smEndpoint,
    { mode: 'ASYNC', minCapacity: 0, image: '1.dkr.ecr.us-east-1.amazonaws.com/m:1' },
    { outgoing: [{ service: 's3' }, { service: 'sns' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(types(contribution)).toContain('AWS::CloudWatch::Alarm');
  expect(contribution.variables).toEqual([]);
});

test('a serverless endpoint has no scaling target', () => {
  const contribution = buildContribution(smEndpoint, { mode: 'SERVERLESS' });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(types(contribution)).toEqual([
    'AWS::SageMaker::Model',
    'AWS::SageMaker::EndpointConfig',
    'AWS::SageMaker::Endpoint',
  ]);
});
