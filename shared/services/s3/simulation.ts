import { getKmsRequestLimit } from '../kms-requests.ts';
import type {
  CostLine,
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

/** Senders that write one object for each thing they send; the others form large objects first. */
const objectPerRecord = new Set([
  'producer-sdk',
  'lambda',
  'iot-core',
  'api-gateway',
  'user-app',
  'ec2',
  'ecs-fargate',
  'sm-endpoint',
  'kvs',
]);
const eventReceivers = new Set(['lambda', 'sqs', 'sns', 'eventbridge-rule']);
/** One notification: about 1 KB of JSON, whatever the size of the object; AWS publishes no figure. */
const eventBytes = 1000;
const archived = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** Each sender has prefixes of its own, so each gets its own request buckets. */
function buildIncoming(context: SimulationContext, sender: SimulationNeighbour): readonly Stage[] {
  if (!objectPerRecord.has(sender.service)) return [];
  const { config } = context;
  const prefixes = config.number('writtenPrefixes');
  const records = config.number('recordsPerObject');
  const writes = context.limit('prefix-writes') * prefixes;
  const kms = getKmsRequestLimit('kms-requests', context.region);
  const encryption = config.text('encryption');
  const perObjectKey =
    encryption === 'DSSE_KMS' || (encryption === 'SSE_KMS' && !config.flag('bucketKeyEnabled'));
  return [
    {
      label: 'object writes',
      admission: [
        {
          label: `S3 writes, ${writes} requests/s over ${prefixes} ${prefixes === 1 ? 'prefix' : 'prefixes'}`,
          recordsPerSecond: writes * records,
          scope: 'station',
          onRefuse: 'retry',
        },
        ...(perObjectKey
          ? [
              {
                label: `KMS requests, ${context.limit(kms)} per second, one for each object`,
                recordsPerSecond: context.limit(kms) * records,
                scope: 'station' as const,
                onRefuse: 'retry' as const,
              },
            ]
          : []),
      ],
      service: { kind: 'unlimited' },
    },
  ];
}

function getRestoreSeconds(context: SimulationContext): number {
  const deep = context.config.text('storageClass') === 'DEEP_ARCHIVE';
  switch (context.config.text('retrievalTier')) {
    case 'EXPEDITED':
      // Deep Archive has no expedited restore; the rule on it says so, the model takes the next best.
      return context.limit(deep ? 'restore-deep-standard' : 'restore-expedited');
    case 'BULK':
      return context.limit(deep ? 'restore-deep-bulk' : 'restore-bulk');
    default:
      return context.limit(deep ? 'restore-deep-standard' : 'restore-standard');
  }
}

/** Events come once per object; archived objects must be restored before anyone reads them. */
function buildOutgoing(context: SimulationContext, reader: SimulationNeighbour): readonly Stage[] {
  const records = context.config.number('recordsPerObject');
  const stages: Stage[] = [];
  if (eventReceivers.has(reader.service)) {
    stages.push({
      label: 'object events',
      service: { kind: 'unlimited' },
      transform: { recordsPerRecord: 1 / records, outputBytes: eventBytes },
    });
  }
  if (archived.has(context.config.text('storageClass')) && !eventReceivers.has(reader.service)) {
    stages.push({
      label: 'archive restore',
      admission: [
        {
          label: `Restore requests, ${context.limit('restore-requests')} per second and account`,
          recordsPerSecond: context.limit('restore-requests') * records,
          scope: 'station',
          onRefuse: 'retry',
        },
      ],
      service: { kind: 'unlimited' },
      delaySeconds: getRestoreSeconds(context),
    });
  }
  return stages;
}

const storagePrices: Readonly<Record<string, string>> = {
  STANDARD: 'price-standard',
  INTELLIGENT_TIERING: 'price-intelligent-tiering',
  STANDARD_IA: 'price-standard-ia',
  ONEZONE_IA: 'price-onezone-ia',
  GLACIER_IR: 'price-glacier-ir',
  GLACIER: 'price-glacier',
  DEEP_ARCHIVE: 'price-deep-archive',
};

const chargedFromMinimum = new Set(['STANDARD_IA', 'ONEZONE_IA', 'GLACIER_IR']);

/** A month of storage. Small objects are charged a least size or extra bytes each, where their size is known. */
function getStorage(context: SimulationContext, direct: boolean): CostLine[] {
  const { config } = context;
  const storageClass = config.text('storageClass');
  const records = config.number('recordsPerObject');
  const price = storagePrices[storageClass] ?? 'price-standard';
  const storage: CostLine = {
    label: 'Storage of what arrived, one month',
    basis: 'bytes-in',
    factor: 1e-9,
    price,
    ...(direct &&
      chargedFromMinimum.has(storageClass) && {
        minimumRecordBytes: context.limit('infrequent-minimum-bytes') / records,
      }),
  };
  if (!direct || !archived.has(storageClass)) return [storage];
  const getExtra = (label: string, bytes: number, at: string): CostLine => ({
    label,
    basis: 'records-in',
    factor: (bytes * 1e-9) / records,
    price: at,
  });
  return [
    storage,
    getExtra('Index of archived objects, one month', context.limit('archive-index-bytes'), price),
    getExtra('Names of archived objects, one month', context.limit('archive-name-bytes'), 'price-standard'),
  ];
}

function build(context: SimulationContext): NodeModel {
  const records = context.config.number('recordsPerObject');
  const direct = context.incoming.some((edge) => objectPerRecord.has(edge.service));
  const storage = getStorage(context, direct);
  return {
    stages: [
      {
        label: 'bucket',
        service: { kind: 'unlimited' },
        delaySeconds: context.limit('latency-small-object'),
      },
    ],
    fanOut: 'copy',
    cost: direct
      ? [...storage, { label: 'PUT requests', basis: 'records-in', factor: 1 / records, price: 'price-put' }]
      : storage,
    assumptions: [
      'A prefix keeps its published minimum of 3,500 writes and 5,500 reads per second; how fast S3 splits busy prefixes is not published.',
      'Batching writers such as Firehose make so few objects that request limits do not bind.',
      'Storage is charged for one month of what arrived in the run.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Senders that write an object per message pass a token bucket of 3,500 writes per second and prefix (and the KMS quota with SSE-KMS but no Bucket Key); throttled requests are tried again. Storage itself is unlimited and takes 150 ms. Events of about 1 KB leave once per object; archived classes add their restore time and 1,000 restores per second in front of readers.',
  sources: ['S3-PERF', 'S3-RETR', 'S3-BK', 'KMS-Q'],
  build,
  buildIncoming,
  buildOutgoing,
};
