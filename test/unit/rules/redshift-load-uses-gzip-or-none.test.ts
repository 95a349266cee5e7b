import { redshiftLoadUsesGzipOrNone } from '../../../shared/rules/delivery/redshift-load-uses-gzip-or-none.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (compressionFormat: string): Sketch => ({
  nodes: { f: ['firehose', { compressionFormat, redshiftLoad: true }], b: 's3', w: 'redshift' },
  edges: ['f > b', 'b > w'],
});

testRule(redshiftLoadUsesGzipOrNone, {
  accepts: {
    GZIP: sketch('GZIP'),
    'Snappy for S3 alone': {
      nodes: { f: ['firehose', { compressionFormat: 'Snappy' }], b: 's3' },
      edges: ['f > b'],
    },
  },
  rejects: [
    {
      because: 'Snappy for Redshift',
      design: sketch('Snappy'),
      target: 'f',
      property: 'compressionFormat',
      message: ['Snappy', 'GZIP or no compression'],
      repairs: ['set-compressionFormat'],
    },
  ],
});
