import { fifoQueueSubscribesToFifoTopic } from '../../../shared/rules/messaging/fifo-queue-subscribes-to-fifo-topic.ts';
import { testRule } from './rule-cases.ts';

testRule(fifoQueueSubscribesToFifoTopic, {
  accepts: {
    'FIFO to FIFO': {
      nodes: { t: ['sns', { topicType: 'FIFO' }], q: ['sqs', { queueType: 'FIFO' }] },
      edges: ['t > q'],
    },
    'standard to standard': { nodes: { t: 'sns', q: 'sqs' }, edges: ['t > q'] },
  },
  rejects: [
    {
      because: 'a FIFO queue on a standard topic',
      design: { nodes: { t: 'sns', q: ['sqs', { queueType: 'FIFO' }] }, edges: ['t > q'] },
      target: 'q',
      property: 'queueType',
      message: ['FIFO queue', 'standard topic'],
      repairs: ['set-queueType', 'set-topicType'],
    },
  ],
});
