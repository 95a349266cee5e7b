import { itemFitsTable } from '../../../shared/rules/databases/item-fits-table.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (recordSizeBytes: number, sender = 'producer-sdk'): Sketch => ({
  nodes: { vm: sender, t: 'dynamodb' },
  edges: ['vm > t'],
  workloads: [{ node: 'vm', recordSizeBytes }],
});

testRule(itemFitsTable, {
  accepts: { 'small items': sketch(4000) },
  rejects: [
    {
      because: 'a model artefact',
      design: sketch(800 * 1024),
      target: 't',
      message: ['800 KB', '400 KB', 'S3'],
    },
    {
      because: 'large input of code that may write less, more gently',
      design: sketch(800 * 1024, 'ec2'),
      target: 't',
      severity: 'warning',
      message: ['800 KB'],
    },
  ],
});
