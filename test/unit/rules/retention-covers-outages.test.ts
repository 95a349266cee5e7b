import { retentionCoversOutages } from '../../../shared/rules/capacity/retention-covers-outages.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (hours: number, retentionPeriodHours = 24): Sketch => ({
  nodes: { in: ['kds', { retentionPeriodHours }], vm: 'ec2' },
  edges: ['in > vm'],
  scenarios: [
    {
      id: 's',
      name: 'Long weekend',
      durationSeconds: 400_000,
      seed: 1,
      outages: [{ node: 'vm', fromSeconds: 0, toSeconds: hours * 3600, capacityFactor: 0 }],
    },
  ],
});

testRule(retentionCoversOutages, {
  accepts: { 'a short outage': sketch(12), 'a long retention': sketch(60, 168) },
  rejects: [
    {
      because: 'an outage longer than the retention',
      design: sketch(60),
      target: 'in',
      property: 'retentionPeriodHours',
      message: ['24 hours', '“Long weekend”', '60 hours', 'at least 84 hours'],
      repairs: ['set-retentionPeriodHours'],
    },
  ],
});
