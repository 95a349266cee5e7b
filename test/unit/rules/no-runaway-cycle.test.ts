import { noRunawayCycle } from '../../../shared/rules/structure/no-runaway-cycle.ts';
import { testRule } from './rule-cases.ts';

testRule(noRunawayCycle, {
  accepts: {
    'a line': { nodes: { a: 'ec2', b: 'kds', c: 'ec2' }, edges: ['a > b', 'b > c'] },
    'intended feedback': {
      nodes: { a: 'ec2', b: 'kds' },
      edges: ['a > b', ['b > a', { intendedFeedback: true }]],
    },
    'control and configuration edges': {
      nodes: { a: 'ec2', b: 'kds' },
      edges: ['a > b', ['b > a', {}, 'control']],
    },
  },
  rejects: [
    {
      because: 'three nodes in a circle beside others',
      design: {
        nodes: { x: 'ec2', a: 'ec2', b: 'kds', c: 'ec2' },
        edges: [
          ['x > a', {}, 'data'],
          ['a > b', {}, 'data'],
          ['b > c', {}, 'data'],
          ['c > a', {}, 'data'],
        ],
      },
      target: 'a-to-b',
      message: ['“a”, “b” and “c”'],
      repairs: ['mark-feedback'],
    },
    {
      because: 'two separate circles',
      design: {
        nodes: { a: 'ec2', b: 'kds', c: 'ec2', d: 'kds' },
        edges: ['a > b', ['b > a', {}, 'data'], 'c > d', ['d > c', {}, 'data']],
      },
      target: 'a-to-b',
      message: ['“a” and “b”'],
      findings: 2,
      repairs: ['mark-feedback'],
    },
  ],
});
