import { noTieringOfSmallObjects } from '../../../shared/rules/storage/no-tiering-of-small-objects.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (recordsPerObject: number): Sketch => ({
  nodes: { in: 'firehose', b: ['s3', { recordsPerObject, storageClass: 'INTELLIGENT_TIERING' }] },
  edges: ['in > b'],
  workloads: [{ node: 'in', recordSizeBytes: 1000 }],
});

testRule(noTieringOfSmallObjects, {
  accepts: { 'large objects': sketch(10_000), 'a bucket nobody writes to': { nodes: { b: 's3' } } },
  rejects: [
    {
      because: 'small objects',
      design: sketch(1),
      target: 'b',
      property: 'storageClass',
      message: ['128 KB'],
      repairs: ['set-storageClass'],
    },
  ],
});
