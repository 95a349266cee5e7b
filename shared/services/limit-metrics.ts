import type { SourceKey } from '../sources/source.ts';

/** A metric that AWS publishes by itself and that is above 0 when a limit refuses something. */
export interface LimitMetric {
  namespace: string;
  name: string;
  /** Name of the dimension, and the attribute of the node's main resource that is its value. */
  dimension: string;
  attribute: 'name' | 'arn';
  /** How the limits that it tells about start in the words of the simulation. */
  limits: readonly string[];
  /** What a value above 0 means. */
  meaning: string;
  sources: readonly SourceKey[];
}

const metrics: Readonly<Record<string, readonly LimitMetric[]>> = {
  kds: [
    {
      namespace: 'AWS/Kinesis',
      name: 'WriteProvisionedThroughputExceeded',
      dimension: 'StreamName',
      attribute: 'name',
      limits: ['Shard write limit'],
      meaning: 'Writes were refused because a shard was full',
      sources: ['KDS-CW', 'CDK'],
    },
    {
      namespace: 'AWS/Kinesis',
      name: 'ReadProvisionedThroughputExceeded',
      dimension: 'StreamName',
      attribute: 'name',
      limits: ['Shard read limit'],
      meaning: 'Reads were refused because consumers share the read limit of a shard',
      sources: ['KDS-CW', 'CDK'],
    },
  ],
  lambda: [
    {
      namespace: 'AWS/Lambda',
      name: 'Throttles',
      dimension: 'FunctionName',
      attribute: 'name',
      limits: ['Reserved concurrency', 'Account concurrency', 'Request limit'],
      meaning: 'Invocations were refused because no concurrency was left',
      sources: ['LA-CW', 'CDK'],
    },
  ],
  dynamodb: [
    {
      namespace: 'AWS/DynamoDB',
      name: 'WriteThrottleEvents',
      dimension: 'TableName',
      attribute: 'name',
      limits: ['Provisioned ', 'On-demand ceiling', 'Partition limit'],
      meaning: 'Writes were refused because the capacity of the table or of a partition was used up',
      sources: ['DDB-CW', 'CDK'],
    },
  ],
  firehose: [
    {
      namespace: 'AWS/Firehose',
      name: 'ThrottledRecords',
      dimension: 'DeliveryStreamName',
      attribute: 'name',
      limits: ['Direct PUT quota'],
      meaning: 'Records were refused because the quota of the stream was used up',
      sources: ['FH-CW'],
    },
  ],
  'step-functions': [
    {
      namespace: 'AWS/States',
      name: 'ExecutionThrottled',
      dimension: 'StateMachineArn',
      attribute: 'arn',
      limits: ['Transition quota'],
      meaning: 'State transitions were held back by the quota of the account',
      sources: ['SFN-CW', 'CDK'],
    },
  ],
};

/** Metrics of a service that say when one of its limits refuses; none where AWS publishes no such metric. */
export function getLimitMetrics(service: string): readonly LimitMetric[] {
  return Object.hasOwn(metrics, service) ? (metrics[service] ?? []) : [];
}
