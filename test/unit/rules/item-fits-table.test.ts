import { itemFitsTable } from '../../../shared/rules/databases/item-fits-table.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (recordSizeBytes: number): Sketch => ({
  nodes: { vm: 'ec2', t: 'dynamodb' },
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
  ],
});
