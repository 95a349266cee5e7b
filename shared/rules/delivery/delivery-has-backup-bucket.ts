import { defineNodeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';
import { listNames } from '../wording.ts';
import { getBuckets, getOtherDestinations } from './delivery-ends.ts';

export const deliveryHasBackupBucket = defineNodeRule({
  id: 'delivery-has-backup-bucket',
  codes: ['G-021'],
  severity: 'error',
  category: 'Delivery',
  title: 'A Firehose stream that delivers elsewhere has a backup bucket in S3',
  description:
    'Firehose writes records that the destination or the transformation refuses to an S3 bucket. AWS requires ' +
    'the bucket for every destination that is not S3 itself; without it the stream cannot be created.',
  sources: ['FH-API', 'FH-RETRY', 'N-105'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) => {
    // Redshift has its staging bucket; the edge to it has a finding of its own until then.
    const destinations = getOtherDestinations(node).filter((edge) => edge.target.service !== 'redshift');
    if (destinations.length === 0 || getBuckets(node).length > 0) return [];
    return [
      {
        message: `${node.name} delivers to ${listNames(destinations.map((edge) => edge.target))} but has no S3 bucket for records that cannot be delivered. Connect one.`,
        repairs: [
          ...attachNode(node, {
            service: 's3',
            name: 'Backup bucket',
            side: 'after',
            label: 'Add a backup bucket',
            safe: true,
          }),
        ],
      },
    ];
  },
});
