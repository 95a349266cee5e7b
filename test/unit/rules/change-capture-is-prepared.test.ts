import { changeCaptureIsPrepared } from '../../../shared/rules/migration/change-capture-is-prepared.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (changeCapture: string, migrationType: string): Sketch => ({
  nodes: { a: ['rds', { engine: 'postgres', changeCapture }], d: ['dms', { migrationType }], b: 's3' },
  edges: ['a > d', 'd > b'],
});

testRule(changeCaptureIsPrepared, {
  accepts: {
    'capture prepared when DMS reads': sketch('AUTO', 'cdc'),
    'a full load only': sketch('OFF', 'full-load'),
  },
  rejects: [
    {
      because: 'replication of a source that captures nothing',
      design: sketch('OFF', 'full-load-and-cdc'),
      target: 'a',
      property: 'changeCapture',
      message: ['change capture is off', 'logical replication'],
      repairs: ['set-changeCapture'],
    },
  ],
});
