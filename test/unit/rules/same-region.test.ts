import { sameRegion } from '../../../shared/rules/network/same-region.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (from: string, to: string): Sketch => ({
  nodes: { a: from, b: [to, {}, 'ireland'] },
  edges: ['a > b'],
  containers: [{ id: 'ireland', kind: 'region', name: 'eu-west-1' }],
});

testRule(sameRegion, {
  accepts: {
    'one Region': { nodes: { a: 's3', b: 'sqs' }, edges: ['a > b'] },
    'calls over Regions': sketch('ec2', 's3'),
  },
  rejects: [
    {
      because: 'a bucket that notifies a queue of another Region',
      design: sketch('s3', 'sqs'),
      target: 'a-to-b',
      message: ['a is in us-east-1, b in eu-west-1'],
    },
  ],
});
