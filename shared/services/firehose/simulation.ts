import { getShardCount } from '../kinesis-lanes.ts';
import { isLargeRegion } from '../regions.ts';
import type { CostLine, NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';

const mebibyte = 1_048_576;
/** Zero buffering delivers "in a few seconds"; the figure itself is not published. */
const zeroBufferSeconds = 3;

interface Source {
  /** Buffers are formed per shard; Direct PUT has one. */
  lanes: number;
  directPut: boolean;
  /** How long undelivered data survives. */
  holdSeconds: number;
}

function getSource(context: SimulationContext): Source {
  const stream = context.incoming.find((edge) => edge.service === 'kds');
  if (!stream) return { lanes: 1, directPut: true, holdSeconds: context.limit('hold-seconds') };
  return {
    lanes: getShardCount(stream.config),
    directPut: false,
    holdSeconds: stream.config.number('retentionPeriodHours') * 3600,
  };
}

/** The Direct PUT quotas scale together, so one raised figure gives all three. */
function buildIngest(context: SimulationContext): Stage {
  const size = isLargeRegion(context.region) ? '-large' : '';
  const regionBytes = context.limit(`direct-put-bytes${size}`);
  const raised = context.config.number('directPutQuotaMiBps') * mebibyte;
  const scale = raised > 0 ? raised / regionBytes : 1;
  const requests = context.limit(`direct-put-requests${size}`) * scale;
  const records = Math.min(
    context.limit(`direct-put-records${size}`) * scale,
    requests * context.config.number('recordsPerPut'),
  );
  const retrySeconds = context.config.number('producerRetrySeconds');
  const refusal =
    retrySeconds > 0
      ? ({ onRefuse: 'retry', retryForSeconds: retrySeconds } as const)
      : ({ onRefuse: 'drop' } as const);
  return {
    label: 'Direct PUT',
    admission: [
      {
        label: `Direct PUT quota, ${(regionBytes * scale) / mebibyte} MiB/s`,
        bytesPerSecond: regionBytes * scale,
        scope: 'station',
        ...refusal,
      },
      {
        label: `Direct PUT quota, ${Math.round(records)} records/s at ${Math.round(requests)} calls/s`,
        recordsPerSecond: records,
        scope: 'station',
        ...refusal,
      },
    ],
    service: { kind: 'unlimited' },
  };
}

function buildTransform(context: SimulationContext, lanes: number): readonly Stage[] {
  const transform = context.outgoing.find((edge) => edge.service === 'lambda');
  if (!transform) return [];
  const bufferBytes = context.config.number('transformBufferSizeMBs') * 1_000_000;
  const seconds = Math.max(0.001, transform.config.number('averageDurationMs') / 1000);
  const splunk = context.outgoing.some((edge) => edge.service === 'splunk');
  const invocations = context.limit('transform-invocations') * (splunk ? 2 : 1);
  const failureShare = transform.config.number('errorRate');
  return [
    {
      label: 'transform buffer',
      lanes,
      service: { kind: 'unlimited' },
      batch: {
        label: 'Lambda transform buffer',
        maxBytes: bufferBytes,
        maxSeconds: Math.max(1, context.config.number('transformBufferIntervalSeconds')),
        scope: 'lane',
        timer: 'first-record',
      },
    },
    {
      label: 'transform calls',
      lanes,
      service: {
        kind: 'rate',
        label: `Lambda transform: ${invocations} calls at a time per shard`,
        bytesPerSecond: (invocations * bufferBytes) / seconds,
      },
      delaySeconds: seconds,
      ...(failureShare > 0 && {
        failure: {
          label: 'Failed transformations go to the error prefix',
          probability: failureShare,
          maxAttempts: context.config.number('transformRetries') + 1,
          backoffSeconds: 1,
          onExhausted: 'dead-letter' as const,
        },
      }),
    },
  ];
}

function buildDelivery(context: SimulationContext, source: Source): Stage {
  const { config } = context;
  const partitioned = config.flag('dynamicPartitioning');
  const partitions = config.number('activePartitions');
  const allowed = context.limit('active-partitions');
  const interval = Math.max(zeroBufferSeconds, config.number('bufferIntervalSeconds'));
  const smaller =
    config.text('dataFormatConversion') !== 'OFF' || config.text('compressionFormat') !== 'UNCOMPRESSED';
  return {
    label: 'delivery buffer',
    // With dynamic partitioning there is one buffer per active partition, not per shard.
    lanes: partitioned ? Math.min(partitions, allowed) : source.lanes,
    queue: {
      retentionSeconds: source.holdSeconds,
      onFull: 'block',
      onExpire: 'drop',
    },
    service: partitioned
      ? {
          kind: 'rate',
          label: 'Dynamic partition, 1 GB/s each',
          bytesPerSecond: context.limit('partition-bytes'),
        }
      : { kind: 'unlimited' },
    ...(partitioned &&
      partitions > allowed && {
        failure: {
          label: `More than ${allowed} active partitions: the rest goes to the error prefix`,
          probability: (partitions - allowed) / partitions,
          maxAttempts: 1,
          backoffSeconds: 0,
          onExhausted: 'dead-letter' as const,
        },
      }),
    batch: {
      label: `Buffer ${config.number('bufferSizeMBs')} MB or ${config.number('bufferIntervalSeconds')} s`,
      maxBytes: config.number('bufferSizeMBs') * mebibyte,
      // Partitioned data may take one and a half intervals (FH-DP).
      maxSeconds: partitioned ? 1.5 * interval : interval,
      scope: 'lane',
      timer: 'first-record',
    },
    ...(smaller && { transform: { bytesPerByte: config.number('compressionRatio') } }),
  };
}

function buildCost(context: SimulationContext): readonly CostLine[] {
  const { config } = context;
  const lines: CostLine[] = [
    {
      label: 'Data ingested, records rounded up to 5 KB',
      basis: 'bytes-in',
      factor: 1e-9,
      price: 'price-ingest',
      roundRecordUpToBytes: 5000,
    },
  ];
  if (config.text('dataFormatConversion') !== 'OFF') {
    lines.push({ label: 'Format conversion', basis: 'bytes-in', factor: 1e-9, price: 'price-conversion' });
  }
  if (config.flag('dynamicPartitioning')) {
    lines.push(
      { label: 'Dynamic partitioning', basis: 'bytes-in', factor: 1e-9, price: 'price-partitioning' },
      { label: 'Objects delivered', basis: 'batches', factor: 1, price: 'price-partition-object' },
    );
  }
  return lines;
}

function build(context: SimulationContext): NodeModel {
  const source = getSource(context);
  return {
    stages: [
      ...(source.directPut ? [buildIngest(context)] : []),
      ...buildTransform(context, source.lanes),
      buildDelivery(context, source),
    ],
    fanOut: 'copy',
    cost: buildCost(context),
    assumptions: [
      'The Direct PUT quota stays as set; the automatic raise under throttling has no published speed.',
      'Buffer sizes count MiB and the bytes before compression.',
      'Zero buffering is taken as 3 s, because AWS says "a few seconds".',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Direct PUT passes three token buckets (bytes, records, calls per second); a Kinesis source has none. A connected Lambda function transforms batches of its own, five calls at a time per shard. Then one buffer per shard (per partition with dynamic partitioning) is delivered when its size or its interval is reached. Undelivered data is held for 24 hours, or as long as the source stream keeps it.',
  sources: ['FH-Q', 'FH-BUF', 'FH-XF', 'FH-DP', 'FH-RETRY'],
  build,
};
