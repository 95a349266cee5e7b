import { type Body, block, type Expression, text } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour } from '../../iac/ir/mapping.ts';
import { getEdgePrefix } from '../object-path.ts';

/** A rule action in both spellings. */
export interface RuleAction {
  cloudFormation: Body;
  /** Terraform block of the rule, and its body. */
  terraform: readonly [argument: string, body: Body];
}

type ActionBuilder = (context: IacContext, edge: IacNeighbour, role: Expression) => RuleAction | undefined;

const builders: Readonly<Record<string, ActionBuilder>> = {
  kds: (context, edge, role) => {
    const key = context.config.text('partitionKey');
    const stream = edge.ref('name');
    return {
      cloudFormation: { Kinesis: { StreamName: stream, PartitionKey: key, RoleArn: role } },
      terraform: ['kinesis', { stream_name: stream, partition_key: key, role_arn: role }],
    };
  },
  firehose: (_, edge, role) => {
    const stream = edge.ref('name');
    return {
      cloudFormation: {
        Firehose: { DeliveryStreamName: stream, RoleArn: role, Separator: '\n', BatchMode: false },
      },
      terraform: [
        'firehose',
        { delivery_stream_name: stream, role_arn: role, separator: '\n', batch_mode: false },
      ],
    };
  },
  s3: (context, edge, role) => {
    const key = `${getEdgePrefix(edge)}${context.config.text('objectKey')}`;
    const bucket = edge.ref('name');
    return {
      cloudFormation: { S3: { BucketName: bucket, Key: key, RoleArn: role } },
      terraform: ['s3', { bucket_name: bucket, key, role_arn: role }],
    };
  },
  dynamodb: (_, edge, role) => {
    const table = edge.ref('name');
    return {
      cloudFormation: { DynamoDBv2: { PutItem: { TableName: table }, RoleArn: role } },
      terraform: ['dynamodbv2', { put_item: block({ table_name: table }), role_arn: role }],
    };
  },
  lambda: (_, edge) => ({
    cloudFormation: { Lambda: { FunctionArn: edge.ref('arn') } },
    terraform: ['lambda', { function_arn: edge.ref('arn') }],
  }),
  sqs: (_, edge, role) => buildQueueAction(edge.ref('url'), role),
  sns: (_, edge, role) => ({
    cloudFormation: { Sns: { TargetArn: edge.ref('arn'), RoleArn: role, MessageFormat: 'RAW' } },
    terraform: ['sns', { target_arn: edge.ref('arn'), role_arn: role, message_format: 'RAW' }],
  }),
  opensearch: (context, edge, role) => {
    const endpoint =
      edge.config.has('deployment') && edge.config.text('deployment') === 'SERVERLESS'
        ? edge.ref('endpoint')
        : text('https://', edge.ref('endpoint'));
    const index = context.config.text('indexName');
    const id = '${newuuid()}';
    return {
      cloudFormation: {
        OpenSearch: { Endpoint: endpoint, Index: index, Type: '_doc', Id: id, RoleArn: role },
      },
      terraform: ['elasticsearch', { endpoint, index, type: '_doc', id, role_arn: role }],
    };
  },
  'step-functions': (_, edge, role) => ({
    cloudFormation: { StepFunctions: { StateMachineName: edge.ref('name'), RoleArn: role } },
    terraform: ['step_functions', { state_machine_name: edge.ref('name'), role_arn: role }],
  }),
  timestream: (_, edge, role) => {
    // Terraform has no action for InfluxDB; a function writes there.
    if (edge.config.has('deployment') && edge.config.text('deployment') !== 'LIVE_ANALYTICS')
      return undefined;
    const database = edge.refTo('database', 'name');
    const table = edge.refTo('table', 'name');
    return {
      cloudFormation: {
        Timestream: {
          DatabaseName: database,
          TableName: table,
          RoleArn: role,
          Dimensions: [{ Name: 'device', Value: '${clientid()}' }],
        },
      },
      terraform: [
        'timestream',
        {
          database_name: database,
          table_name: table,
          role_arn: role,
          dimension: block({ name: 'device', value: '${clientid()}' }),
        },
      ],
    };
  },
  'cw-logs': (_, edge, role) => ({
    cloudFormation: { CloudwatchLogs: { LogGroupName: edge.ref('name'), RoleArn: role } },
    terraform: ['cloudwatch_logs', { log_group_name: edge.ref('name'), role_arn: role }],
  }),
  'cw-metrics': (_, edge, role) => {
    const namespace = edge.config.text('namespace');
    const name = edge.config.text('metricName');
    return {
      cloudFormation: {
        CloudwatchMetric: {
          MetricName: name,
          MetricNamespace: namespace,
          MetricUnit: 'Count',
          MetricValue: '1',
          RoleArn: role,
        },
      },
      terraform: [
        'cloudwatch_metric',
        {
          metric_name: name,
          metric_namespace: namespace,
          metric_unit: 'Count',
          metric_value: '1',
          role_arn: role,
        },
      ],
    };
  },
  'mqtt-device': (context, _, role) => {
    const topic = context.config.text('republishTopic');
    return {
      cloudFormation: { Republish: { Topic: topic, Qos: 1, RoleArn: role } },
      terraform: ['republish', { topic, qos: 1, role_arn: role }],
    };
  },
  'third-party-http': (context) => {
    const url = context.config.text('httpUrl');
    if (url === '') return undefined;
    return { cloudFormation: { Http: { Url: url } }, terraform: ['http', { url }] };
  },
};

/** Action that puts a message into a queue; also the error action of a rule. */
export function buildQueueAction(url: Expression, role: Expression): RuleAction {
  return {
    cloudFormation: { Sqs: { QueueUrl: url, RoleArn: role, UseBase64: false } },
    terraform: ['sqs', { queue_url: url, role_arn: role, use_base64: false }],
  };
}

/** One action per outgoing edge that a rule can serve directly. */
export function buildActions(context: IacContext): readonly RuleAction[] {
  const role = context.own('role', 'arn');
  return context.outgoing.flatMap((edge) => builders[edge.service]?.(context, edge, role) ?? []);
}
