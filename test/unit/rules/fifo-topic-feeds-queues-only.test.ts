import { fifoTopicFeedsQueuesOnly } from '../../../shared/rules/messaging/fifo-topic-feeds-queues-only.ts';
import { testRule } from './rule-cases.ts';

testRule(fifoTopicFeedsQueuesOnly, {
  accepts: {
    'a queue': { nodes: { t: ['sns', { topicType: 'FIFO' }], q: 'sqs' }, edges: ['t > q'] },
    'a standard topic': { nodes: { t: 'sns', f: 'lambda' }, edges: ['t > f'] },
  },
  rejects: [
    {
      because: 'a function on a FIFO topic',
      design: { nodes: { t: ['sns', { topicType: 'FIFO' }], f: 'lambda' }, edges: ['t > f'] },
      target: 't-to-f',
      message: ['FIFO topic', 'SQS queue'],
      repairs: ['insert-sqs', 'set-topicType'],
    },
  ],
});
