import { deadLetterQueueIsOfTheSameType } from '../../../shared/rules/messaging/dead-letter-queue-is-of-the-same-type.ts';
import { testRule } from './rule-cases.ts';

const fifo = ['sqs', { queueType: 'FIFO' }] as ['sqs', { queueType: string }];

testRule(deadLetterQueueIsOfTheSameType, {
  accepts: {
    'FIFO to FIFO': { nodes: { q: fifo, d: fifo }, edges: ['q > d'] },
    'standard to standard': { nodes: { q: 'sqs', d: 'sqs' }, edges: ['q > d'] },
  },
  rejects: [
    {
      because: 'a standard queue for the dead letters of a FIFO queue',
      design: { nodes: { q: fifo, d: 'sqs' }, edges: ['q > d'] },
      target: 'd',
      property: 'queueType',
      message: ['dead letters', 'is a standard queue', 'a FIFO queue needs a FIFO one'],
      repairs: ['set-queueType'],
    },
    {
      because: 'a FIFO queue for the dead letters of a standard queue',
      design: { nodes: { q: 'sqs', d: fifo }, edges: ['q > d'] },
      target: 'd',
      property: 'queueType',
      message: ['is a FIFO queue', 'a standard queue needs a standard one'],
      repairs: ['set-queueType'],
    },
  ],
});
