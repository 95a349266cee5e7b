import { customModelHasCapacity } from '../../../shared/rules/machine-learning/custom-model-has-capacity.ts';
import { testRule } from './rule-cases.ts';

testRule(customModelHasCapacity, {
  accepts: {
    'capacity of its own': {
      nodes: { c: 'bedrock-custom', m: ['bedrock-model', { capacity: 'PROVISIONED' }] },
      edges: ['c > m'],
    },
  },
  rejects: [
    {
      because: 'a customized model on demand',
      design: { nodes: { c: 'bedrock-custom', m: 'bedrock-model' }, edges: ['c > m'] },
      target: 'm',
      property: 'capacity',
      message: ['on demand', 'Provisioned Throughput'],
      repairs: ['set-capacity'],
    },
  ],
});
