import { defineNodeRule } from '../define-rule.ts';
import { joinWords, quoteName } from '../wording.ts';
import { getSharedReaders } from './stream-readers.ts';

/** GetRecords calls a shard answers per second, all consumers together. */
const callsPerSecond = 5;

export const pollingConsumersAreFew = defineNodeRule({
  id: 'polling-consumers-are-few',
  codes: ['G-013'],
  severity: 'warning',
  category: 'Capacity',
  title: 'Fewer than five consumers poll the same shards',
  description:
    'A shard answers five `GetRecords` calls per second. Consumers poll once per second by default, so five of ' +
    'them use up the limit and each waits about a second for new records; a retry of one throttles the rest.',
  sources: ['KDS-Q', 'KDS-EFO', 'N-093'],
  services: ['kds'],
  reach: 'neighbours',
  check: (node) => {
    const readers = getSharedReaders(node);
    if (readers.length < callsPerSecond) return [];
    const names = joinWords(
      readers.map((reader) => quoteName(reader.target)),
      'and',
    );
    return [
      {
        message: `${readers.length} consumers (${names}) poll ${node.name}; a shard answers ${callsPerSecond} calls per second. Register some for enhanced fan-out, or let them poll less often.`,
      },
    ];
  },
});
