import type { Container } from '../../../shared/graph/design.ts';
import { drawnInVpcIsAttached } from '../../../shared/rules/network/drawn-in-vpc-is-attached.ts';
import { testRule } from './rule-cases.ts';

const containers: (Partial<Container> & Pick<Container, 'id' | 'kind'>)[] = [
  { id: 'vpc', kind: 'vpc' },
  { id: 'private', kind: 'subnet', parent: 'vpc' },
  { id: 'team', kind: 'group' },
];

testRule(drawnInVpcIsAttached, {
  accepts: {
    'a function that joins where it is drawn': { nodes: { f: ['lambda', {}, 'private'] }, containers },
    'a function outside': { nodes: { f: ['lambda', { vpcAttachment: 'NEVER' }, 'team'] }, containers },
    'a private domain': { nodes: { s: ['opensearch', { networkAccess: 'VPC' }, 'vpc'] }, containers },
    'a serverless collection, which has no such setting': {
      nodes: { s: ['opensearch', { deployment: 'SERVERLESS' }, 'vpc'] },
      containers,
    },
  },
  rejects: [
    {
      because: 'a function that never joins a VPC, in a subnet',
      design: { nodes: { f: ['lambda', { vpcAttachment: 'NEVER' }, 'private'] }, containers },
      target: 'f',
      property: 'vpcAttachment',
      message: ['“private”', 'not attached'],
      repairs: ['set-vpcAttachment'],
    },
    {
      because: 'a training job in a VPC that it is not attached to',
      design: { nodes: { t: ['sm-training', {}, 'vpc'] }, containers },
      target: 't',
      property: 'inVpc',
      message: ['“vpc”'],
      repairs: ['set-inVpc'],
    },
  ],
});
