import { type Body, block, type Expression, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour } from '../../iac/ir/mapping.ts';
import { securityGroupKey } from '../../iac/ir/security-group.ts';
import { accountArn } from '../account-arn.ts';

/** One end of the pipe: its ARN and its parameters in both spellings. */
export interface PipeEnd {
  arn: Expression;
  cloudFormation: Body;
  terraform: Body;
}

const polled = new Set(['kds', 'dynamodb', 'sqs', 'msk']);

/** Whether the node can be the source of a pipe. */
export const isSource = (edge: IacNeighbour): boolean => polled.has(edge.service);

function buildStream(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const { config } = context;
  const failed = config.flag('deadLetterQueue') ? context.own('dead-letters', 'arn') : undefined;
  const bisect = 'AUTOMATIC_BISECT';
  return {
    cloudFormation: {
      BatchSize: config.number('batchSize'),
      MaximumBatchingWindowInSeconds: config.number('maximumBatchingWindowInSeconds'),
      StartingPosition: config.text('startingPosition'),
      ParallelizationFactor: config.number('parallelizationFactor'),
      MaximumRetryAttempts: config.number('maximumRetryAttempts'),
      MaximumRecordAgeInSeconds: config.number('maximumRecordAgeInSeconds'),
      OnPartialBatchItemFailure: bisect,
      DeadLetterConfig: failed && { Arn: failed },
    },
    terraform: {
      batch_size: config.number('batchSize'),
      maximum_batching_window_in_seconds: config.number('maximumBatchingWindowInSeconds'),
      starting_position: config.text('startingPosition'),
      parallelization_factor: config.number('parallelizationFactor'),
      maximum_retry_attempts: config.number('maximumRetryAttempts'),
      maximum_record_age_in_seconds: config.number('maximumRecordAgeInSeconds'),
      on_partial_batch_item_failure: bisect,
      dead_letter_config: failed && block({ arn: failed }),
    },
  };
}

/** What the pipe reads. */
export function buildSource(context: IacContext, edge: IacNeighbour): PipeEnd {
  const { config } = context;
  const window = config.number('maximumBatchingWindowInSeconds');
  const batch = config.number('batchSize');
  switch (edge.service) {
    case 'sqs': {
      // Without a window a queue gives at most ten messages.
      const size = window > 0 ? batch : Math.min(10, batch);
      return {
        arn: edge.ref('arn'),
        cloudFormation: {
          SqsQueueParameters: { BatchSize: size, MaximumBatchingWindowInSeconds: window },
        },
        terraform: {
          sqs_queue_parameters: block({ batch_size: size, maximum_batching_window_in_seconds: window }),
        },
      };
    }
    case 'msk': {
      const topic = config.text('topicName');
      const start = config.text('startingPosition');
      return {
        arn: edge.ref('arn'),
        cloudFormation: {
          ManagedStreamingKafkaParameters: {
            TopicName: topic,
            StartingPosition: start,
            BatchSize: batch,
            MaximumBatchingWindowInSeconds: window,
          },
        },
        terraform: {
          managed_streaming_kafka_parameters: block({
            topic_name: topic,
            starting_position: start,
            batch_size: batch,
            maximum_batching_window_in_seconds: window,
          }),
        },
      };
    }
    case 'dynamodb': {
      const stream = buildStream(context);
      return {
        arn: edge.ref('stream-arn'),
        cloudFormation: { DynamoDBStreamParameters: stream.cloudFormation },
        terraform: { dynamodb_stream_parameters: block(stream.terraform) },
      };
    }
    default: {
      const stream = buildStream(context);
      return {
        arn: edge.ref('arn'),
        cloudFormation: { KinesisStreamParameters: stream.cloudFormation },
        terraform: { kinesis_stream_parameters: block(stream.terraform) },
      };
    }
  }
}

const plain = (arn: Expression): PipeEnd => ({ arn, cloudFormation: {}, terraform: {} });

type TargetBuilder = (context: IacContext, edge: IacNeighbour) => PipeEnd;

