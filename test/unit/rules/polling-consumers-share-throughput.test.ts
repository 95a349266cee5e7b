import { pollingConsumersShareThroughput } from '../../../shared/rules/capacity/polling-consumers-share-throughput.ts';
import { testRule } from './rule-cases.ts';

import type { Properties } from '../../../shared/graph/design.ts';
import type { Sketch } from './draw-design.ts';

const consumers = (amount: number, properties: Properties = {}, service = 'ec2'): Sketch => {
  const ids = Array.from({ length: amount }, (_, index) => `c${index + 1}`);
  return {
    nodes: { in: ['kds', { shardCount: 1 }], ...Object.fromEntries(ids.map((id) => [id, service])) },
    edges: ids.map((id): [string, Properties] => [`in > ${id}`, properties]),
    workloads: [{ node: 'in', recordSizeBytes: 9000, arrivals: { pattern: 'constant', ratePerSecond: 100 } }],
  };
};

testRule(pollingConsumersShareThroughput, {
  accepts: {
    'two consumers within 2 MB/s': consumers(2),
    'two delivery streams, which cannot register, within 2 MB/s': consumers(2, {}, 'firehose'),
    'three consumers with their own throughput': consumers(3, { fanOut: 'enhanced' }),
  },
  rejects: [
    {
      because: 'three polling consumers',
      design: consumers(3),
      target: 'in',
      message: ['“c1”, “c2” and “c3” poll', '2.7 MB/s', 'gives 2 MB/s'],
      repairs: ['use-enhanced-fan-out'],
    },
    {
      because: 'delivery streams that want more than the shard gives',
      design: consumers(3, {}, 'firehose'),
      target: 'in',
      message: ['add shards or read the stream fewer times'],
      repairs: [],
    },
  ],
});
