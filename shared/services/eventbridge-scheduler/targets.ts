import { type Body, block, type Expression, json, pseudo, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour } from '../../iac/ir/mapping.ts';
import { securityGroupKey } from '../../iac/ir/security-group.ts';
import { accountArn } from '../account-arn.ts';

/** What a schedule calls, and how. */
export interface ScheduleTarget {
  arn: Expression;
  input: Expression | undefined;
  cloudFormation: Body;
  terraform: Body;
}

type TargetBuilder = (context: IacContext, edge: IacNeighbour) => ScheduleTarget;

/** Input as the designer wrote it; undefined hands over the schedule's own event. */
function getInput(context: IacContext): Expression | undefined {
  const written = context.config.text('input').trim();
  return written === '' ? undefined : written;
}

const templated =
  (cloudFormation: Body = {}, terraform: Body = {}): TargetBuilder =>
  (context, edge) => ({ arn: edge.ref('arn'), input: getInput(context), cloudFormation, terraform });

/** Any API call: service and operation, with its request as JSON. */
const universal =
  (call: string, request: (context: IacContext, edge: IacNeighbour) => Expression): TargetBuilder =>
  (context, edge) => ({
    arn: text('arn:', pseudo('partition'), `:scheduler:::aws-sdk:${call}`),
    input: json(request(context, edge)),
    cloudFormation: {},
    terraform: {},
  });

const key = 'scheduler';

const targets: Readonly<Record<string, TargetBuilder>> = {
  lambda: templated(),
  'step-functions': templated(),
  sqs: templated(),
  sns: templated(),
  firehose: templated(),
  kds: templated(
    { KinesisParameters: { PartitionKey: key } },
    { kinesis_parameters: block({ partition_key: key }) },
  ),
  'eventbridge-rule': (context, edge) => {
    const ownBus = edge.config.has('eventBusName') && edge.config.text('eventBusName') !== 'default';
    const source = context.physicalName(100);
    return {
      arn: ownBus ? edge.refTo('bus', 'arn') : accountArn('events', 'event-bus/default'),
      input: getInput(context) ?? '{}',
      cloudFormation: { EventBridgeParameters: { Source: source, DetailType: 'schedule' } },
      terraform: { eventbridge_parameters: block({ source, detail_type: 'schedule' }) },
    };
  },
  'ecs-fargate': (_, edge) => {
    const definition = edge.refTo('task-definition', 'arn');
    const groups = [edge.refTo(securityGroupKey, 'id')];
    const subnets = variable('privateSubnetIds', edge.node);
    return {
      arn: edge.refTo('cluster', 'arn'),
      input: undefined,
      cloudFormation: {
        EcsParameters: {
          TaskDefinitionArn: definition,
          TaskCount: 1,
          LaunchType: 'FARGATE',
          NetworkConfiguration: {
            AwsvpcConfiguration: { Subnets: subnets, SecurityGroups: groups, AssignPublicIp: 'DISABLED' },
          },
        },
      },
      terraform: {
        ecs_parameters: block({
          task_definition_arn: definition,
          task_count: 1,
          launch_type: 'FARGATE',
          network_configuration: block({ subnets, security_groups: groups, assign_public_ip: false }),
        }),
      },
    };
  },
  batch: universal('batch:submitJob', (context, edge) => ({
    JobName: context.physicalName(60),
    JobQueue: edge.ref('arn'),
    JobDefinition: edge.refTo('definition', 'arn'),
  })),
  'glue-etl': universal('glue:startJobRun', (_, edge) => ({ JobName: edge.ref('name') })),
  'glue-crawler': universal('glue:startCrawler', (_, edge) => ({ Name: edge.ref('name') })),
  datasync: universal('datasync:startTaskExecution', (_, edge) => ({ TaskArn: edge.ref('arn') })),
  dms: (context, edge) =>
    edge.config.has('deployment') && edge.config.text('deployment') === 'SERVERLESS'
      ? universal('databasemigration:startReplication', (_, far) => ({
          ReplicationConfigArn: far.ref('arn'),
          StartReplicationType: 'reload-target',
        }))(context, edge)
      : universal('databasemigration:startReplicationTask', (_, far) => ({
          ReplicationTaskArn: far.ref('arn'),
          StartReplicationTaskType: 'reload-target',
        }))(context, edge),
  athena: universal('athena:startQueryExecution', (context, edge) => ({
    QueryString: context.config.text('queryString'),
    WorkGroup: edge.ref('name'),
  })),
};

/** The target of one outgoing edge; undefined for services a schedule cannot start. */
export function buildScheduleTarget(context: IacContext, edge: IacNeighbour): ScheduleTarget | undefined {
  return targets[edge.service]?.(context, edge);
}
