import { defineNodeRule } from '../define-rule.ts';
import { listNames } from '../wording.ts';

const mostReaders = 2;

/** Readers of the table's change stream, as against its export or its items. */
const streamReaders = new Set(['lambda', 'eventbridge-pipe']);

export const tableStreamHasTwoReaders = defineNodeRule({
  id: 'table-stream-has-two-readers',
  codes: ['G-101'],
  severity: 'warning',
  category: 'Capacity',
  title: 'At most two processes read a DynamoDB stream',
  description:
    'More than two processes on a shard of a DynamoDB stream are throttled. Kinesis Data Streams for DynamoDB serves ' +
    'more, or one function that passes the changes on.',
  sources: ['DDB-STR'],
  services: ['dynamodb'],
  reach: 'neighbours',
  check: (node) => {
    const readers = node.outgoing
      .filter((edge) => edge.kind === 'change-capture' && streamReaders.has(edge.target.service))
      .map((edge) => edge.target);
    if (readers.length <= mostReaders) return [];
    return [
      {
        message: `${listNames(readers)} read the stream of ${node.name}; ${mostReaders} are advised. Use a Kinesis data stream for the changes, or one function that fans out.`,
      },
    ];
  },
});
