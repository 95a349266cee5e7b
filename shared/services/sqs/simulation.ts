import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

function isFifo(context: SimulationContext): boolean {
  return context.config.text('queueType') === 'FIFO';
}

/** Messages a second a FIFO queue takes with full batches (WE-76). */
function getFifoRate(context: SimulationContext): number {
  return context.limit('fifo-calls') * context.limit('batch');
}

function build(context: SimulationContext): NodeModel {
  const fifo = isFifo(context);
  const delay = context.config.number('delaySeconds');
  return {
    stages: [
      {
        label: 'send',
        ...(fifo && {
          admission: [
            {
              label: 'FIFO quota, 300 calls/s with batches of 10',
              recordsPerSecond: getFifoRate(context),
              scope: 'station' as const,
              onRefuse: 'retry' as const,
              retryForSeconds: 60,
            },
          ],
        }),
        service: { kind: 'unlimited' },
        delaySeconds: delay,
      },
    ],
    // Consumers of one queue compete for its messages.
    fanOut: 'split',
    cost: [
      {
        label: 'Send, receive and delete requests',
        basis: 'records-in',
        factor: 3,
        price: fifo ? 'price-fifo' : 'price-standard',
      },
    ],
    assumptions: [
      'Messages wait in front of the consumer that takes them; each message costs three requests (no batching).',
      'Long polling hides empty receives; they are not charged here.',
    ],
  };
}

/** What waits for a consumer: bounded by age, and set aside when a dead-letter queue is there. */
function buildOutgoing(context: SimulationContext, _reader: SimulationNeighbour): readonly Stage[] {
  return [
    {
      label: 'queue',
      queue: {
        retentionSeconds: context.config.number('messageRetentionPeriod'),
        onFull: 'drop',
        onExpire: 'drop',
      },
      service: isFifo(context)
        ? {
            kind: 'rate',
            label: 'FIFO quota, 300 receive calls/s with batches of 10',
            recordsPerSecond: getFifoRate(context),
          }
        : { kind: 'unlimited' },
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'An unbounded queue in front of each consumer, limited by the retention. FIFO queues take and give 3,000 messages a second with batches of 10. Consumers of one queue share its messages.',
  sources: ['SQS-M', 'SQS-QQ'],
  build,
  buildOutgoing,
};
