import { statePayloadIsSmall } from '../../../shared/rules/processing/state-payload-is-small.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (recordSizeBytes: number): Sketch => ({
  nodes: { s: 'step-functions' },
  workloads: [{ node: 's', recordSizeBytes }],
});

testRule(statePayloadIsSmall, {
  accepts: { 'small records': sketch(10_000) },
  rejects: [{ because: '1 MiB', design: sketch(1024 * 1024), target: 's', message: ['1,024 KB', '256 KB'] }],
});
