import { type Expression, json, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';

interface Subscription {
  key: string;
  protocol: string;
  endpoint: Expression;
  raw: boolean;
  withRole: boolean;
  filter: Expression | undefined;
  deadLetters: boolean;
}

function parseFilter(text: string): Expression | undefined {
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Expression)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Endpoints outside AWS, each with the input that asks for its address. */
function getEndpoints(context: IacContext): readonly { node: string; variableName: string }[] {
  return context.outgoing
    .filter((edge) => edge.service === 'third-party-http')
    .map(({ node }, index) => ({
      node,
      variableName: getNodeVariableName(context, `EndpointUrl${index === 0 ? '' : index + 1}`),
    }));
}

const protocols: Readonly<Record<string, string>> = { sqs: 'sqs', lambda: 'lambda', firehose: 'firehose' };

function getSubscriptions(context: IacContext): Subscription[] {
  const { config } = context;
  const raw = config.flag('rawMessageDelivery');
  const deadLetters = config.flag('deadLetterQueue');
  const services = context.outgoing.flatMap((edge) => {
    const protocol = protocols[edge.service];
    if (protocol === undefined) return [];
    const filter = edge.edgeConfig.has('filterPolicy')
      ? parseFilter(edge.edgeConfig.text('filterPolicy'))
      : undefined;
    return [
      {
        key: `subscription-${edge.node}`,
        protocol,
        endpoint: edge.ref('arn'),
        raw: raw && protocol !== 'lambda',
        withRole: protocol === 'firehose',
        filter,
        deadLetters,
      },
    ];
  });
  const endpoints = getEndpoints(context).map(({ node, variableName }) => ({
    key: `subscription-${node}`,
    protocol: 'https',
    endpoint: variable(variableName),
    raw,
    withRole: false,
    filter: undefined,
    deadLetters,
  }));
  const people = config.list('emailSubscribers').map((address, index) => ({
    key: `email-${index + 1}`,
    protocol: 'email',
    endpoint: address,
    raw: false,
    withRole: false,
    filter: undefined,
    deadLetters: false,
  }));
  return [...services, ...endpoints, ...people];
}

function getKey(context: IacContext): Expression | undefined {
  switch (context.config.text('encryption')) {
    case 'CUSTOMER_MANAGED':
      return context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
    case 'AWS_MANAGED':
      return 'alias/aws/sns';
    default:
      return undefined;
  }
}

function build(context: IacContext): IacContribution {
  const fifo = context.config.text('topicType') === 'FIFO';
  const suffix = fifo ? '.fifo' : '';
  const name = `${context.physicalName(200)}${suffix}`;
  const key = getKey(context);
  const subscriptions = getSubscriptions(context);
  const needsQueue = subscriptions.some((subscription) => subscription.deadLetters);
  const queueName = `${context.physicalName(66)}-dlq${suffix}`;
  const queue = context.own('dead-letters', 'arn');
  const role = context.own('role', 'arn');
  const redrive = { deadLetterTargetArn: queue };
  return {
    cloudFormation: [
      {
        key: 'topic',
        type: 'AWS::SNS::Topic',
        properties: { TopicName: name, FifoTopic: fifo ? true : undefined, KmsMasterKeyId: key },
      },
      ...(needsQueue
        ? [
            {
              key: 'dead-letters',
              type: 'AWS::SQS::Queue' as const,
              properties: {
                QueueName: queueName,
                FifoQueue: fifo ? true : undefined,
                MessageRetentionPeriod: 1_209_600,
                SqsManagedSseEnabled: true,
              },
            },
          ]
        : []),
      ...subscriptions.map((item) => ({
        key: item.key,
        type: 'AWS::SNS::Subscription' as const,
        properties: {
          TopicArn: context.own('topic', 'arn'),
          Protocol: item.protocol,
          Endpoint: item.endpoint,
          RawMessageDelivery: item.raw ? true : undefined,
          SubscriptionRoleArn: item.withRole ? role : undefined,
          FilterPolicy: item.filter === undefined ? undefined : verbatim(item.filter),
          RedrivePolicy: item.deadLetters ? verbatim(redrive) : undefined,
        },
      })),
    ],
    terraform: [
      {
        key: 'topic',
        type: 'aws_sns_topic',
        arguments: { name, fifo_topic: fifo ? true : undefined, kms_master_key_id: key },
      },
      ...(needsQueue
        ? [
            {
              key: 'dead-letters',
              type: 'aws_sqs_queue' as const,
              arguments: {
                name: queueName,
                fifo_queue: fifo ? true : undefined,
                message_retention_seconds: 1_209_600,
                sqs_managed_sse_enabled: true,
              },
            },
          ]
        : []),
      ...subscriptions.map((item) => ({
        key: item.key,
        type: 'aws_sns_topic_subscription' as const,
        arguments: {
          topic_arn: context.own('topic', 'arn'),
          protocol: item.protocol,
          endpoint: item.endpoint,
          raw_message_delivery: item.raw ? true : undefined,
          subscription_role_arn: item.withRole ? role : undefined,
          filter_policy: item.filter === undefined ? undefined : json(item.filter),
          redrive_policy: item.deadLetters ? json(redrive) : undefined,
        },
      })),
    ],
    roles: subscriptions.some((item) => item.withRole)
      ? [{ key: 'role', trusts: ['sns.amazonaws.com'] }]
      : [],
    variables: getEndpoints(context).map(({ variableName, node }) => ({
      name: variableName,
      type: 'string',
      description: `HTTPS address of ${node}, to which ${context.name} sends; it has to confirm the subscription.`,
      validation: { pattern: '^https://', message: 'Use an https:// address.' },
    })),
    resourcePolicies: needsQueue
      ? [
          {
            key: 'dead-letters-policy',
            of: 'dead-letters',
            kind: 'queue',
            statements: [
              {
                sid: 'AcceptUndeliveredMessages',
                principals: ['sns.amazonaws.com'],
                actions: ['sqs:SendMessage'],
                resources: [queue],
                conditions: { ArnEquals: { 'aws:SourceArn': context.own('topic', 'arn') } },
              },
            ],
          },
        ]
      : [],
  };
}

export const iac: IacMapping = {
  primary: 'topic',
  role: 'role',
  types: {
    cloudFormation: ['AWS::SNS::Topic', 'AWS::SNS::Subscription', 'AWS::SQS::Queue'],
    terraform: ['aws_sns_topic', 'aws_sns_topic_subscription', 'aws_sqs_queue'],
  },
  build,
};
