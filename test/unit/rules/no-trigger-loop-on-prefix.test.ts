import { noTriggerLoopOnPrefix } from '../../../shared/rules/structure/no-trigger-loop-on-prefix.ts';
import { testRule } from './rule-cases.ts';

testRule(noTriggerLoopOnPrefix, {
  accepts: {
    'different prefixes': {
      nodes: { b: 's3', f: 'lambda' },
      edges: [
        ['b > f', { prefix: 'in/' }],
        ['f > b', { prefix: 'out/' }],
      ],
    },
    'another bucket': { nodes: { b: 's3', f: 'lambda', c: 's3' }, edges: ['b > f', 'f > c'] },
  },
  rejects: [
    {
      because: 'a function that writes below its trigger',
      design: {
        nodes: { b: 's3', f: 'lambda' },
        edges: [
          ['b > f', { prefix: 'data/' }],
          ['f > b', { prefix: 'data/clean/' }],
        ],
      },
      target: 'b-to-f',
      property: 'prefix',
      message: ['keys under data/', 'keys under data/clean/'],
      repairs: ['separate-prefixes'],
    },
  ],
});
