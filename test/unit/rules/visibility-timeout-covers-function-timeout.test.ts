import { visibilityTimeoutCoversFunctionTimeout } from '../../../shared/rules/messaging/visibility-timeout-covers-function-timeout.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (visibilityTimeout: number, timeout: number): Sketch => ({
  nodes: { q: ['sqs', { visibilityTimeout }], f: ['lambda', { timeout }] },
  edges: ['q > f'],
});

testRule(visibilityTimeoutCoversFunctionTimeout, {
  accepts: { 'six times': sketch(360, 60) },
  rejects: [
    {
      because: 'twice',
      design: sketch(120, 60),
      target: 'q',
      property: 'visibilityTimeout',
      message: ['120 s', '60 s', '360 s'],
      repairs: ['set-visibilityTimeout'],
    },
    {
      because: 'less than one run, which AWS refuses',
      design: sketch(30, 60),
      target: 'q',
      severity: 'error',
      message: ['30 s'],
      repairs: ['set-visibilityTimeout'],
    },
  ],
});
