import { customerKeyIsConnected } from '../../../shared/rules/security/customer-key-is-connected.ts';
import { testRule } from './rule-cases.ts';

testRule(customerKeyIsConnected, {
  accepts: {
    'a connected key': {
      nodes: { m: 'kms', k: ['kds', { encryption: 'CUSTOMER_MANAGED' }] },
      edges: ['m > k'],
    },
    'keys of AWS': { nodes: { k: 'kds' } },
  },
  rejects: [
    {
      because: 'a key that is nowhere',
      design: { nodes: { k: ['kds', { encryption: 'CUSTOMER_MANAGED' }] } },
      target: 'k',
      property: 'encryption',
      message: ['customer managed key', 'no KMS key'],
      repairs: ['add-kms'],
    },
  ],
});
