import { firehoseReachesRedshift } from '../../../shared/rules/network/firehose-reaches-redshift.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (warehouse: object): Sketch => ({
  nodes: { f: 'firehose', b: 's3', w: ['redshift', { ...warehouse }] },
  edges: ['f > b', 'b > w'],
});

testRule(firehoseReachesRedshift, {
  accepts: {
    'a public endpoint': sketch({ publiclyAccessible: true }),
    'a serverless workgroup': sketch({ deployment: 'SERVERLESS' }),
    'a bucket that somebody else loads': {
      nodes: { f: ['firehose', { redshiftLoad: false }], b: 's3', w: 'redshift' },
      edges: ['f > b', 'b > w'],
    },
  },
  rejects: [
    {
      because: 'a private provisioned cluster',
      design: sketch({}),
      target: 'w',
      property: 'publiclyAccessible',
      message: ['f loads w', 'without a public endpoint'],
      repairs: ['set-deployment', 'set-publiclyAccessible'],
    },
  ],
});
