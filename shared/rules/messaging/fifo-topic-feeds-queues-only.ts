import { defineEdgeRule } from '../define-rule.ts';
import { insertChain, setNodeProperty } from '../repairs.ts';

export const fifoTopicFeedsQueuesOnly = defineEdgeRule({
  id: 'fifo-topic-feeds-queues-only',
  codes: ['G-117'],
  severity: 'warning',
  category: 'Delivery',
  title: 'A FIFO topic delivers to queues',
  description:
    'SNS FIFO topics deliver to SQS queues. Functions, Firehose streams and HTTPS endpoints read such a queue, or ' +
    'subscribe to a standard topic.',
  sources: ['SNS-DST', 'EB-PTGT'],
  from: ['sns'],
  to: ['lambda', 'firehose', 'third-party-http', 'ecs-fargate'],
  reach: 'ends',
  check: (edge) => {
    if (edge.source.config.text('topicType') !== 'FIFO') return [];
    return [
      {
        message: `${edge.source.name} is a FIFO topic and delivers to queues; ${edge.target.name} cannot subscribe to it. Put an SQS queue in between or use a standard topic.`,
        repairs:
          edge.target.service === 'lambda'
            ? [
                insertChain(edge, ['sqs'], 'Insert an SQS queue', false),
                setNodeProperty(edge.source, 'topicType', 'STANDARD', 'Use a standard topic'),
              ]
            : [setNodeProperty(edge.source, 'topicType', 'STANDARD', 'Use a standard topic')],
      },
    ];
  },
});
