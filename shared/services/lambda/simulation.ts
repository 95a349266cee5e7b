import type { ServiceTime } from '../../simulator/kernel/station.ts';
import type { Configuration } from '../configuration.ts';
import { getShardCount } from '../kinesis-lanes.ts';
import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';
import { isAsynchronous, isPolled } from './invocation.ts';

function getTime(config: Configuration): ServiceTime {
  const meanSeconds = config.number('averageDurationMs') / 1000;
  const coefficientOfVariation = config.number('durationVariation');
  return coefficientOfVariation > 0
    ? { distribution: 'lognormal', meanSeconds, coefficientOfVariation }
    : { distribution: 'deterministic', meanSeconds };
}

const getBatchSize = (edge: SimulationNeighbour): number =>
  edge.edgeConfig.has('batchSize') ? edge.edgeConfig.number('batchSize') : 1;

/** Records of 1 KB that fill the 1 MB a delivery stream hands over by default. */
const firehoseBatch = 1000;

/** Most records one invocation takes: as set, or the largest batch of the sources. */
function getInvocationRecords(context: SimulationContext): number {
  const chosen = context.config.number('recordsPerInvocation');
  if (chosen > 0) return chosen;
  return Math.max(
    1,
    ...context.incoming.map((edge) => {
      if (edge.service === 'firehose') return firehoseBatch;
      return isPolled(edge.service) ? getBatchSize(edge) : 1;
    }),
  );
}

/** Batches a polled source may have in work at once: per shard, and for the whole source. */
function getPollers(context: SimulationContext, sender: SimulationNeighbour) {
  const { edgeConfig } = sender;
  if (sender.service === 'sqs') {
    const ceiling = context.limit('sqs-pollers');
    const chosen = edgeConfig.has('maximumConcurrency') ? edgeConfig.number('maximumConcurrency') : ceiling;
    return { lanes: 1, factor: Math.min(ceiling, chosen) };
  }
  const factor = edgeConfig.has('parallelizationFactor') ? edgeConfig.number('parallelizationFactor') : 1;
  return { lanes: getLanes(sender), factor };
}

function getConcurrency(config: Configuration): number {
  const reserved = config.number('reservedConcurrentExecutions');
  return reserved > 0 ? reserved : config.number('accountConcurrency');
}

/** Concurrency an event source may use: batches at a time per shard, or concurrent batches of a queue. */
function buildIncoming(context: SimulationContext, sender: SimulationNeighbour): readonly Stage[] {
  if (!isPolled(sender.service)) return [];
  const { edgeConfig } = sender;
  const batch = getBatchSize(sender);
  const seconds = context.config.number('averageDurationMs') / 1000;
  const window = edgeConfig.has('maximumBatchingWindowInSeconds')
    ? edgeConfig.number('maximumBatchingWindowInSeconds')
    : 0;
  const queue = sender.service === 'sqs';
  const { lanes, factor } = getPollers(context, sender);
  const label = queue
    ? `SQS poller, ${factor} concurrent batches of ${batch}`
    : `Event source mapping, ${factor} ${factor === 1 ? 'batch' : 'batches'} of ${batch} at a time per shard`;
  return [
    {
      label: 'event source mapping',
      lanes,
      laneName: sender.service === 'kds' ? 'shards' : 'partitions',
      ...(lanes > 1 && { laneShares: context.keyShares(lanes) }),
      // Only what is being worked on leaves the source; the rest waits there and ages.
      queue: { maxRecords: lanes * factor * batch, onFull: 'block' },
      service: { kind: 'rate', label, recordsPerSecond: (factor * batch) / seconds },
      ...(window > 0 && {
        batch: {
          label: `Batch of ${batch} or ${window} s`,
          maxRecords: batch,
          maxSeconds: window,
          scope: 'lane' as const,
          timer: 'first-record' as const,
        },
      }),
      ...(queue && {
        scaling: {
          label: 'SQS pollers: 5 at first, 300 more each minute',
          initialUnits: Math.min(1, context.limit('sqs-start-pollers') / factor),
          minUnits: Math.min(1, context.limit('sqs-start-pollers') / factor),
          maxUnits: 1,
          step: { kind: 'add' as const, units: context.limit('sqs-pollers-per-minute') / factor },
          metric: 'utilization' as const,
          upAbove: 0.9,
          evaluateEverySeconds: 60,
          upEvaluations: 1,
          downEvaluations: 10,
          cooldownSeconds: 0,
          warmUpSeconds: 0,
        },
      }),
    },
  ];
}

function getLanes(sender: SimulationNeighbour): number {
  if (sender.service === 'kds') return getShardCount(sender.config);
  return sender.config.has('partitions') ? sender.config.number('partitions') : 1;
}

function isOnlyPolled({ incoming }: SimulationContext): boolean {
  return incoming.length > 0 && incoming.every((edge) => isPolled(edge.service));
}

