import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

const names = { STANDARD: 'standard', FIFO: 'FIFO' } as const;

export const deadLetterQueueIsOfTheSameType = defineEdgeRule({
  id: 'dead-letter-queue-is-of-the-same-type',
  severity: 'error',
  category: 'Delivery',
  title: 'A queue and its dead-letter queue are of the same type',
  description:
    'SQS moves messages from a FIFO queue to a FIFO queue only, and from a standard queue to a standard queue only. ' +
    'It refuses any other redrive policy.',
  sources: ['SQS-DLQ'],
  from: ['sqs'],
  to: ['sqs'],
  reach: 'ends',
  check: ({ source: queue, target: deadLetters }) => {
    const type = queue.config.text('queueType') === 'FIFO' ? 'FIFO' : 'STANDARD';
    const other = deadLetters.config.text('queueType') === 'FIFO' ? 'FIFO' : 'STANDARD';
    if (type === other) return [];
    return [
      {
        message: `${deadLetters.name} takes the dead letters of ${queue.name}, but is a ${names[other]} queue; a ${names[type]} queue needs a ${names[type]} one.`,
        targets: [
          { kind: 'node', id: deadLetters.id, property: 'queueType' },
          { kind: 'node', id: queue.id, property: 'queueType' },
        ],
        repairs: [
          setNodeProperty(deadLetters, 'queueType', type, `Make ${deadLetters.name} a ${names[type]} queue`),
        ].map((repair) => ({ ...repair, safe: false })),
      },
    ];
  },
});
