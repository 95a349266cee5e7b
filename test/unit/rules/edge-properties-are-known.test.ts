import { edgePropertiesAreKnown } from '../../../shared/rules/properties/edge-properties-are-known.ts';
import { testRule } from './rule-cases.ts';

testRule(edgePropertiesAreKnown, {
  accepts: {
    'properties of the pair': { nodes: { a: 'kds', b: 'lambda' }, edges: [['a > b', { batchSize: 500 }]] },
  },
  rejects: [
    {
      because: 'a property of another pair',
      design: { nodes: { a: 'kds', b: 'firehose' }, edges: [['a > b', { batchSize: 500 }]] },
      target: 'a-to-b',
      property: 'batchSize',
      message: ['“batchSize”'],
      repairs: ['set-batchSize'],
    },
  ],
});
