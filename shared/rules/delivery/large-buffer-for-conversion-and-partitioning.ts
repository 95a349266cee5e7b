import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { convertsFormat } from './delivery-ends.ts';

const smallestMB = 64;

export const largeBufferForConversionAndPartitioning = defineNodeRule({
  id: 'large-buffer-for-conversion-and-partitioning',
  severity: 'error',
  category: 'Delivery',
  title: 'Format conversion and dynamic partitioning have a buffer of 64 MB or more',
  description:
    'AWS refuses a smaller buffer with record format conversion or dynamic partitioning, because the files would ' +
    'become too small to be worth their format.',
  sources: ['FH-FMT', 'FH-DP', 'FH-BUF'],
  services: ['firehose'],
  reach: 'own',
  check: (node) => {
    const size = node.config.number('bufferSizeMBs');
    const reasons = [
      ...(convertsFormat(node) ? [`conversion to ${node.config.text('dataFormatConversion')}`] : []),
      ...(node.config.flag('dynamicPartitioning') ? ['dynamic partitioning'] : []),
    ];
    if (reasons.length === 0 || size >= smallestMB) return [];
    return [
      {
        message: `${node.name} buffers ${size} MB; at least ${smallestMB} MB are required with ${reasons.join(' and ')}.`,
        property: 'bufferSizeMBs',
        repairs: [setNodeProperty(node, 'bufferSizeMBs', smallestMB, `Buffer ${smallestMB} MB`)],
      },
    ];
  },
});
