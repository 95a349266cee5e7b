import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

/** Lanes of the stream: shards, or for on-demand one lane per 1 MB/s of capacity. */
function getLaneCount(context: SimulationContext): number {
  if (context.config.text('streamMode') === 'PROVISIONED') return context.config.number('shardCount');
  const start = context.limit('on-demand-start-bytes');
  const capacity = Math.max(start, 2 * context.config.number('onDemandPeakBytesPerSecond'));
  return Math.ceil(capacity / context.limit('shard-write-bytes'));
}

/** Whether the reader registered for enhanced fan-out. */
function isEnhanced(reader: SimulationNeighbour): boolean {
  return reader.edgeConfig.has('fanOut') && reader.edgeConfig.text('fanOut') === 'enhanced';
}

function build(context: SimulationContext): NodeModel {
  const lanes = getLaneCount(context);
  const onDemand = context.config.text('streamMode') === 'ON_DEMAND';
  const enhanced = context.outgoing.filter(isEnhanced).length;
  const retrySeconds = context.config.number('producerRetrySeconds');
  const refusal =
    retrySeconds > 0
      ? ({ onRefuse: 'retry', retryForSeconds: retrySeconds } as const)
      : ({ onRefuse: 'drop' } as const);
  const write: Stage = {
    label: 'shards (write)',
    lanes,
    laneName: 'shards',
    laneShares: context.keyShares(lanes),
    admission: [
      {
        label: 'Shard write limit, bytes',
        bytesPerSecond: context.limit('shard-write-bytes'),
        scope: 'lane',
        ...refusal,
      },
      {
        label: 'Shard write limit, records',
        recordsPerSecond: context.limit('shard-write-records'),
        scope: 'lane',
        ...refusal,
      },
    ],
    // The same limits once more as capacity: what was admitted passes at once, and its share is the utilization.
    service: {
      kind: 'rate',
      label: 'Shard write limit, 1 MB/s or 1,000 records/s',
      bytesPerSecond: context.limit('shard-write-bytes'),
      recordsPerSecond: context.limit('shard-write-records'),
    },
    ...(onDemand && {
      scaling: {
        label: 'On-demand capacity: double within 15 minutes',
        initialUnits: 1,
        minUnits: 1,
        maxUnits: 4096,
        step: { kind: 'multiply', factor: 2 },
        metric: 'utilization',
        upAbove: 0.5,
        evaluateEverySeconds: context.limit('on-demand-double-seconds'),
        upEvaluations: 1,
        downEvaluations: 1,
        cooldownSeconds: 0,
        warmUpSeconds: 0,
      },
    }),
  };
  return {
    stages: [write],
    fanOut: 'copy',
    cost: onDemand
      ? [
          { label: 'Stream hours', basis: 'hours', factor: 1, price: 'price-on-demand-hour' },
          {
            label: 'Data in',
            basis: 'bytes-in',
            factor: 1e-9,
            price: 'price-on-demand-in',
            roundRecordUpToBytes: 1000,
          },
          { label: 'Data out', basis: 'bytes-out', factor: 1e-9, price: 'price-on-demand-out' },
        ]
      : [
          { label: 'Shard hours', basis: 'hours', factor: lanes, price: 'price-shard-hour' },
          {
            label: 'PUT payload units',
            basis: 'bytes-in',
            factor: 1 / 25_000,
            price: 'price-put-unit',
            roundRecordUpToBytes: 25_000,
          },
          ...(enhanced > 0
            ? [
                {
                  label: 'Enhanced fan-out consumer and shard hours',
                  basis: 'hours' as const,
                  factor: lanes * enhanced,
                  price: 'price-fan-out-hour',
                },
                {
                  label: 'Data read by enhanced fan-out',
                  basis: 'bytes-in' as const,
                  factor: 1e-9 * enhanced,
                  price: 'price-fan-out-data',
                },
              ]
            : []),
        ],
    assumptions: [
      'Keys are spread over equal MD5 hash ranges, so hot keys make hot shards.',
      'Producers hold throttled records and try again until their retry time is over.',
    ],
  };
}

/** Every reader has its own position in the log; polling readers share each shard's read limit. */
function buildOutgoing(context: SimulationContext, reader: SimulationNeighbour): readonly Stage[] {
  const lanes = getLaneCount(context);
  const dedicated = isEnhanced(reader);
  const sharedReaders = context.outgoing.filter((other) => !isEnhanced(other)).length;
  // 200 ms with one shared reader, about 1 s with five: linear in between (KDS-EFO).
  const sharedDelay = context.limit('latency-shared') * Math.max(1, sharedReaders);
  return [
    {
      label: dedicated ? 'enhanced fan-out reader' : 'shared reader',
      lanes,
      laneName: 'shards',
      laneShares: context.keyShares(lanes),
      queue: {
        retentionSeconds: context.config.number('retentionPeriodHours') * 3600,
        onFull: 'drop',
        onExpire: 'drop',
      },
      ...(dedicated
        ? {
            service: {
              kind: 'rate',
              label: 'Enhanced fan-out read limit, 2 MB/s per shard and consumer',
              bytesPerSecond: context.limit('fan-out-read-bytes'),
            } as const,
            delaySeconds: context.limit('latency-fan-out'),
          }
        : {
            shared: [
              {
                group: 'shard-read',
                label: 'Shard read limit, 2 MB/s shared by all polling consumers',
                bytesPerSecond: context.limit('shard-read-bytes'),
                scope: 'lane',
              } as const,
            ],
            delaySeconds: sharedDelay,
          }),
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'Each shard has two write token buckets (1 MB/s and 1,000 records/s) filled by its share of the keys. Every reader follows the log at its own position: polling readers share 2 MB/s per shard max-min fairly, an enhanced fan-out reader has 2 MB/s of its own. Records older than the retention period are lost to a reader that has not reached them.',
  sources: ['KDS-Q', 'KDS-EFO', 'KDS-MODE'],
  scaledBy: 'shardCount',
  build,
  buildOutgoing,
};
