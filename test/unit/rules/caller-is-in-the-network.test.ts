import { callerIsInTheNetwork } from '../../../shared/rules/network/caller-is-in-the-network.ts';
import { testRule } from './rule-cases.ts';

testRule(callerIsInTheNetwork, {
  accepts: {
    'a function that joins when needed': { nodes: { f: 'lambda', d: 'rds' }, edges: ['f > d'] },
    'public services': {
      nodes: { f: ['lambda', { vpcAttachment: 'NEVER' }], t: 'dynamodb' },
      edges: ['f > t'],
    },
  },
  rejects: [
    {
      because: 'a function outside that writes to a database',
      design: { nodes: { f: ['lambda', { vpcAttachment: 'NEVER' }], d: 'rds' }, edges: ['f > d'] },
      target: 'f',
      property: 'vpcAttachment',
      message: ['not attached to the VPC'],
      repairs: ['set-vpcAttachment'],
    },
    {
      because: 'a Flink application outside that writes to a private domain',
      design: { nodes: { f: 'msf', s: ['opensearch', { networkAccess: 'VPC' }] }, edges: ['f > s'] },
      target: 'f',
      property: 'networkAccess',
      message: ['not attached to the VPC'],
      repairs: ['set-networkAccess'],
    },
  ],
});
