import { bucketKeyForBusyBuckets } from '../../../shared/rules/security/bucket-key-for-busy-buckets.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (bucketKeyEnabled: boolean, ratePerSecond: number): Sketch => ({
  region: 'eu-north-1',
  nodes: { in: 'ec2', b: ['s3', { encryption: 'SSE_KMS', bucketKeyEnabled }] },
  edges: ['in > b'],
  workloads: [{ node: 'in', arrivals: { pattern: 'constant', ratePerSecond } }],
});

testRule(bucketKeyForBusyBuckets, {
  accepts: { 'a Bucket Key': sketch(true, 5000), 'few objects': sketch(false, 10) },
  rejects: [
    {
      because: 'thousands of calls to KMS',
      design: sketch(false, 5000),
      target: 'b',
      property: 'bucketKeyEnabled',
      message: ['5,000 objects/s', '10,000 calls/s in eu-north-1'],
      repairs: ['set-bucketKeyEnabled'],
    },
  ],
});
