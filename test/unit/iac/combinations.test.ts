import { describe, expect, test } from 'vitest';
import { type Body, json, ref } from '../../../shared/iac/ir/expression.ts';
import type { CloudFormationGraphItem, CloudFormationItem } from '../../../shared/iac/ir/graph.ts';
import { checkCombinations } from '../../../shared/iac/lower/check-combinations.ts';

const base = { section: 'node', key: 'it', primary: true, dependsOn: [], retain: false };

const resource = (type: string, properties: Body, id = 'node/it'): CloudFormationItem => ({
  ...base,
  kind: 'resource',
  id,
  type,
  properties,
});

const others: readonly CloudFormationGraphItem[] = [
  resource('AWS::Kinesis::Stream', {}, 'others/stream'),
  resource('AWS::S3::Bucket', { BucketEncryption: {} }, 'others/bucket'),
  resource('AWS::EC2::SecurityGroup', {}, 'others/group'),
  { ...base, kind: 'role', id: 'others/role', trusts: ['lambda.amazonaws.com'], namePrefix: 'r-' },
];

const check = (item: CloudFormationGraphItem): string[] =>
  checkCombinations({ cloudFormation: [...others, item] }).map(({ message }) => message);

const delivery = 'AWS::KinesisFirehose::DeliveryStream';
const machine = (states: Body): CloudFormationItem =>
  resource('AWS::StepFunctions::StateMachine', { DefinitionString: json({ StartAt: 'A', States: states }) });

/** Each is refused by AWS and passes every schema. */
const refused: readonly [string, CloudFormationGraphItem, string][] = [
  [
    'two destinations of a delivery stream',
    resource(delivery, { S3DestinationConfiguration: {}, RedshiftDestinationConfiguration: {} }),
    'one destination, not 2',
  ],
  ['no destination of a delivery stream', resource(delivery, {}), 'one destination, not 0'],
  [
    'DirectPut with a source',
    resource(delivery, {
      S3DestinationConfiguration: {},
      DeliveryStreamType: 'DirectPut',
      KinesisStreamSourceConfiguration: {},
    }),
    'DirectPut',
  ],
  ['capacity and workers', resource('AWS::Glue::Job', { MaxCapacity: 2, WorkerType: 'G.1X' }), 'not both'],
  [
    'a stream read from nowhere',
    resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: ref('others/stream') }),
    'starting position',
  ],
  ['retention under a day', resource('AWS::Kinesis::Stream', { RetentionPeriodHours: 12 }), '24 to 8760'],
  ['a cluster of no nodes', resource('AWS::Redshift::Cluster', { ClusterType: 'multi-node' }), 'at least 2'],
  [
    'an impossible Fargate size',
    resource('AWS::ECS::TaskDefinition', { Cpu: '256', Memory: '8192' }),
    'no size',
  ],
  ['a guardrail that guards nothing', resource('AWS::Bedrock::Guardrail', { Name: 'g' }), 'needs a policy'],
  ['a plain bucket', resource('AWS::S3::Bucket', {}), 'encryption'],
  ['a state that leads nowhere', machine({ A: { Type: 'Pass', Next: 'B' } }), 'no state "B"'],
  [
    'a state that leads nowhere inside a map',
    machine({ A: { Type: 'Map', ItemProcessor: { StartAt: 'X', States: {} }, End: true } }),
    'no state "X"',
  ],
  ['a bucket for a role', resource('AWS::Lambda::Function', { Role: ref('others/bucket') }), 'no role'],
  [
    'a security group for a subnet',
    resource('AWS::EFS::MountTarget', { SubnetId: ref('others/group', 'id') }),
    'no subnet',
  ],
  [
    'a role for a security group',
    resource('AWS::EFS::MountTarget', { SecurityGroups: [ref('others/role')] }),
    'no security group',
  ],
  [
    'a schedule of five fields',
    resource('AWS::Scheduler::Schedule', { ScheduleExpression: 'cron(0 3 * * *)' }),
    'no schedule',
  ],
  [
    'a schedule by day of both kinds',
    resource('AWS::Glue::Crawler', { Schedule: { ScheduleExpression: 'cron(0 3 1 * MON *)' } }),
    'no schedule',
  ],
  [
    'a rate of one hours',
    resource('AWS::Events::Rule', { ScheduleExpression: 'rate(1 hours)' }),
    'no schedule',
  ],
  ['trust in nobody', { ...base, kind: 'role', id: 'node/role', trusts: [], namePrefix: 'r-' }, 'trusts'],
  [
    'trust in a name',
    { ...base, kind: 'role', id: 'node/role', trusts: ['lambda'], namePrefix: 'r-' },
    'trusts',
  ],
  [
    'a wildcard action',
    {
      ...base,
      kind: 'role-policy',
      id: 'node/policy',
      role: 'others/role',
      statements: [{ actions: ['s3:*'], resources: [ref('others/bucket')] }],
    },
    'more than was asked',
  ],
  [
    'every resource without a reason',
    {
      ...base,
      kind: 'role-policy',
      id: 'node/policy',
      role: 'others/role',
      statements: [{ actions: ['s3:GetObject'], resources: ['*'] }],
    },
    'need a reason',
  ],
];

describe('what no schema sees stops the export', () => {
  test.each(refused)('%s', (_, item, message) => {
    expect(check(item).join('\n')).toContain(message);
  });

  test.each([
    resource(delivery, { S3DestinationConfiguration: {} }),
    resource('AWS::Glue::Job', { WorkerType: 'G.1X', NumberOfWorkers: 2 }),
    resource('AWS::ECS::TaskDefinition', { Cpu: '256', Memory: '1024' }),
    resource('AWS::Scheduler::Schedule', { ScheduleExpression: 'cron(0 3 * * ? *)' }),
    resource('AWS::Scheduler::Schedule', { ScheduleExpression: 'at(2027-01-02T03:04:05)' }),
    resource('AWS::Events::Rule', { ScheduleExpression: 'rate(1 hour)' }),
    resource('AWS::Lambda::Function', { Role: ref('others/role') }),
    machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } }),
  ])('the right form passes: %o', (item) => {
    expect(check(item)).toEqual([]);
  });
});
