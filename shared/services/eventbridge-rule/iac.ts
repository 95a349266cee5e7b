import {
  type Body,
  block,
  type Expression,
  json,
  pseudo,
  text,
  variable,
  verbatim,
} from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, IacNeighbour } from '../../iac/ir/mapping.ts';
import { securityGroupKey } from '../../iac/ir/security-group.ts';
import { getVpcVariablesOf } from '../../iac/ir/variables.ts';
import { buildApiDestination, calledOverHttps } from '../api-destination.ts';
import { isRestTarget } from '../rest-targets.ts';
import { buildEventPattern } from './event-pattern.ts';

/** Targets that EventBridge calls with a role instead of a resource policy. */
const calledWithRole = new Set([
  'kds',
  'firehose',
  'step-functions',
  'batch',
  'ecs-fargate',
  'eventbridge-rule',
  'redshift',
  'api-gateway',
]);

const reachable = new Set([...calledWithRole, ...calledOverHttps, 'lambda', 'sqs', 'sns', 'cw-logs']);

/** The bus that every account has; nothing creates it. */
const defaultBus = text(
  'arn:',
  pseudo('partition'),
  ':events:',
  pseudo('region'),
  ':',
  pseudo('account'),
  ':event-bus/default',
);

/** EventBridge calls REST APIs, and those with a route have a stage to call. */
const isCallable = (api: IacNeighbour): boolean =>
  api.config.text('apiType') === 'REST' && api.outgoing.some(({ service }) => isRestTarget(service));

/** The first route of the API, which has one for each of its targets. */
function getApiArn(api: IacNeighbour): Expression {
  const route = api.outgoing.find(({ service }) => isRestTarget(service))?.node ?? '*';
  return text(
    'arn:',
    pseudo('partition'),
    ':execute-api:',
    pseudo('region'),
    ':',
    pseudo('account'),
    ':',
    api.ref('id'),
    '/',
    api.refTo('stage', 'Ref|stage_name'),
    `/POST/${route}`,
  );
}

interface Target {
  id: string;
  arn: Expression;
  withRole: boolean;
  cloudFormation: Body;
  terraform: Body;
}

