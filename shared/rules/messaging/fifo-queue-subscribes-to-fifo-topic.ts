import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const fifoQueueSubscribesToFifoTopic = defineEdgeRule({
  id: 'fifo-queue-subscribes-to-fifo-topic',
  severity: 'error',
  category: 'Delivery',
  title: 'A FIFO queue subscribes to a FIFO topic',
  description:
    'A standard topic keeps no order, and AWS refuses the subscription of a FIFO queue to it. Use a FIFO topic, or a ' +
    'standard queue when order does not matter.',
  sources: ['SNS-DST'],
  from: ['sns'],
  to: ['sqs'],
  reach: 'ends',
  check: ({ source: topic, target: queue }) => {
    const isRefused = topic.config.text('topicType') !== 'FIFO' && queue.config.text('queueType') === 'FIFO';
    if (!isRefused) return [];
    return [
      {
        message: `${queue.name} is a FIFO queue, ${topic.name} a standard topic; a FIFO queue subscribes to FIFO topics only.`,
        targets: [
          { kind: 'node', id: queue.id, property: 'queueType' },
          { kind: 'node', id: topic.id, property: 'topicType' },
        ],
        repairs: [
          setNodeProperty(queue, 'queueType', 'STANDARD', 'Make the queue standard'),
          setNodeProperty(topic, 'topicType', 'FIFO', 'Make the topic FIFO'),
        ].map((repair) => ({ ...repair, safe: false })),
      },
    ];
  },
});
