import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

const smallestSeconds = 60;

export const noZeroBufferingWithPartitioning = defineNodeRule({
  id: 'no-zero-buffering-with-partitioning',
  severity: 'error',
  category: 'Delivery',
  title: 'Dynamic partitioning buffers for a while',
  description:
    'A buffer interval of 0 delivers within seconds and cannot be combined with dynamic partitioning, which ' +
    'collects records per partition.',
  sources: ['FH-BUF', 'FH-DP'],
  services: ['firehose'],
  reach: 'own',
  check: (node) => {
    if (!node.config.flag('dynamicPartitioning') || node.config.number('bufferIntervalSeconds') > 0)
      return [];
    return [
      {
        message: `${node.name} partitions dynamically with a buffer interval of 0 s; an interval above 0 is required.`,
        property: 'bufferIntervalSeconds',
        repairs: [
          setNodeProperty(
            node,
            'bufferIntervalSeconds',
            smallestSeconds,
            `Set the buffer interval to ${smallestSeconds} s`,
          ),
        ],
      },
    ];
  },
});
