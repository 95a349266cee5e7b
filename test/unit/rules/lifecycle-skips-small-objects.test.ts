import { lifecycleSkipsSmallObjects } from '../../../shared/rules/storage/lifecycle-skips-small-objects.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (recordsPerObject: number): Sketch => ({
  nodes: {
    in: 'firehose',
    b: ['s3', { recordsPerObject, lifecycleRules: [{ transitionClass: 'GLACIER', transitionDays: 30 }] }],
  },
  edges: ['in > b'],
  workloads: [{ node: 'in', recordSizeBytes: 1000 }],
});

testRule(lifecycleSkipsSmallObjects, {
  accepts: {
    'large objects': sketch(10_000),
    'no moves': { nodes: { in: 'firehose', b: 's3' }, edges: ['in > b'], workloads: [{ node: 'in' }] },
  },
  rejects: [
    {
      because: 'moves of small objects',
      design: sketch(1),
      target: 'b',
      property: 'lifecycleRules',
      message: ['under 128 KB', 'estimated'],
    },
    {
      because: 'a colder class for small objects',
      design: {
        nodes: { in: 'firehose', b: ['s3', { storageClass: 'STANDARD_IA', recordsPerObject: 1 }] },
        edges: ['in > b'],
        workloads: [{ node: 'in', recordSizeBytes: 1000 }],
      },
      target: 'b',
      property: 'storageClass',
      message: ['under 128 KB'],
    },
  ],
});
