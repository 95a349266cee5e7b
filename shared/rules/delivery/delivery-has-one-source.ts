import { defineNodeRule } from '../define-rule.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { listNames } from '../wording.ts';

/** Services Firehose reads by itself; everything else puts records into it. */
const readSources = new Set(['kds', 'msk']);

export const deliveryHasOneSource = defineNodeRule({
  id: 'delivery-has-one-source',
  severity: 'error',
  category: 'Delivery',
  title: 'A Firehose stream reads one stream or takes direct puts, not both',
  description:
    'The source of a Firehose stream is fixed when it is created: one Kinesis data stream, one MSK topic, or ' +
    '`DirectPut`. A stream with a Kinesis or MSK source refuses `PutRecord`.',
  sources: ['FH-SRC', 'FH-API', 'SDK-firehose'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) => {
    const senders = node.incoming.filter((edge) => carriesRecords(edge)).map((edge) => edge.source);
    const read = senders.filter((sender) => readSources.has(sender.service));
    const direct = senders.filter((sender) => !readSources.has(sender.service));
    if (read.length === 0 || (read.length === 1 && direct.length === 0)) return [];
    const found =
      direct.length > 0
        ? `reads ${listNames(read)} and gets direct puts from ${listNames(direct)}`
        : `reads ${listNames(read)}`;
    return [
      {
        message: `${node.name} ${found}; one source is allowed. Let all producers write to the Kinesis data stream, or use a Firehose stream for each source.`,
      },
    ];
  },
});
