import { getShardCount } from '../kinesis-lanes.ts';
import { isLargeRegion } from '../regions.ts';
import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

/** Batches of the source in work at once; only streams have shards. */
function getPollers(context: SimulationContext, sender: SimulationNeighbour): number | undefined {
  if (sender.service === 'kds')
    return getShardCount(sender.config) * context.config.number('parallelizationFactor');
  if (sender.service !== 'dynamodb') return undefined;
  const partitions = sender.config.has('partitions') ? sender.config.number('partitions') : 1;
  return partitions * context.config.number('parallelizationFactor');
}

/** What is not in work waits at the source, in its order. */
function buildIncoming(context: SimulationContext, sender: SimulationNeighbour): readonly Stage[] {
  const { config } = context;
  const pollers = getPollers(context, sender);
  const batch = config.number('batchSize');
  const window = config.number('maximumBatchingWindowInSeconds');
  const seconds = config.number('targetDurationMs') / 1000;
  return [
    {
      label: 'pipe poller',
      ...(pollers !== undefined && {
        queue: { maxRecords: pollers * batch, onFull: 'block' as const },
        service: {
          kind: 'rate' as const,
          label: `${pollers} batches of ${batch} at a time`,
          recordsPerSecond: (pollers * batch) / seconds,
        },
      }),
      ...(window > 0 && {
        batch: {
          label: `Batch of ${batch} or ${window} s`,
          maxRecords: batch,
          maxSeconds: window,
          scope: 'station' as const,
          timer: 'first-record' as const,
        },
      }),
    },
  ];
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const concurrency = context.limit(isLargeRegion(context.region) ? 'concurrency-large' : 'concurrency');
  const batch = config.number('batchSize');
  const share = config.number('matchShare');
  return {
    stages: [
      {
        label: 'filter',
        service: { kind: 'unlimited' },
        ...(share < 1 && { transform: { recordsPerRecord: share, bytesPerByte: share } }),
      },
      {
        label: 'hand-over',
        service: {
          kind: 'servers',
          label: `Concurrent pipe executions of the account, ${concurrency}`,
          servers: concurrency,
          batchRecords: batch,
          time: { distribution: 'deterministic', meanSeconds: config.number('targetDurationMs') / 1000 },
        },
      },
    ],
    fanOut: 'copy',
    cost: [{ label: 'Requests', basis: 'records-out', factor: 1 / batch, price: 'price-request' }],
    assumptions: ['The account’s concurrency is taken as if this pipe alone used it.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A poller gathers batches by count or window, shards × parallelization factor of them in work at once; records that do not match the filter leave; the rest is handed over under the account’s concurrency.',
  sources: ['EB-Q', 'EB-PAPI', 'EB-PSRC'],
  build,
  buildIncoming,
};
