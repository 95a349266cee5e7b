import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const objectEventsGoToStandardQueues = defineEdgeRule({
  id: 'object-events-go-to-standard-queues',
  codes: ['G-118'],
  severity: 'error',
  category: 'Delivery',
  title: 'S3 notifies standard queues and topics',
  description:
    'S3 event notifications have no order, and AWS refuses FIFO queues and FIFO topics as their destination. With ' +
    'EventBridge in between a FIFO queue can be used.',
  sources: ['S3-EVT'],
  from: ['s3'],
  to: ['sqs', 'sns'],
  reach: 'ends',
  check: ({ source, target }) => {
    const property = target.service === 'sqs' ? 'queueType' : 'topicType';
    if (target.config.text(property) !== 'FIFO') return [];
    return [
      {
        message: `${source.name} notifies ${target.name}, which is FIFO; standard is required. Use a standard one, or EventBridge in between.`,
        targets: [
          { kind: 'node', id: target.id, property },
          { kind: 'node', id: source.id },
        ],
        repairs: [setNodeProperty(target, property, 'STANDARD', 'Make it standard')],
      },
    ];
  },
});
