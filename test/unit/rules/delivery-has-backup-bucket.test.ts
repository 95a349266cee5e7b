import { deliveryHasBackupBucket } from '../../../shared/rules/delivery/delivery-has-backup-bucket.ts';
import { testRule } from './rule-cases.ts';

testRule(deliveryHasBackupBucket, {
  accepts: {
    'delivery to S3': { nodes: { f: 'firehose', b: 's3' }, edges: ['f > b'] },
    'a backup bucket': { nodes: { f: 'firehose', s: 'opensearch', b: 's3' }, edges: ['f > s', 'f > b'] },
  },
  rejects: [
    {
      because: 'OpenSearch without a bucket',
      design: { nodes: { f: 'firehose', s: 'opensearch' }, edges: ['f > s'] },
      target: 'f',
      message: ['“s”', 'no S3 bucket'],
      repairs: ['add-s3'],
    },
  ],
});
