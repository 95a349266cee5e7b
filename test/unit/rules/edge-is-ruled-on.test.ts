import { edgeIsRuledOn } from '../../../shared/rules/connections/edge-is-ruled-on.ts';
import { testRule } from './rule-cases.ts';

testRule(edgeIsRuledOn, {
  accepts: {
    'a pair of the book': { nodes: { a: 'kds', b: 'firehose' }, edges: ['a > b'] },
    'unknown services, which have a finding of their own': {
      nodes: { a: 'kds', b: 'holodeck' },
      edges: ['a > b'],
    },
  },
  rejects: [],
});
