import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { formatNumber } from '../wording.ts';
import { getObjectBytes, smallObjectBytes } from './lifecycle-steps.ts';

export const noTieringOfSmallObjects = defineNodeRule({
  id: 'no-tiering-of-small-objects',
  codes: ['G-093'],
  severity: 'warning',
  category: 'Storage',
  title: 'Intelligent-Tiering is not used for objects under 128 KB',
  description:
    'Intelligent-Tiering does not watch objects under 128 KB: they stay in the frequent tier at its price, and ' +
    'the class brings nothing over Standard.',
  sources: ['S3-IT', 'S3-CLASS'],
  services: ['s3'],
  reach: 'rates',
  check: (node) => {
    const bytes = getObjectBytes(node);
    if (node.config.text('storageClass') !== 'INTELLIGENT_TIERING') return [];
    if (bytes === 0 || bytes >= smallObjectBytes) return [];
    return [
      {
        message: `Objects in ${node.name} have about ${formatNumber(bytes / 1024)} KB (estimated from the workloads and the records in one object); Intelligent-Tiering moves objects of 128 KB and more. Use Standard, or let writers make larger objects.`,
        property: 'storageClass',
        repairs: [setNodeProperty(node, 'storageClass', 'STANDARD', 'Use Standard')],
      },
    ];
  },
});
