import { flinkParallelismWithinShards } from '../../../shared/rules/processing/flink-parallelism-within-shards.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (parallelism: number, stream = {}): Sketch => ({
  nodes: { k: ['kds', { shardCount: 2, ...stream }], f: ['msf', { parallelism }] },
  edges: ['k > f'],
});

testRule(flinkParallelismWithinShards, {
  accepts: { 'one task per shard': sketch(2), 'on-demand streams': sketch(9, { streamMode: 'ON_DEMAND' }) },
  rejects: [
    {
      because: 'more tasks than shards',
      design: sketch(4),
      target: 'f',
      property: 'parallelism',
      message: ['4 tasks', '2 shards'],
      repairs: ['set-parallelism'],
    },
  ],
});
