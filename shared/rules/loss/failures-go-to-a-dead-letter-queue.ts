import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

/** Names of the flag: IoT rules call it an error action. */
const properties = ['deadLetterQueue', 'errorQueue'];

export const failuresGoToADeadLetterQueue = defineNodeRule({
  id: 'failures-go-to-a-dead-letter-queue',
  codes: ['G-020'],
  severity: 'warning',
  category: 'Data loss',
  title: 'Queues, topics, rules and asynchronous functions have a dead-letter queue',
  description:
    'What cannot be delivered or processed is retried for a while and then thrown away. A dead-letter queue keeps it, ' +
    'shows that something is wrong and lets you try again.',
  sources: ['EB-DLQ', 'LM-DST'],
  reach: 'neighbours',
  check: (node) => {
    const property = properties.find((name) => node.config.has(name));
    if (property === undefined || node.config.flag(property)) return [];
    const senders = node.incoming.filter((edge) => edge.kind === 'data' || edge.kind === 'control');
    // A function that reads streams is the business of failed-batches-are-kept; one that nobody calls loses nothing.
    const readsOnly = senders.every((edge) =>
      ['kds', 'msk', 'dynamodb', 'sqs'].includes(edge.source.service),
    );
    if (node.service === 'lambda' && readsOnly) return [];
    return [
      {
        message: `${node.name} has no dead-letter queue: what fails after all retries is lost. Turn it on.`,
        property,
        repairs: [setNodeProperty(node, property, true, 'Add a dead-letter queue')],
      },
    ];
  },
});
