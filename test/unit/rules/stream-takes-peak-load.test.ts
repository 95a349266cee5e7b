import { streamTakesPeakLoad } from '../../../shared/rules/capacity/stream-takes-peak-load.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const spike = (peakPerSecond: number, properties = {}): Sketch => ({
  nodes: { in: ['kds', properties] },
  workloads: [
    {
      node: 'in',
      recordSizeBytes: 500,
      arrivals: { pattern: 'spike', basePerSecond: 100, peakPerSecond, atSeconds: 60, lengthSeconds: 60 },
    },
  ],
});

testRule(streamTakesPeakLoad, {
  accepts: {
    'a peak at the limit': spike(1000),
    'enough shards': spike(4000, { shardCount: 4 }),
    'on-demand mode': spike(4000, { streamMode: 'ON_DEMAND' }),
  },
  rejects: [
    {
      because: 'a spike above the record limit of the shards',
      design: spike(3500, { shardCount: 2 }),
      target: 'in',
      property: 'shardCount',
      message: ['3,500 records/s', '2 shards take', '2,000 records/s', 'Use 4 shards', 'estimated'],
      repairs: ['set-shardCount', 'set-streamMode'],
    },
  ],
});
