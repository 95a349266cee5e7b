import { managedReadersHaveNoCustomerKey } from '../../../shared/rules/security/managed-readers-have-no-customer-key.ts';
import { testRule } from './rule-cases.ts';

testRule(managedReadersHaveNoCustomerKey, {
  accepts: {
    'SSE-KMS': { nodes: { b: ['s3', { encryption: 'SSE_KMS' }], job: 'glue-etl' }, edges: ['b > job'] },
    'compute of your own': { nodes: { b: ['s3', { encryption: 'SSE_C' }], vm: 'ec2' }, edges: ['b > vm'] },
  },
  rejects: [
    {
      because: 'a Glue job on SSE-C objects',
      design: { nodes: { b: ['s3', { encryption: 'SSE_C' }], job: 'glue-etl' }, edges: ['b > job'] },
      target: 'b',
      property: 'encryption',
      message: ['job', 'SSE-C'],
      repairs: ['set-encryption'],
    },
  ],
});
