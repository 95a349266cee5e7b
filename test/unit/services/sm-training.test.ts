import { expect, test } from 'vitest';
import { smTraining } from '../../../shared/services/sm-training/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

interface Request {
  InputDataConfig: { ChannelName: string }[];
  ResourceConfig: Record<string, unknown>;
  StoppingCondition: Record<string, unknown>;
  CheckpointConfig?: unknown;
  VpcConfig?: unknown;
}

function getRequest(contribution: ReturnType<typeof buildContribution>): Request {
  const pipeline = contribution.cloudFormation.find((resource) => resource.key === 'pipeline');
  const body = pipeline?.properties.PipelineDefinition as unknown as {
    PipelineDefinitionBody: { value: { Steps: { Arguments: Request }[] } };
  };
  const request = body.PipelineDefinitionBody.value.Steps[0]?.Arguments;
  if (!request) throw new Error('The pipeline has no step.');
  return request;
}

test('a run takes start-up plus passes over the data, and never more than the longest run', () => {
  const job = buildModel(smTraining, {
    instanceCount: 4,
    megabytesPerSecondPerInstance: 25,
    epochs: 10,
    maxRuntimeInSeconds: 3600,
  }).stages[0]?.job;
  expect(job).toMatchObject({ bytesPerSecond: 10e6, slots: 1, timeoutSeconds: 3600 });
});

test('the export is a pipeline with the job as its step; the reason is stated', () => {
  const contribution = buildContribution(
    smTraining,
    { enableManagedSpotTraining: true },
    {
      incoming: [{ service: 's3' }, { service: 's3', node: 'more' }],
      outgoing: [{ service: 's3', node: 'out' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const request = getRequest(contribution);
  expect(request.InputDataConfig.map((channel) => channel.ChannelName)).toEqual(['training', 'validation']);
  expect(request.StoppingCondition).toMatchObject({ MaxWaitTimeInSeconds: 172_800 });
  expect(request.CheckpointConfig).toBeDefined();
  expect(smTraining.iac.missing?.terraform).toContain('not a resource');
  expect(contribution.manualSteps?.[0]?.command).toContain('start-pipeline-execution');
});

test('a file system places the job in the VPC', () => {
  const contribution = buildContribution(smTraining, {}, { incoming: [{ service: 'efs' }] });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(getRequest(contribution).VpcConfig).toBeDefined();
  expect(contribution.variables?.map((spec) => spec.name)).toContain('privateSubnetIds');
});
