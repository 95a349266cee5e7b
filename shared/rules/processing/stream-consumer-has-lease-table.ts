import { defineEdgeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';

export const streamConsumerHasLeaseTable = defineEdgeRule({
  id: 'stream-consumer-has-lease-table',
  severity: 'advice',
  category: 'Processing',
  title: 'A consumer application keeps its position in a table',
  description:
    'The Kinesis Client Library shares shards among the workers of an application and remembers how far each has read, ' +
    'in a DynamoDB table named like the application. Draw the table, so that its permissions, capacity and cost are ' +
    'part of the design.',
  sources: ['KDS-KCL', 'N-098'],
  from: ['kds'],
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
        message: `${consumer.name} reads ${stream.name} but has no table for its leases. Connect it to a DynamoDB table.`,
        targets: [{ kind: 'node', id: consumer.id }],
        part: stream.id,
        repairs: attachNode(consumer, {
          service: 'dynamodb',
          name: 'Leases',
          side: 'after',
          label: 'Add a DynamoDB table for leases',
        }),
      },
    ];
  },
});
