import { streamHasEnoughShards } from '../../../shared/rules/capacity/stream-has-enough-shards.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

/** The example of the notes: 500 KB × 2 records/s × 7 consumers. */
const notesExample = (shardCount: number): Sketch => {
  const consumers = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'];
  return {
    nodes: {
      in: ['kds', { shardCount }],
      ...Object.fromEntries(consumers.map((id) => [id, 'ec2'])),
    },
    edges: consumers.map((id) => `in > ${id}`),
    workloads: [
      { node: 'in', recordSizeBytes: 500_000, arrivals: { pattern: 'constant', ratePerSecond: 2 } },
    ],
  };
};

testRule(streamHasEnoughShards, {
  accepts: {
    'four shards for the example of the notes': notesExample(4),
    'on-demand streams, which AWS scales': {
      nodes: { in: ['kds', { streamMode: 'ON_DEMAND' }] },
      workloads: [{ node: 'in', arrivals: { pattern: 'constant', ratePerSecond: 9000 } }],
    },
    'streams without a workload': { nodes: { in: 'kds' } },
  },
  rejects: [
    {
      because: 'three shards for the example of the notes',
      design: notesExample(3),
      target: 'in',
      property: 'shardCount',
      message: ['has 3 shards but needs 4', '7 consumers poll', 'max(1, 3.5', 'estimated'],
      repairs: ['set-shardCount'],
    },
    {
      because: 'small records above the record limit',
      design: {
        nodes: { in: 'kds' },
        workloads: [
          { node: 'in', recordSizeBytes: 100, arrivals: { pattern: 'constant', ratePerSecond: 2500 } },
        ],
      },
      target: 'in',
      message: ['has 1 shard but needs 3', '2,500 records/s'],
      repairs: ['set-shardCount'],
    },
  ],
});
