import { oneZoneHoldsNoSoleCopy } from '../../../shared/rules/storage/one-zone-holds-no-sole-copy.ts';
import { testRule } from './rule-cases.ts';

testRule(oneZoneHoldsNoSoleCopy, {
  accepts: {
    'a second bucket': {
      nodes: { in: 'firehose', b: ['s3', { storageClass: 'ONEZONE_IA' }], copy: 's3' },
      edges: ['in > b', 'b > copy'],
    },
    'three zones': {
      nodes: { in: 'firehose', b: ['s3', { storageClass: 'STANDARD_IA' }] },
      edges: ['in > b'],
    },
  },
  rejects: [
    {
      because: 'the only copy in one zone',
      design: { nodes: { in: 'firehose', b: ['s3', { storageClass: 'ONEZONE_IA' }] }, edges: ['in > b'] },
      target: 'b',
      property: 'storageClass',
      message: ['only copy', 'One Zone-IA'],
      repairs: ['set-storageClass'],
    },
  ],
});
