import { type Body, blocks } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour } from '../../iac/ir/mapping.ts';

const event = 's3:ObjectCreated:*';

export interface Notifications {
  /** NotificationConfiguration of the bucket. */
  cloudFormation: Body;
  /** Body of aws_s3_bucket_notification without the bucket. */
  terraform: Body;
}

function getFilter(edge: IacNeighbour): readonly { name: string; value: string }[] {
  return ['prefix', 'suffix']
    .map((name) => ({ name, value: edge.edgeConfig.has(name) ? edge.edgeConfig.text(name) : '' }))
    .filter(({ value }) => value !== '');
}

function buildTarget(edge: IacNeighbour, member: string): Body {
  const filter = getFilter(edge);
  return {
    Event: event,
    Filter:
      filter.length > 0
        ? { S3Key: { Rules: filter.map(({ name, value }) => ({ Name: name, Value: value })) } }
        : undefined,
    [member]: edge.ref('arn'),
  };
}

function buildTerraformTarget(edge: IacNeighbour, argument: string): Body {
  const filter = new Map(getFilter(edge).map(({ name, value }) => [name, value]));
  return {
    [argument]: edge.ref('arn'),
    events: [event],
    filter_prefix: filter.get('prefix'),
    filter_suffix: filter.get('suffix'),
  };
}

/**
 * Event notifications to functions, queues, topics and EventBridge; undefined when nobody listens.
 * What lets S3 call them belongs to the edge.
 */
export function buildNotifications(context: IacContext): Notifications | undefined {
  const to = (service: string) => context.outgoing.filter((edge) => edge.service === service);
  const functions = to('lambda');
  const queues = to('sqs');
  const topics = to('sns');
  const bus = to('eventbridge-rule').length > 0;
  if (functions.length + queues.length + topics.length === 0 && !bus) return undefined;
  const list = (edges: readonly IacNeighbour[], member: string) =>
    edges.length > 0 ? edges.map((edge) => buildTarget(edge, member)) : undefined;
  const terraformList = (edges: readonly IacNeighbour[], argument: string) =>
    edges.length > 0 ? blocks(edges.map((edge) => buildTerraformTarget(edge, argument))) : undefined;
  return {
    cloudFormation: {
      LambdaConfigurations: list(functions, 'Function'),
      QueueConfigurations: list(queues, 'Queue'),
      TopicConfigurations: list(topics, 'Topic'),
      EventBridgeConfiguration: bus ? { EventBridgeEnabled: true } : undefined,
    },
    terraform: {
      lambda_function: terraformList(functions, 'lambda_function_arn'),
      queue: terraformList(queues, 'queue_arn'),
      topic: terraformList(topics, 'topic_arn'),
      eventbridge: bus ? true : undefined,
    },
  };
}
