import { objectEventsGoToStandardQueues } from '../../../shared/rules/messaging/object-events-go-to-standard-queues.ts';
import { testRule } from './rule-cases.ts';

testRule(objectEventsGoToStandardQueues, {
  accepts: { 'a standard queue': { nodes: { b: 's3', q: 'sqs' }, edges: ['b > q'] } },
  rejects: [
    {
      because: 'a FIFO queue',
      design: { nodes: { b: 's3', q: ['sqs', { queueType: 'FIFO' }] }, edges: ['b > q'] },
      target: 'q',
      property: 'queueType',
      message: ['FIFO', 'standard is required'],
      repairs: ['set-queueType'],
    },
    {
      because: 'a FIFO topic',
      design: { nodes: { b: 's3', t: ['sns', { topicType: 'FIFO' }] }, edges: ['b > t'] },
      target: 't',
      property: 'topicType',
      message: ['FIFO'],
      repairs: ['set-topicType'],
    },
  ],
});
