import { onDemandPeakWithinDouble } from '../../../shared/rules/capacity/on-demand-peak-within-double.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (ratePerSecond: number, onDemandPeakBytesPerSecond: number): Sketch => ({
  nodes: { in: ['kds', { streamMode: 'ON_DEMAND', onDemandPeakBytesPerSecond }] },
  workloads: [{ node: 'in', arrivals: { pattern: 'constant', ratePerSecond } }],
});

testRule(onDemandPeakWithinDouble, {
  accepts: { 'twice the old peak': sketch(6000, 3_000_000), 'the 4 MB/s of a new stream': sketch(4000, 0) },
  rejects: [
    {
      because: 'more than twice the old peak',
      design: sketch(7000, 3_000_000),
      target: 'in',
      property: 'onDemandPeakBytesPerSecond',
      message: ['7 MB/s', '3 MB/s', 'takes 6 MB/s', 'estimated'],
    },
  ],
});
