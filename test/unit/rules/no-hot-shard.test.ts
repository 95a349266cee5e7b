import { noHotShard } from '../../../shared/rules/capacity/no-hot-shard.ts';
import { testRule } from './rule-cases.ts';

import type { Workload } from '../../../shared/graph/design.ts';
import type { Sketch } from './draw-design.ts';

const sketch = (keys: Workload['keys'], keyCount = 4): Sketch => ({
  nodes: { app: 'ec2', in: ['kds', { shardCount: 4 }] },
  edges: ['app > in'],
  workloads: [{ node: 'app', keys, keyCount, arrivals: { pattern: 'constant', ratePerSecond: 2400 } }],
});

testRule(noHotShard, {
  accepts: {
    'many even keys': sketch({ kind: 'uniform' }, 10_000),
    'load that fits one shard': {
      nodes: { in: ['kds', { shardCount: 4 }] },
      workloads: [{ node: 'in', keyCount: 1, keys: { kind: 'uniform' } }],
    },
  },
  rejects: [
    {
      because: 'one key with most of the records',
      design: sketch({ kind: 'weights', weights: [97, 1, 1, 1] }),
      target: 'in',
      property: 'shardCount',
      message: ['of the 4 shards', 'records/s', 'partition key', 'estimated'],
    },
  ],
});
