import validate from 'asl-validator';
import { expect, test } from 'vitest';
import { isTagged } from '../../../shared/iac/ir/expression.ts';
import { stepFunctions } from '../../../shared/services/step-functions/index.ts';
import { redshift } from '../../../shared/services/redshift/index.ts';
import { smProcessing } from '../../../shared/services/sm-processing/index.ts';
import { smTransform } from '../../../shared/services/sm-transform/index.ts';
import { smTraining } from '../../../shared/services/sm-training/index.ts';
import { eventbridgeRule } from '../../../shared/services/eventbridge-rule/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

/** The definition with references replaced by ARNs that look right. */
function getDefinition(contribution: ReturnType<typeof buildContribution>): Record<string, unknown> {
  const machine = contribution.terraform.find((resource) => resource.key === 'machine');
  const document = machine?.arguments.definition;
  const resolve = (value: unknown): unknown => {
    if (isTagged(value)) {
      if ('value' in value) return resolve(value.value);
      if ('parts' in value) return value.parts.map(resolve).join('');
      return 'name' in value ? 'aws' : 'arn:aws:lambda:us-east-1:123456789012:function:f';
    }
    if (Array.isArray(value)) return value.map(resolve);
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item)]));
    }
    return value;
  };
  return resolve(document) as Record<string, unknown>;
}

const callable = [
  'lambda',
  'batch',
  'glue-etl',
  'glue-crawler',
  'ecs-fargate',
  'athena',
  'dynamodb',
  'sns',
  'sqs',
  'kds',
  'firehose',
  's3',
  'datasync',
  'dms',
  'sm-endpoint',
  'step-functions',
];
const outgoing = [
  ...callable.map((service) => ({ service, node: `${service}-node` })),
  { service: eventbridgeRule, node: 'bus' },
];

test.each([
  ['STANDARD', 'SEQUENCE'],
  ['STANDARD', 'PARALLEL'],
  ['STANDARD', 'MAP'],
  ['STANDARD', 'DISTRIBUTED_MAP'],
  ['EXPRESS', 'SEQUENCE'],
])('a %s %s of every callable service is valid States Language', (stateMachineType, flow) => {
  const contribution = buildContribution(stepFunctions, { stateMachineType, flow }, { outgoing });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const definition = getDefinition(contribution);
  const { isValid, errorsText } = validate(definition as never);
  expect(isValid, errorsText?.('\n')).toBe(true);
  const text = JSON.stringify(definition);
  expect(text.includes('.sync')).toBe(stateMachineType === 'STANDARD');
});

test('tasks follow each other in the order drawn, with retry and catch', () => {
  const definition = getDefinition(
    buildContribution(
      stepFunctions,
      { retryAttempts: 2 },
      {
        outgoing: [
          { service: 'glue-etl', node: 'clean' },
          { service: 'sns', node: 'tell' },
        ],
      },
    ),
  );
  expect(definition).toMatchObject({
    StartAt: 'Run clean',
    States: {
      'Run clean': {
        Next: 'Run tell',
        Retry: [{ MaxAttempts: 2, BackoffRate: 2 }],
        Catch: [{ Next: 'Failed' }],
      },
      'Run tell': { End: true },
      Failed: { Type: 'Fail' },
    },
  });
});

test('own States Language is used as it is', () => {
  const own = { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 1, End: true } } };
  const contribution = buildContribution(stepFunctions, {
    definitionSource: 'OWN',
    definition: JSON.stringify(own),
  });
  expect(getDefinition(contribution)).toEqual(own);
});

test('Standard starts 300 executions a second after 1,300 at once (WE-39, WE-40)', () => {
  const stages = buildModel(stepFunctions, { transitionsPerExecution: 10 }).stages;
  const start = stages[0]?.admission?.[0];
  expect(start?.recordsPerSecond).toBe(300);
  expect((start?.recordsPerSecond ?? 0) * (start?.burstSeconds ?? 0)).toBe(1300);
  expect(stages[1]?.service).toMatchObject({ kind: 'rate', recordsPerSecond: 500 });
});

test('10 million transitions cost $250 (WE-42)', () => {
  const line = buildModel(stepFunctions, { transitionsPerExecution: 10 }).cost?.[0];
  const price = stepFunctions.limits.find((limit) => limit.id === line?.price)?.value ?? 0;
  expect(1_000_000 * (line?.factor ?? 0) * price).toBeCloseTo(250, 6);
});

test('training runs under a name of its own, with the input its node declares', () => {
  const contribution = buildContribution(
    stepFunctions,
    {},
    { outgoing: [{ service: smTraining, kind: 'control', node: 'churn-model' }] },
  );
  const text = JSON.stringify(contribution);
  expect(text).toContain('sagemaker:createTrainingJob.sync');
  expect(text).toContain("States.Format('churn-model-{}', States.UUID())");
  expect(text).toContain('churnModelTrainingImageUri');
});

test('steps on a cluster and SQL in a warehouse are tasks', () => {
  const contribution = buildContribution(
    stepFunctions,
    {},
    {
      outgoing: [
        { service: 'emr', kind: 'control' },
        { service: redshift, kind: 'control', values: { deployment: 'SERVERLESS' } },
      ],
    },
  );
  const text = JSON.stringify(contribution);
  expect(text).toContain('elasticmapreduce:addStep.sync');
  expect(text).toContain('"WorkgroupName"');
});

test('transform and processing jobs run with what their nodes declare', () => {
  const contribution = buildContribution(
    stepFunctions,
    {},
    {
      outgoing: [
        { service: smTransform, kind: 'control', node: 'score' },
        { service: smProcessing, kind: 'control', node: 'prepare' },
      ],
    },
  );
  const text = JSON.stringify(contribution);
  expect(text).toContain('sagemaker:createTransformJob.sync');
  expect(text).toContain('sagemaker:createProcessingJob.sync');
  expect(text).toContain('"score/model"');
  expect(text).toContain('prepareProcessingImageUri');
});
