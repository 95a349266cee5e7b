import { defineNodeRule } from '../define-rule.ts';

export const streamHasConsumer = defineNodeRule({
  id: 'stream-has-consumer',
  codes: ['G-008'],
  severity: 'warning',
  category: 'Structure',
  title: 'A stream that gets records has a consumer',
  description:
    'A stream only holds records for a while. Without a consumer they expire unread, and the stream is paid for ' +
    'nothing.',
  sources: ['N-111', 'ASSUMPTION'],
  services: ['kds', 'msk', 'kvs', 'sqs'],
  reach: 'neighbours',
  check: (node) => {
    const isFed = node.incoming.some((edge) => edge.kind === 'data' || edge.kind === 'change-capture');
    const isRead = node.outgoing.some((edge) => edge.kind !== 'metadata' && edge.kind !== 'configuration');
    // A dead-letter queue is read by people.
    const isDeadLetterQueue = node.service === 'sqs' && node.incoming.every((edge) => edge.kind !== 'data');
    if (!isFed || isRead || isDeadLetterQueue) return [];
    return [
      {
        message: `${node.incoming.map((edge) => edge.source.name).join(', ')} ${node.incoming.length === 1 ? 'writes' : 'write'} to ${node.name}, but nobody reads it. Add a consumer.`,
      },
    ];
  },
});
