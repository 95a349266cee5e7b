import { defineNodeRule } from '../define-rule.ts';
import { formatNumber } from '../wording.ts';

const mostPartitions = 500;

export const partitionsAreFew = defineNodeRule({
  id: 'partitions-are-few',
  codes: ['G-031'],
  severity: 'warning',
  category: 'Delivery',
  title: 'Dynamic partitioning has at most 500 active partitions',
  description:
    'A stream keeps 500 partitions open (5,000 by request). Records of further partitions go to the error prefix ' +
    'with `activePartitionExceeded`.',
  sources: ['FH-BUF', 'FH-DP', 'FH-Q'],
  services: ['firehose'],
  reach: 'own',
  check: (node) => {
    if (!node.config.flag('dynamicPartitioning')) return [];
    const partitions = node.config.number('activePartitions');
    if (partitions <= mostPartitions) return [];
    return [
      {
        message: `${node.name} keeps ${formatNumber(partitions)} partitions open; ${mostPartitions} are allowed by default. Use a coarser key, ask AWS for more (up to 5,000), or split the stream.`,
        property: 'activePartitions',
      },
    ];
  },
});
