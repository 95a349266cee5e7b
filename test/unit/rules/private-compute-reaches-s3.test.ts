import { privateComputeReachesS3 } from '../../../shared/rules/network/private-compute-reaches-s3.ts';
import { testRule } from './rule-cases.ts';

import type { Container } from '../../../shared/graph/design.ts';

const containers: (Partial<Container> & Pick<Container, 'id' | 'kind'>)[] = [
  { id: 'vpc', kind: 'vpc' },
  { id: 'private', kind: 'subnet', parent: 'vpc' },
];

testRule(privateComputeReachesS3, {
  accepts: {
    'an endpoint': {
      nodes: { c: ['ec2', {}, 'private'], b: 's3', e: 'vpce-s3' },
      edges: ['c > b', 'e > b'],
      containers,
    },
    'compute outside a subnet': { nodes: { c: 'ec2', b: 's3' }, edges: ['c > b'] },
    'a public subnet': {
      nodes: { c: ['ec2', {}, 'open'], b: 's3' },
      edges: ['c > b'],
      containers: [{ id: 'open', kind: 'subnet', properties: { public: true } }],
    },
  },
  rejects: [
    {
      because: 'a private subnet without an endpoint',
      design: { nodes: { c: ['ec2', {}, 'private'], b: 's3' }, edges: ['c > b'], containers },
      target: 'c',
      message: ['“private”', 'no S3 gateway endpoint'],
      repairs: ['add-vpce-s3'],
    },
  ],
});