/** A function that only polled sources call never runs more batches than they hand over. */
function getUsableConcurrency(context: SimulationContext, concurrency: number): number {
  const { incoming } = context;
  if (!isOnlyPolled(context)) return concurrency;
  const batches = incoming.reduce((sum, edge) => {
    const { lanes, factor } = getPollers(context, edge);
    return sum + lanes * factor;
  }, 0);
  return Math.min(concurrency, batches);
}

/** New environments come 1,000 at a time every ten seconds. */
function buildScaling(context: SimulationContext, concurrency: number): Pick<Stage, 'scaling'> {
  const chunk = context.limit('scaling-environments');
  if (concurrency <= chunk) return {};
  return {
    scaling: {
      label: `${chunk} more environments every ${context.limit('scaling-seconds')} s`,
      initialUnits: 1,
      minUnits: 1,
      maxUnits: concurrency / chunk,
      step: { kind: 'add', units: 1 },
      metric: 'utilization',
      upAbove: 0.9,
      evaluateEverySeconds: context.limit('scaling-seconds'),
      upEvaluations: 1,
      downEvaluations: 6,
      cooldownSeconds: 0,
      warmUpSeconds: 0,
    },
  };
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const records = getInvocationRecords(context);
  const concurrency = getConcurrency(config);
  const usable = getUsableConcurrency(context, concurrency);
  const reserved = config.number('reservedConcurrentExecutions') > 0;
  const asynchronous = context.incoming.some((edge) => isAsynchronous(edge.service));
  const polled = context.incoming.some((edge) => isPolled(edge.service));
  const waits = asynchronous || polled || context.incoming.some((edge) => edge.service === 'firehose');
  const requests = context.limit('requests-per-concurrency') * concurrency;
  const age = config.number('maximumEventAgeInSeconds');
  const errors = config.number('errorRate');
  const stream = context.incoming.find((edge) => edge.edgeConfig.has('maximumRetryAttempts'));
  const streamRetries = stream?.edgeConfig.number('maximumRetryAttempts') ?? 0;
  const retries = stream
    ? streamRetries < 0
      ? 10_000
      : streamRetries
    : config.number('maximumRetryAttempts');
  const keeps = config.flag('deadLetterQueue') ? ('dead-letter' as const) : ('drop' as const);
  const chunk = context.limit('scaling-environments');
  const servers = Math.min(usable, chunk);
  return {
    stages: [
      {
        label: 'function',
        admission: [
          {
            label: `Request limit, ${requests} invocations/s at concurrency ${concurrency}`,
            recordsPerSecond: requests * records,
            scope: 'station',
            ...(waits
              ? { onRefuse: 'retry' as const, ...(asynchronous && { retryForSeconds: age }) }
              : { onRefuse: 'drop' as const }),
          },
        ],
        ...(waits && {
          queue: {
            onFull: 'block' as const,
            // A throttled poller keeps its batch: what finds no environment stays in the source and ages there.
            ...(isOnlyPolled(context) && { maxRecords: usable * records }),
            ...(asynchronous && !polled && { retentionSeconds: age, onExpire: keeps }),
          },
        }),
        service: {
          kind: 'servers',
          label:
            usable < concurrency
              ? `Batches in work at once, ${usable}`
              : `${reserved ? 'Reserved' : 'Account'} concurrency, ${concurrency}`,
          servers,
          time: getTime(config),
          batchRecords: records,
          ...(!waits && { whenBusy: 'reject' as const }),
        },
        ...buildScaling(context, usable),
        ...(errors > 0 && {
          failure: {
            label: `Failing invocations, ${retries + 1} attempts`,
            probability: errors,
            maxAttempts: retries + 1,
            backoffSeconds: asynchronous ? 60 : 1,
            onExhausted: keeps,
          },
        }),
        transform: {
          recordsPerRecord: config.number('recordsOutPerRecord'),
          bytesPerByte: config.number('bytesOutPerByte'),
        },
      },
    ],
    fanOut: 'copy',
    cost: [
      { label: 'Requests', basis: 'records-in', factor: 1 / records, price: 'price-request' },
      {
        label: 'GB-seconds',
        basis: 'records-in',
        factor: (config.number('averageDurationMs') / 1000 / records) * (config.number('memorySize') / 1024),
        price: config.text('architecture') === 'arm64' ? 'price-gb-second-arm' : 'price-gb-second',
      },
    ],
    assumptions: [
      'Requests and time are charged as if every batch were full; small batches cost more.',
      'Cold starts are part of the mean duration, because AWS publishes no figure for them.',
      'Synchronous callers are refused when all environments are busy; events and polled sources wait.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Environments are servers, as many as the reserved or account concurrency, growing by 1,000 every 10 s; ten requests per second are let in for each. Callers that wait for the answer are refused when all are busy; asynchronous events wait up to their age; polled sources (Kinesis, DynamoDB streams, MSK, SQS) hand over batches, shards × parallelization factor at a time, and keep the rest.',
  sources: ['LA-Q', 'LA-CON', 'LA-KDS', 'LA-SQS', 'SDK-lambda'],
  scaledBy: 'reservedConcurrentExecutions',
  build,
  buildIncoming,
};