const targets: Readonly<Record<string, TargetBuilder>> = {
  lambda: (context, edge) => {
    const type = context.config.text('invocationType');
    return {
      arn: edge.ref('arn'),
      cloudFormation: { LambdaFunctionParameters: { InvocationType: type } },
      terraform: { lambda_function_parameters: block({ invocation_type: type }) },
    };
  },
  'step-functions': (context, edge) => {
    const type = context.config.text('invocationType');
    return {
      arn: edge.ref('arn'),
      cloudFormation: { StepFunctionStateMachineParameters: { InvocationType: type } },
      terraform: { step_function_state_machine_parameters: block({ invocation_type: type }) },
    };
  },
  kds: (context, edge) => {
    const key = context.config.text('partitionKey');
    return {
      arn: edge.ref('arn'),
      cloudFormation: { KinesisStreamParameters: { PartitionKey: key } },
      terraform: { kinesis_stream_parameters: block({ partition_key: key }) },
    };
  },
  firehose: (_, edge) => plain(edge.ref('arn')),
  sns: (_, edge) => plain(edge.ref('arn')),
  sqs: (context, edge) => {
    const group = context.config.text('messageGroupId');
    return group === ''
      ? plain(edge.ref('arn'))
      : {
          arn: edge.ref('arn'),
          cloudFormation: { SqsQueueParameters: { MessageGroupId: group } },
          terraform: { sqs_queue_parameters: block({ message_group_id: group }) },
        };
  },
  'eventbridge-rule': (context, edge) => {
    const ownBus = edge.config.has('eventBusName') && edge.config.text('eventBusName') !== 'default';
    const name = context.physicalName(100);
    return {
      arn: ownBus ? edge.refTo('bus', 'arn') : accountArn('events', 'event-bus/default'),
      cloudFormation: { EventBridgeEventBusParameters: { Source: name, DetailType: 'record' } },
      terraform: { eventbridge_event_bus_parameters: block({ source: name, detail_type: 'record' }) },
    };
  },
  batch: (context, edge) => {
    const definition = edge.refTo('definition', 'arn');
    const name = context.physicalName(60);
    return {
      arn: edge.ref('arn'),
      cloudFormation: { BatchJobParameters: { JobDefinition: definition, JobName: name } },
      terraform: { batch_job_parameters: block({ job_definition: definition, job_name: name }) },
    };
  },
  'ecs-fargate': (_, edge) => {
    const definition = edge.refTo('task-definition', 'arn');
    const groups = [edge.refTo(securityGroupKey, 'id')];
    const subnets = variable('privateSubnetIds', edge.node);
    return {
      arn: edge.refTo('cluster', 'arn'),
      cloudFormation: {
        EcsTaskParameters: {
          TaskDefinitionArn: definition,
          LaunchType: 'FARGATE',
          NetworkConfiguration: {
            AwsvpcConfiguration: { Subnets: subnets, SecurityGroups: groups, AssignPublicIp: 'DISABLED' },
          },
        },
      },
      terraform: {
        ecs_task_parameters: block({
          task_definition_arn: definition,
          launch_type: 'FARGATE',
          network_configuration: block({
            aws_vpc_configuration: block({
              subnets,
              security_groups: groups,
              assign_public_ip: 'DISABLED',
            }),
          }),
        }),
      },
    };
  },
  redshift: (context, edge) => {
    const database = edge.config.text('dbName');
    const statement = context.config.text('sql');
    return {
      arn: edge.ref('arn'),
      cloudFormation: { RedshiftDataParameters: { Database: database, Sqls: [statement] } },
      terraform: { redshift_data_parameters: block({ database, sqls: [statement] }) },
    };
  },
  'cw-logs': (_, edge) => ({
    arn: text(edge.ref('arn')),
    cloudFormation: { CloudWatchLogsParameters: { LogStreamName: 'pipe' } },
    terraform: { cloudwatch_logs_parameters: block({ log_stream_name: 'pipe' }) },
  }),
  'third-party-http': (context) => plain(context.own('api-destination', 'arn')),
  datadog: (context) => plain(context.own('api-destination', 'arn')),
};

/** Whether the node can be the target of a pipe. */
export const isTarget = (edge: IacNeighbour): boolean => edge.service in targets;

/** What the pipe hands records to; undefined for services it cannot reach. */
export function buildTarget(context: IacContext, edge: IacNeighbour): PipeEnd | undefined {
  return targets[edge.service]?.(context, edge);
}
