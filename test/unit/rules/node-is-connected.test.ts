import { nodeIsConnected } from '../../../shared/rules/structure/node-is-connected.ts';
import { testRule } from './rule-cases.ts';

testRule(nodeIsConnected, {
  accepts: {
    'a single node, just drawn': { nodes: { a: 'kds' } },
    'a line': { nodes: { a: 'ec2', b: 'kds' }, edges: ['a > b'] },
  },
  rejects: [
    {
      because: 'a node beside the pipeline',
      design: { nodes: { a: 'ec2', b: 'kds', c: 's3' }, edges: ['a > b'] },
      target: 'c',
      message: ['connected to nothing'],
      repairs: ['remove-node'],
    },
  ],
});
