import type { PropertyDefinition } from '../services/property.ts';

/** Properties of edges that read a Kinesis data stream. */
const streamReader: readonly PropertyDefinition[] = [
  {
    name: 'fanOut',
    label: 'Read mode',
    type: 'select',
    default: 'shared',
    options: [
      {
        value: 'shared',
        label: 'Shared fan-out',
        help: 'Polls with GetRecords; all pollers share 2 MB/s per shard.',
      },
      {
        value: 'enhanced',
        label: 'Enhanced fan-out',
        help: 'SubscribeToShard; 2 MB/s per shard for this consumer alone.',
      },
    ],
    help: 'Three or more consumers, or low latency, call for enhanced fan-out. It is charged per consumer and shard hour.',
    group: 'Delivery',
    sources: ['KDS-EFO', 'N-094', 'N-095'],
  },
];

const batchSize = (fallback: number, max: number): PropertyDefinition => ({
  name: 'batchSize',
  label: 'Batch size',
  type: 'number',
  default: fallback,
  min: 1,
  max,
  integer: true,
  unit: 'records',
  help: 'Most records handed to one invocation.',
  group: 'Delivery',
  sources: ['SDK-lambda', 'LA-KDS'],
});

const batchWindow: PropertyDefinition = {
  name: 'maximumBatchingWindowInSeconds',
  label: 'Batch window',
  type: 'number',
  default: 0,
  min: 0,
  max: 300,
  integer: true,
  unit: 's',
  help: 'Longest wait for a batch to fill. 0 invokes as soon as there is a record.',
  group: 'Delivery',
  sources: ['SDK-lambda'],
};

/** Event-source mapping of Lambda on a stream (Kinesis, DynamoDB streams). */
const streamToLambda: readonly PropertyDefinition[] = [
  batchSize(100, 10_000),
  batchWindow,
  {
    name: 'parallelizationFactor',
    label: 'Concurrent batches per shard',
    type: 'number',
    default: 1,
    min: 1,
    max: 10,
    integer: true,
    help: 'Lambda concurrency used is shards × this number.',
    group: 'Delivery',
    sources: ['SDK-lambda', 'LA-KDS'],
  },
  {
    name: 'startingPosition',
    label: 'Start at',
    type: 'select',
    default: 'LATEST',
    options: [
      { value: 'LATEST', label: 'Latest', help: 'Only records written after the mapping exists.' },
      { value: 'TRIM_HORIZON', label: 'Oldest', help: 'Everything still retained.' },
    ],
    help: 'Where reading starts when the mapping is created.',
    group: 'Delivery',
    sources: ['SDK-lambda'],
  },
  {
    name: 'maximumRetryAttempts',
    label: 'Retries',
    type: 'number',
    default: 5,
    min: -1,
    max: 10_000,
    integer: true,
    help: 'Attempts after the first one; -1 retries until the record expires and blocks the shard meanwhile.',
    group: 'Delivery',
    sources: ['SDK-lambda', 'LM-ESM'],
  },
  {
    name: 'bisectBatchOnFunctionError',
    label: 'Split failing batches',
    type: 'flag',
    default: true,
    help: 'Halves a failing batch to isolate the bad record.',
    group: 'Delivery',
    advanced: true,
    sources: ['SDK-lambda', 'LM-ESM'],
  },
];

const queueToLambda: readonly PropertyDefinition[] = [
  batchSize(10, 10_000),
  batchWindow,
  {
    name: 'maximumConcurrency',
    label: 'Most concurrent batches',
    type: 'number',
    default: 10,
    min: 2,
    max: 1000,
    integer: true,
    help: 'Caps the invocations this queue may cause at once.',
    group: 'Delivery',
    sources: ['LA-SQS', 'LM-ESM'],
  },
];

const objectEvents: readonly PropertyDefinition[] = [
  {
    name: 'prefix',
    label: 'Key prefix',
    type: 'text',
    default: '',
    maxLength: 1024,
    help: 'Only objects whose key starts with this. Prefixes of one bucket must not overlap for the same event.',
    group: 'Delivery',
    sources: ['S3-EVT', 'N-002'],
  },
  {
    name: 'suffix',
    label: 'Key suffix',
    type: 'text',
    default: '',
    maxLength: 1024,
    help: 'Only objects whose key ends with this, for example .json.',
    group: 'Delivery',
    sources: ['S3-EVT'],
  },
];

