import { expect, test } from 'vitest';
import { eventbridgeRule } from '../../../shared/services/eventbridge-rule/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

function getRule(contribution: ReturnType<typeof buildContribution>) {
  const rule = contribution.cloudFormation.find((resource) => resource.key === 'rule');
  if (!rule) throw new Error('no rule');
  return rule.properties;
}

test('10,000 events/s matching two targets leave 18,750 invocations for 20,000 (WE-78)', () => {
  const model = buildModel(eventbridgeRule, {}, { outgoing: [{ service: 'lambda' }, { service: 'sqs' }] });
  expect(model.stages[0]?.admission?.[0]?.recordsPerSecond).toBe(10_000);
  const service = model.stages[1]?.service;
  expect(service?.kind === 'rate' && service.recordsPerSecond).toBe(9375);
});

test('the pattern follows the connected bucket', () => {
  const contribution = buildContribution(
    eventbridgeRule,
    {},
    {
      incoming: [{ service: 's3', node: 'uploads', edgeValues: { prefix: 'in/' } }],
      outgoing: [{ service: 'step-functions' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const terraform = contribution.terraform.find((resource) => resource.key === 'rule');
  expect(terraform?.arguments.event_pattern).toMatchObject({
    value: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [{ resource: 'uploads/primary' }] }, object: { key: [{ prefix: 'in/' }] } },
    },
  });
  expect(getRule(contribution).Targets).toMatchObject([
    { RoleArn: { resource: 'node/role' }, DeadLetterConfig: {} },
  ]);
  expect(contribution.roles).toHaveLength(1);
});

test('targets with a resource policy get no role', () => {
  const contribution = buildContribution(
    eventbridgeRule,
    { deadLetterQueue: false },
    { outgoing: [{ service: 'lambda' }] },
  );
  expect(getRule(contribution).Targets).toMatchObject([{ RoleArn: undefined, DeadLetterConfig: undefined }]);
  expect(contribution.roles).toEqual([]);
});

test('a schedule replaces the pattern, and another bus is created', () => {
  const contribution = buildContribution(eventbridgeRule, {
    scheduleExpression: 'rate(1 hour)',
    eventBusName: 'orders',
  });
  expect(getRule(contribution)).toMatchObject({
    ScheduleExpression: 'rate(1 hour)',
    EventPattern: undefined,
  });
  expect(contribution.cloudFormation.map((resource) => resource.type)).toContain('AWS::Events::EventBus');
});

test('a Fargate task gets subnets and the security group of its service', () => {
  const contribution = buildContribution(
    eventbridgeRule,
    {},
    { outgoing: [{ service: 'ecs-fargate', node: 'worker' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(getRule(contribution).Targets).toMatchObject([
    {
      Arn: { resource: 'worker/cluster' },
      EcsParameters: {
        NetworkConfiguration: {
          AwsVpcConfiguration: { SecurityGroups: [{ resource: 'worker/security-group' }] },
        },
      },
    },
  ]);
  expect(contribution.variables?.map((item) => item.name)).toContain('privateSubnetIds');
});

test('each HTTPS endpoint gets a connection and an API destination that the rule’s role may call', () => {
  const contribution = buildContribution(
    eventbridgeRule,
    {},
    { outgoing: [{ service: 'datadog' }, { service: 'third-party-http' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(getRule(contribution).Targets).toMatchObject([
    { Arn: { resource: 'node/api-destination' }, RoleArn: { resource: 'node/role' } },
    { Arn: { resource: 'node/api-destination-2' } },
  ]);
  expect(contribution.roles?.[0]?.statements).toMatchObject([
    { actions: ['events:InvokeApiDestination'], resources: [{}, {}] },
  ]);
  expect(contribution.variables?.filter((variable) => variable.sensitive)).toHaveLength(2);
});
