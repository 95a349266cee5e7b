import { edgePropertyValuesAreValid } from '../../../shared/rules/properties/edge-property-values-are-valid.ts';
import { testRule } from './rule-cases.ts';

testRule(edgePropertyValuesAreValid, {
  accepts: {
    'values in range': { nodes: { a: 'kds', b: 'lambda' }, edges: [['a > b', { batchSize: 500 }]] },
  },
  rejects: [
    {
      because: 'a batch size above the limit of the mapping',
      design: { nodes: { a: 'kds', b: 'lambda' }, edges: [['a > b', { batchSize: 20_000 }]] },
      target: 'a-to-b',
      property: 'batchSize',
      message: ['Batch size is 20,000 records', '1 to 10,000'],
      repairs: ['set-nearest', 'set-batchSize'],
    },
  ],
});
