import { edgeIsPossible } from '../../../shared/rules/connections/edge-is-possible.ts';
import { testRule } from './rule-cases.ts';

testRule(edgeIsPossible, {
  accepts: {
    'a direct pair': { nodes: { a: 'kds', b: 'firehose' }, edges: ['a > b'] },
    'a pair that needs a mediator, which is another rule': {
      nodes: { a: 'firehose', b: 'redshift' },
      edges: ['a > b'],
    },
  },
  rejects: [
    {
      because: 'Managed Flink writing to EFS',
      design: { nodes: { a: 'msf', b: 'efs' }, edges: ['a > b'] },
      target: 'a-to-b',
      message: ['cannot work'],
      repairs: ['remove-edge'],
    },
  ],
});
