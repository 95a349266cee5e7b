import { noAwsManagedKeyAcrossAccounts } from '../../../shared/rules/security/no-aws-managed-key-across-accounts.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (service: string, properties: object): Sketch => ({
  nodes: { a: [service, { ...properties }], b: ['ec2', {}, 'other'] },
  edges: [['a > b', {}, 'data']],
  containers: [{ id: 'other', kind: 'account' }],
});

testRule(noAwsManagedKeyAcrossAccounts, {
  accepts: {
    'SSE-S3 across accounts': sketch('s3', {}),
    'AWS managed keys inside one account': { nodes: { a: 'kds', b: 'ec2' }, edges: ['a > b'] },
  },
  rejects: [
    {
      because: 'a bucket with aws/s3',
      design: sketch('s3', { encryption: 'SSE_KMS' }),
      target: 'a',
      property: 'encryption',
      message: ['aws/s3', 'another account'],
      repairs: ['set-encryption'],
    },
    {
      because: 'a stream with aws/kinesis',
      design: sketch('kds', { encryption: 'AWS_MANAGED' }),
      target: 'a',
      message: ['aws/kinesis'],
    },
  ],
});
