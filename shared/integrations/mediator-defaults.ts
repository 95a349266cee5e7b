import type { Properties } from '../graph/design.ts';
import type { SourceKey } from '../sources/source.ts';

/** What a service is set to when the app puts it between two others. */
export interface MediatorDefaults {
  service: string;
  /** The whole recommendation in words; most of it is already the default of the service. */
  statement: string;
  /** Only what differs from the service's own defaults. Sizes and times are the project's proposals. */
  properties: Properties;
  sources: readonly SourceKey[];
}

const defaults: readonly MediatorDefaults[] = [
  {
    service: 'lambda',
    statement:
      'Current runtime, 512 MB, 60 s; from streams batches of 100 with 5 retries, splitting of failing batches and a record age limit; a queue for what failed; inside the VPC only when the target is.',
    properties: {},
    sources: ['LM-ESM', 'LM-DST', 'ASSUMPTION'],
  },
  {
    service: 's3',
    statement:
      'Public access blocked, TLS only, encrypted; unfinished uploads dropped after 7 days. Staging prefixes expire after 7 days without versions; landing buckets keep versions and move objects to Standard-IA at 30 days.',
    properties: {},
    sources: ['S3-BPA', 'S3-LC', 'N-034', 'N-053', 'ASSUMPTION'],
  },
  {
    service: 'kds',
    statement: 'On-demand mode, 24 hours of retention, encrypted with the AWS managed key.',
    properties: { streamMode: 'ON_DEMAND' },
    sources: ['KDS-LIM', 'N-072'],
  },
  {
    service: 'firehose',
    statement:
      'Batches of 5 MB or 300 s, GZIP for JSON, Parquet when a Glue table is on the chain, an error prefix, a backup bucket for destinations other than S3.',
    properties: {},
    sources: ['FH-DLV', 'FH-CONV', 'FH-LIM'],
  },
  {
    service: 'eventbridge-pipe',
    statement:
      'Starts at the latest record; batches of 100 within 1 s; 5 retries, records up to 3,600 s old, then a queue.',
    properties: {},
    sources: ['EB-PSRC', 'EB-PTGT'],
  },
  {
    service: 'eventbridge-rule',
    statement:
      'Default bus; pattern narrowed to source and detail type; 10 retries within an hour, then a queue.',
    properties: {},
    sources: ['EB-TGT', 'EB-DLQ'],
  },
  {
    service: 'dms',
    statement: 'Full load and change capture, Multi-AZ, TLS, secrets in Secrets Manager, task logs on.',
    properties: {},
    sources: ['DMS-RI', 'DMS-S3T'],
  },
  {
    service: 'datasync',
    statement:
      'Transferred files verified, overwritten but never deleted, once a day; an agent when a location is on premises.',
    properties: {},
    sources: ['DS-API', 'DS-LOC'],
  },
  {
    service: 'glue-catalog',
    statement: 'One database per project, tables with the schema of the data, partitions by date.',
    properties: {},
    sources: ['ATH-GLUE'],
  },
  {
    service: 'glue-crawler',
    statement: 'Once a day; schema additions are applied, removals only logged.',
    properties: {},
    sources: ['GL-CRW', 'ASSUMPTION'],
  },
  {
    service: 'glue-etl',
    statement:
      'Latest Glue version, two G.1X workers with auto scaling, bookmarks, continuous logs, one retry.',
    properties: {},
    sources: ['GL-CONN', 'GL-EOL'],
  },
  {
    service: 'iot-core',
    statement: 'Selects everything from the topic with a time stamp; errors go to a queue or bucket.',
    properties: {},
    sources: ['IOT-ACT'],
  },
  {
    service: 'ecs-fargate',
    statement:
      'One task per video stream with 2 vCPU and 4 GB for decoding, 1 vCPU and 2 GB otherwise, checkpoints in DynamoDB.',
    properties: {},
    sources: ['N-140', 'N-141', 'ASSUMPTION'],
  },
  {
    service: 'sns',
    statement: 'Standard topic, encrypted; subscriptions with a dead-letter queue.',
    properties: {},
    sources: ['SNS-DST'],
  },
  {
    service: 'sqs',
    statement:
      'Standard queue, visible again after six times the consumer’s time, moved to a dead-letter queue after 5 attempts.',
    properties: {},
    sources: ['SQS-KMS', 'ASSUMPTION'],
  },
  {
    service: 'step-functions',
    statement:
      'Standard workflow, retry and catch on every task, waits for jobs it starts, logs every step without its data.',
    properties: { loggingLevel: 'ALL' },
    sources: ['SFN-OPT'],
  },
  {
    service: 'api-gateway',
    statement:
      'REST API with the AWS integration of the target, IAM authorization, throttled to 100 requests/s.',
    properties: {},
    sources: ['AG-INT', 'AG-HTTP', 'ASSUMPTION'],
  },
  {
    service: 'kvs',
    statement: 'Keeps media for 24 hours; one stream per producer.',
    properties: {},
    sources: ['KVS-API', 'N-136'],
  },
  {
    service: 'msf',
    statement: 'Latest Flink runtime, checkpoints every 60 s, snapshots and automatic scaling on.',
    properties: {},
    sources: ['MSF-CON', 'N-133'],
  },
  {
    service: 'athena',
    statement: 'Workgroup with an enforced, encrypted result location and a scan limit per query.',
    properties: {},
    sources: ['ATH-GLUE'],
  },
  {
    service: 'cw-logs',
    statement: 'Standard class, kept for 30 days; the logs of the delivery itself stay out of the filter.',
    properties: {},
    sources: ['CWL-SUB', 'CWL-REC'],
  },
  {
    service: 'cw-metrics',
    statement: 'Metric filter with the default value 0.',
    properties: {},
    sources: ['ASSUMPTION'],
  },
  {
    service: 'cw-alarm',
    statement: 'One of three periods of 60 s; missing data counts as healthy.',
    properties: {},
    sources: ['CW-ALM', 'ASSUMPTION'],
  },
];

/** Defaults of every service the app inserts. */
export const mediatorDefaults: ReadonlyMap<string, MediatorDefaults> = new Map(
  defaults.map((entry) => [entry.service, entry]),
);
