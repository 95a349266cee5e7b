import { type Body, block } from '../../iac/ir/expression.ts';
import type {
  IacContext,
  IacContribution,
  IacMapping,
  IacNeighbour,
  PolicyStatement,
} from '../../iac/ir/mapping.ts';
import { getVpcVariablesOf } from '../../iac/ir/variables.ts';
import { buildApiDestination, calledOverHttps } from '../api-destination.ts';
import { getLogRetentionDays } from '../log-retention.ts';
import { buildSource, buildTarget, isSource, isTarget } from './parameters.ts';

/** Fourteen days to look at what failed. */
const retentionSeconds = 1_209_600;

interface Ends {
  source: IacNeighbour | undefined;
  target: IacNeighbour | undefined;
  enrichment: IacNeighbour | undefined;
  /** Log group for the pipe's own logs. */
  logs: IacNeighbour | undefined;
}

/** A function beside another target enriches records on their way; a log group beside one takes the logs. */
function getEnds(context: IacContext): Ends {
  const reachable = context.outgoing.filter(isTarget);
  const find = (service: string) => reachable.find((edge) => edge.service === service);
  const target =
    reachable.find((edge) => edge.service !== 'lambda' && edge.service !== 'cw-logs') ??
    find('lambda') ??
    find('cw-logs');
  const unlessTarget = (edge: IacNeighbour | undefined) => (edge === target ? undefined : edge);
  return {
    source: context.incoming.find(isSource),
    target,
    enrichment: unlessTarget(find('lambda')),
    logs: unlessTarget(find('cw-logs')),
  };
}

function buildQueue(context: IacContext) {
  const name = `${context.physicalName(60)}-dead-letters`;
  return {
    cloudFormation: {
      key: 'dead-letters',
      type: 'AWS::SQS::Queue',
      properties: {
        QueueName: name,
        MessageRetentionPeriod: retentionSeconds,
        SqsManagedSseEnabled: true,
      },
    },
    terraform: {
      key: 'dead-letters',
      type: 'aws_sqs_queue',
      arguments: { name, message_retention_seconds: retentionSeconds, sqs_managed_sse_enabled: true },
    },
  } as const;
}

/** The filter as both tools want it, or nothing. */
function buildFilter(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const pattern = context.config.text('filterPattern').trim();
  if (pattern === '') return { cloudFormation: {}, terraform: {} };
  return {
    cloudFormation: { FilterCriteria: { Filters: [{ Pattern: pattern }] } },
    terraform: { filter_criteria: block({ filter: block({ pattern }) }) },
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const { source: from, target: to, enrichment, logs: drawnLogs } = getEnds(context);
  const source = from && buildSource(context, from);
  const target = to && buildTarget(context, to);
  // A pipe without both ends cannot be made; the rules say so on the canvas.
  if (!source || !target || !from || !to) return { cloudFormation: [], terraform: [] };
  const name = context.physicalName(64);
  const keepsFailed =
    config.flag('deadLetterQueue') && (from.service === 'kds' || from.service === 'dynamodb');
  const queue = keepsFailed ? buildQueue(context) : undefined;
  const http = calledOverHttps.has(to.service)
    ? buildApiDestination(context, config.text('endpointUrl'))
    : undefined;
  const filter = buildFilter(context);
  const template = config.text('inputTemplate').trim();
  const input = template === '' ? undefined : template;
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const days = getLogRetentionDays(config);
  const logs = `/aws/vendedlogs/pipes/${name}`;
  const logGroup = drawnLogs?.ref('arn') ?? context.own('logs', 'arn');
  const statements: PolicyStatement[] = [
    ...(keepsFailed
      ? [
          {
            sid: 'KeepFailed',
            actions: ['sqs:SendMessage'],
            resources: [context.own('dead-letters', 'arn')],
          },
        ]
      : []),
    ...(http
      ? [
          {
            sid: 'CallEndpoint',
            actions: ['events:InvokeApiDestination'],
            resources: [context.own('api-destination', 'arn')],
          },
        ]
      : []),
  ];
  return {
    cloudFormation: [
      ...(queue ? [queue.cloudFormation] : []),
      ...(http?.cloudFormation ?? []),
      ...(drawnLogs
        ? []
        : [
            {
              key: 'logs',
              type: 'AWS::Logs::LogGroup',
              properties: { LogGroupName: logs, RetentionInDays: days },
            } as const,
          ]),
      {
        key: 'pipe',
        type: 'AWS::Pipes::Pipe',
        properties: {
          Name: name,
          RoleArn: context.own('role', 'arn'),
          Source: source.arn,
          SourceParameters: { ...source.cloudFormation, ...filter.cloudFormation },
          Enrichment: enrichment?.ref('arn'),
          Target: target.arn,
          TargetParameters: { ...target.cloudFormation, InputTemplate: input },
          KmsKeyIdentifier: key,
          LogConfiguration: {
            Level: 'ERROR',
            CloudwatchLogsLogDestination: { LogGroupArn: logGroup },
          },
        },
      },
    ],
    terraform: [
      ...(queue ? [queue.terraform] : []),
      ...(http?.terraform ?? []),
      ...(drawnLogs
        ? []
        : [
            {
              key: 'logs',
              type: 'aws_cloudwatch_log_group',
              arguments: { name: logs, retention_in_days: days },
            } as const,
          ]),
      {
        key: 'pipe',
        type: 'aws_pipes_pipe',
        arguments: {
          name,
          role_arn: context.own('role', 'arn'),
          source: source.arn,
          source_parameters: block({ ...source.terraform, ...filter.terraform }),
          enrichment: enrichment?.ref('arn'),
          target: target.arn,
          target_parameters: block({ ...target.terraform, input_template: input }),
          kms_key_identifier: key,
          log_configuration: block({
            level: 'ERROR',
            cloudwatch_logs_log_destination: block({ log_group_arn: logGroup }),
          }),
        },
      },
    ],
    roles: [{ key: 'role', trusts: ['pipes.amazonaws.com'], statements }],
    variables: [
      ...(http?.variables ?? []),
      ...(to.service === 'ecs-fargate' ? getVpcVariablesOf(to.node) : []),
    ],
  };
}

export const iac: IacMapping = {
  primary: 'pipe',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Pipes::Pipe',
      'AWS::SQS::Queue',
      'AWS::Logs::LogGroup',
      'AWS::Events::Connection',
      'AWS::Events::ApiDestination',
    ],
    terraform: [
      'aws_pipes_pipe',
      'aws_sqs_queue',
      'aws_cloudwatch_log_group',
      'aws_cloudwatch_event_connection',
      'aws_cloudwatch_event_api_destination',
    ],
  },
  build,
};