function buildTarget(context: IacContext, neighbour: IacNeighbour, destination: string | undefined): Target {
  const base = {
    id: neighbour.node.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 64),
    withRole: calledWithRole.has(neighbour.service),
    arn: neighbour.ref('arn'),
  };
  if (destination !== undefined) {
    const arn = context.own(destination, 'arn');
    return { ...base, withRole: true, arn, cloudFormation: {}, terraform: {} };
  }
  switch (neighbour.service) {
    case 'kds':
      return {
        ...base,
        cloudFormation: { KinesisParameters: { PartitionKeyPath: '$.id' } },
        terraform: { kinesis_target: block({ partition_key_path: '$.id' }) },
      };
    case 'batch': {
      const definition = neighbour.refTo('definition', 'arn');
      const name = context.physicalName(60);
      return {
        ...base,
        cloudFormation: { BatchParameters: { JobDefinition: definition, JobName: name } },
        terraform: { batch_target: block({ job_definition: definition, job_name: name }) },
      };
    }
    case 'ecs-fargate': {
      const definition = neighbour.refTo('task-definition', 'arn');
      const subnets = variable('privateSubnetIds', neighbour.node);
      const groups = [neighbour.refTo(securityGroupKey, 'id')];
      return {
        ...base,
        arn: neighbour.refTo('cluster', 'arn'),
        cloudFormation: {
          EcsParameters: {
            TaskDefinitionArn: definition,
            TaskCount: 1,
            LaunchType: 'FARGATE',
            NetworkConfiguration: {
              AwsVpcConfiguration: { Subnets: subnets, SecurityGroups: groups, AssignPublicIp: 'DISABLED' },
            },
          },
        },
        terraform: {
          ecs_target: block({
            task_definition_arn: definition,
            task_count: 1,
            launch_type: 'FARGATE',
            network_configuration: block({ subnets, security_groups: groups, assign_public_ip: false }),
          }),
        },
      };
    }
    case 'api-gateway':
      return { ...base, arn: getApiArn(neighbour), cloudFormation: {}, terraform: {} };
    case 'eventbridge-rule': {
      const ownBus = neighbour.config.text('eventBusName') !== 'default';
      const arn = ownBus ? neighbour.refTo('bus', 'arn') : defaultBus;
      return { ...base, arn, cloudFormation: {}, terraform: {} };
    }
    default:
      return { ...base, cloudFormation: {}, terraform: {} };
  }
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(64);
  const busName = config.text('eventBusName');
  const ownBus = busName !== 'default';
  const bus = ownBus ? context.own('bus', 'name') : undefined;
  const schedule = config.text('scheduleExpression') || undefined;
  const pattern = schedule === undefined ? buildEventPattern(context) : undefined;
  const retry = {
    attempts: config.number('maximumRetryAttempts'),
    age: config.number('maximumEventAgeInSeconds'),
  };
  const deadLetters = config.flag('deadLetterQueue');
  const destinations = new Map(
    context.outgoing
      .filter((edge) => calledOverHttps.has(edge.service))
      .map((edge, index) => [edge.edge, buildApiDestination(context, '', index + 1)]),
  );
  const endpoints = [...destinations.values()];
  const targets = context.outgoing
    .filter((edge) => reachable.has(edge.service) && (edge.service !== 'api-gateway' || isCallable(edge)))
    .map((edge) => buildTarget(context, edge, destinations.get(edge.edge)?.key));
  const role = context.own('role', 'arn');
  const queue = context.own('dead-letters', 'arn');
  const description = `Events for ${context.name}`;
  return {
    cloudFormation: [
      ...(ownBus
        ? [{ key: 'bus', type: 'AWS::Events::EventBus' as const, properties: { Name: busName } }]
        : []),
      ...(deadLetters
        ? [
            {
              key: 'dead-letters',
              type: 'AWS::SQS::Queue' as const,
              properties: {
                QueueName: context.physicalName(76).concat('-dlq'),
                MessageRetentionPeriod: 1_209_600,
                SqsManagedSseEnabled: true,
              },
            },
          ]
        : []),
      ...endpoints.flatMap((endpoint) => endpoint.cloudFormation),
      {
        key: 'rule',
        type: 'AWS::Events::Rule',
        properties: {
          Name: name,
          Description: description,
          EventBusName: bus,
          EventPattern: pattern === undefined ? undefined : verbatim(pattern),
          ScheduleExpression: schedule,
          State: 'ENABLED',
          Targets:
            targets.length === 0
              ? undefined
              : targets.map((target) => ({
                  Id: target.id,
                  Arn: target.arn,
                  RoleArn: target.withRole ? role : undefined,
                  RetryPolicy: { MaximumRetryAttempts: retry.attempts, MaximumEventAgeInSeconds: retry.age },
                  DeadLetterConfig: deadLetters ? { Arn: queue } : undefined,
                  ...target.cloudFormation,
                })),
        },
      },
    ],
    terraform: [
      ...(ownBus
        ? [{ key: 'bus', type: 'aws_cloudwatch_event_bus' as const, arguments: { name: busName } }]
        : []),
      ...(deadLetters
        ? [
            {
              key: 'dead-letters',
              type: 'aws_sqs_queue' as const,
              arguments: {
                name: context.physicalName(76).concat('-dlq'),
                message_retention_seconds: 1_209_600,
                sqs_managed_sse_enabled: true,
              },
            },
          ]
        : []),
      ...endpoints.flatMap((endpoint) => endpoint.terraform),
      {
        key: 'rule',
        type: 'aws_cloudwatch_event_rule',
        arguments: {
          name,
          description,
          event_bus_name: bus,
          event_pattern: pattern === undefined ? undefined : json(pattern),
          schedule_expression: schedule,
          state: 'ENABLED',
        },
      },
      ...targets.map((target) => ({
        key: `target-${target.id}`,
        type: 'aws_cloudwatch_event_target' as const,
        arguments: {
          rule: context.own('rule', 'name'),
          event_bus_name: bus,
          target_id: target.id,
          arn: target.arn,
          role_arn: target.withRole ? role : undefined,
          retry_policy: block({
            maximum_retry_attempts: retry.attempts,
            maximum_event_age_in_seconds: retry.age,
          }),
          dead_letter_config: deadLetters ? block({ arn: queue }) : undefined,
          ...target.terraform,
        },
      })),
    ],
    arns: ownBus ? {} : { bus: defaultBus },
    roles: targets.some((target) => target.withRole)
      ? [
          {
            key: 'role',
            trusts: ['events.amazonaws.com'],
            statements:
              endpoints.length === 0
                ? []
                : [
                    {
                      sid: 'CallEndpoints',
                      actions: ['events:InvokeApiDestination'],
                      resources: endpoints.map((endpoint) => context.own(endpoint.key, 'arn')),
                    },
                  ],
          },
        ]
      : [],
    variables: [
      ...context.outgoing
        .filter((edge) => edge.service === 'ecs-fargate')
        .flatMap((edge) => getVpcVariablesOf(edge.node)),
      ...endpoints.flatMap((endpoint) => endpoint.variables),
    ],
    resourcePolicies: deadLetters
      ? [
          {
            key: 'dead-letters-policy',
            of: 'dead-letters',
            kind: 'queue',
            statements: [
              {
                sid: 'AcceptUndeliveredEvents',
                principals: ['events.amazonaws.com'],
                actions: ['sqs:SendMessage'],
                resources: [queue],
                conditions: { ArnEquals: { 'aws:SourceArn': context.own('rule', 'arn') } },
              },
            ],
          },
        ]
      : [],
  };
}

export const iac: IacMapping = {
  primary: 'rule',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Events::Rule',
      'AWS::Events::EventBus',
      'AWS::Events::Connection',
      'AWS::Events::ApiDestination',
      'AWS::SQS::Queue',
    ],
    terraform: [
      'aws_cloudwatch_event_rule',
      'aws_cloudwatch_event_target',
      'aws_cloudwatch_event_bus',
      'aws_cloudwatch_event_connection',
      'aws_cloudwatch_event_api_destination',
      'aws_sqs_queue',
    ],
  },
  build,
};
