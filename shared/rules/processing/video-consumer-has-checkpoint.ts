import { defineEdgeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';

export const videoConsumerHasCheckpoint = defineEdgeRule({
  id: 'video-consumer-has-checkpoint',
  codes: ['G-040'],
  severity: 'warning',
  category: 'Processing',
  title: 'A consumer of video keeps its position in a table',
  description:
    'After a restart a consumer without a checkpoint starts at the newest fragment and misses what came in between, ' +
    'or reads everything again. The notes keep the position in a DynamoDB table.',
  sources: ['N-140', 'N-141'],
  from: ['kvs'],
  to: ['ecs-fargate', 'ec2'],
  reach: 'neighbours',
  check: ({ source: stream, target: consumer }) => {
    const neighbours = [
      ...consumer.outgoing.map((edge) => edge.target),
      ...consumer.incoming.map((edge) => edge.source),
    ];
    if (neighbours.some((other) => other.service === 'dynamodb')) return [];
    return [
      {
        message: `${consumer.name} reads ${stream.name} but has no table for its checkpoint. Connect it to a DynamoDB table.`,
        targets: [{ kind: 'node', id: consumer.id }],
        repairs: [
          ...attachNode(consumer, {
            service: 'dynamodb',
            name: 'Checkpoints',
            side: 'after',
            label: 'Add a DynamoDB table for checkpoints',
            safe: true,
          }),
        ],
      },
    ];
  },
});
