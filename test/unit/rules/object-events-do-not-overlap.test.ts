import { objectEventsDoNotOverlap } from '../../../shared/rules/messaging/object-events-do-not-overlap.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (first: object, second: object): Sketch => ({
  nodes: { b: 's3', f: 'lambda', q: 'sqs' },
  edges: [
    ['b > f', { ...first }],
    ['b > q', { ...second }],
  ],
});

testRule(objectEventsDoNotOverlap, {
  accepts: {
    'different prefixes': sketch({ prefix: 'a/' }, { prefix: 'b/' }),
    'different suffixes': sketch({ suffix: '.json' }, { suffix: '.csv' }),
  },
  rejects: [
    {
      because: 'two destinations for all keys',
      design: sketch({}, {}),
      target: 'b-to-f',
      message: ['f (all keys)', 'q (all keys)', 'one destination'],
    },
    {
      because: 'a prefix inside the other',
      design: sketch({ prefix: 'data/' }, { prefix: 'data/raw/' }),
      target: 'b-to-f',
      property: 'prefix',
      message: ['f (data/*)', 'q (data/raw/*)'],
    },
  ],
});
