import { defineNodeRule } from '../define-rule.ts';
import { getReaders, isFanOut } from './stream-readers.ts';

/** Registered consumers a stream may have; 50 in on-demand Advantage, which the app does not draw. */
const mostConsumers = 20;

export const fanOutConsumersAreFew = defineNodeRule({
  id: 'fan-out-consumers-are-few',
  codes: ['G-012'],
  severity: 'error',
  category: 'Capacity',
  title: 'A stream has at most 20 enhanced fan-out consumers',
  description:
    'Kinesis registers 20 consumers per stream (50 in on-demand Advantage). `RegisterStreamConsumer` fails for ' +
    'the next one, and the deployment with it.',
  sources: ['KDS-Q', 'KDS-EFO'],
  services: ['kds'],
  reach: 'neighbours',
  check: (node) => {
    const consumers = getReaders(node).filter(isFanOut).length;
    if (consumers <= mostConsumers) return [];
    return [
      {
        message: `${node.name} has ${consumers} enhanced fan-out consumers; ${mostConsumers} are allowed. Split them over two streams, or let some poll.`,
      },
    ];
  },
});
