import { functionConcurrencyWithinAccount } from '../../../shared/rules/capacity/function-concurrency-within-account.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (ratePerSecond: number, properties = {}): Sketch => ({
  nodes: { t: 'sns', f: ['lambda', { averageDurationMs: 500, ...properties }] },
  edges: ['t > f'],
  workloads: [{ node: 't', arrivals: { pattern: 'constant', ratePerSecond } }],
});

testRule(functionConcurrencyWithinAccount, {
  accepts: {
    'load within 1,000': sketch(1500),
    'a reservation that caps the function': sketch(9000, { reservedConcurrentExecutions: 100 }),
    'a stream whose shards cap it': {
      nodes: { k: 'kds', f: ['lambda', { averageDurationMs: 60_000 }] },
      edges: ['k > f'],
      workloads: [{ node: 'k', arrivals: { pattern: 'constant', ratePerSecond: 1000 } }],
    },
  },
  rejects: [
    {
      because: 'more than the account allows',
      design: sketch(3000),
      target: 'f',
      message: ['1,500 times at once', 'estimated', 'allows 1,000'],
    },
  ],
});
