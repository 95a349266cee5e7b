import { findLargestRecord } from '../capacity/record-sizes.ts';
import { defineNodeRule } from '../define-rule.ts';
import { formatNumber } from '../wording.ts';

const largestItemBytes = 400 * 1024;

export const itemFitsTable = defineNodeRule({
  id: 'item-fits-table',
  codes: ['G-102'],
  severity: 'error',
  category: 'Capacity',
  title: 'Items of a DynamoDB table are not larger than 400 KB',
  description:
    'DynamoDB refuses items above 400 KB, attribute names included. Model artefacts, images and documents belong in ' +
    'S3, with the object key in the item.',
  sources: ['DDB-Q', 'N-180'],
  services: ['dynamodb'],
  reach: 'rates',
  check: (node) => {
    const { bytes, isCertain } = findLargestRecord(node);
    if (bytes <= largestItemBytes) return [];
    return [
      {
        message: `Records of ${formatNumber(bytes / 1024)} KB (estimated from the workloads upstream) become items of ${node.name}; 400 KB are allowed. Store them in S3 and keep the key in the item.`,
        severity: isCertain ? 'error' : 'warning',
      },
    ];
  },
});
