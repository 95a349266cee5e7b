import type { Expression } from '../iac/ir/expression.ts';
import type { IacEdgeEnd } from '../iac/ir/mapping.ts';
import type { Configuration } from './configuration.ts';

/** One CloudWatch metric. */
export interface Metric {
  namespace: string;
  name: string;
  statistic: string;
  dimensions: readonly { name: string; value: Expression }[];
}

/** Metrics that AWS publishes by itself and that say first that a pipeline falls behind. */
const published: Readonly<Record<string, Omit<Metric, 'dimensions'> & { dimension: string }>> = {
  kds: {
    namespace: 'AWS/Kinesis',
    name: 'GetRecords.IteratorAgeMilliseconds',
    statistic: 'Maximum',
    dimension: 'StreamName',
  },
  msf: {
    namespace: 'AWS/KinesisAnalytics',
    name: 'millisBehindLatest',
    statistic: 'Maximum',
    dimension: 'Application',
  },
  sqs: {
    namespace: 'AWS/SQS',
    name: 'ApproximateAgeOfOldestMessage',
    statistic: 'Maximum',
    dimension: 'QueueName',
  },
  lambda: { namespace: 'AWS/Lambda', name: 'Errors', statistic: 'Sum', dimension: 'FunctionName' },
  firehose: {
    namespace: 'AWS/Firehose',
    name: 'DeliveryToS3.DataFreshness',
    statistic: 'Maximum',
    dimension: 'DeliveryStreamName',
  },
  dynamodb: {
    namespace: 'AWS/DynamoDB',
    name: 'WriteThrottleEvents',
    statistic: 'Sum',
    dimension: 'TableName',
  },
  'sm-endpoint': {
    namespace: 'AWS/SageMaker',
    name: 'ModelLatency',
    statistic: 'Average',
    dimension: 'EndpointName',
  },
};

/** The first metric that one of the nodes publishes by itself; undefined when none does. */
export function findPublishedMetric(sources: readonly IacEdgeEnd[]): Metric | undefined {
  const source = sources.find((edge) => edge.service in published);
  const known = source && published[source.service];
  if (!source || !known) return undefined;
  const { dimension, ...metric } = known;
  return { ...metric, dimensions: [{ name: dimension, value: source.ref('name') }] };
}

/** The metric a metrics node stands for: the designer's own, or the first one its source publishes. */
export function getMetric(config: Configuration, sources: readonly IacEdgeEnd[]): Metric {
  const known = config.isSet('metricName') ? undefined : findPublishedMetric(sources);
  if (known) return known;
  return {
    namespace: config.text('namespace'),
    name: config.text('metricName'),
    statistic: config.text('statistic'),
    dimensions: Object.entries(config.map('dimensions')).map(([name, value]) => ({ name, value })),
  };
}