const objectPath: readonly PropertyDefinition[] = [
  {
    name: 'prefix',
    label: 'Key prefix',
    type: 'text',
    default: '',
    maxLength: 1024,
    help: 'Part of the bucket this edge reads or writes; permissions are limited to it.',
    group: 'Delivery',
    sources: ['N-002', 'N-006'],
  },
];

const topicFilter: readonly PropertyDefinition[] = [
  {
    name: 'filterPolicy',
    label: 'Filter policy',
    type: 'text',
    language: 'json',
    default: '',
    maxLength: 10_000,
    help: 'JSON filter on message attributes; empty delivers every message.',
    group: 'Delivery',
    sources: ['SNS-DST'],
  },
];

/** Share of the records that take this edge; every edge that carries data has it. */
const share: PropertyDefinition = {
  name: 'share',
  label: 'Share of records',
  type: 'number',
  default: 1,
  min: 0,
  max: 1,
  step: 0.05,
  help: 'Simulated share of the sender’s output that takes this edge: 1 for all, less for filters and branches.',
  group: 'Simulation',
  assumption: true,
  sources: ['ASSUMPTION'],
};

/** Nodes whose own code or model decides what they send: a result is rarely as large as what came in. */
const resultSenders: ReadonlySet<string> = new Set([
  'lambda',
  'ecs-fargate',
  'ec2',
  'batch',
  'msf',
  'kda-sql',
  'glue-etl',
  'glue-streaming',
  'emr',
  'sm-endpoint',
  'sm-processing',
  'sm-transform',
  'bedrock-model',
  'bedrock-agent',
  'rekognition-video',
  'step-functions',
  'user-app',
  'third-party-http',
]);

/** Size of what the sender makes of a record for this receiver. */
const outputRecordBytes: PropertyDefinition = {
  name: 'outputRecordBytes',
  label: 'Size of a record sent',
  type: 'number',
  default: 0,
  min: 0,
  max: 50_000_000,
  integer: true,
  unit: 'bytes',
  help: 'Mean size of what this edge carries: a sighting is smaller than the frame it was found in. 0 sends the size on that came in.',
  group: 'Simulation',
  assumption: true,
  sources: ['ASSUMPTION'],
};

/** Marks a wanted feedback loop, so that the cycle rule accepts it. */
const feedback: PropertyDefinition = {
  name: 'intendedFeedback',
  label: 'Intended feedback',
  type: 'flag',
  default: false,
  help: 'This edge closes a loop on purpose: a redrive or a retraining loop with its own stop condition.',
  group: 'General',
  advanced: true,
  sources: ['CWL-REC'],
};

const objectWriters = new Set([
  'firehose',
  'msf',
  'glue-etl',
  'glue-streaming',
  'databrew',
  'dms',
  'datasync',
  'lambda',
  'batch',
]);

/** Readers of a stream that AWS runs and that have no setting for a consumer of their own (KDS-EFO). */
const managedPollers: ReadonlySet<string> = new Set(['firehose', 'kda-sql', 'eventbridge-pipe', 'redshift']);

/** Property schema of an edge between these services; see the integration book for its meaning. */
export function getEdgeProperties(source: string, target: string): readonly PropertyDefinition[] {
  const own: PropertyDefinition[] = [];
  if (source === 'kds' && !managedPollers.has(target)) own.push(...streamReader);
  if (target === 'lambda' && (source === 'kds' || source === 'dynamodb' || source === 'msk'))
    own.push(...streamToLambda);
  if (target === 'lambda' && source === 'sqs') own.push(...queueToLambda);
  if (source === 's3' && ['lambda', 'sqs', 'sns', 'eventbridge-rule'].includes(target))
    own.push(...objectEvents);
  else if (source === 's3' || (target === 's3' && objectWriters.has(source))) own.push(...objectPath);
  if (source === 'sns') own.push(...topicFilter);
  if (resultSenders.has(source)) own.push(outputRecordBytes);
  return [...own, share, feedback];
}
