import { containersFormATree } from '../../../shared/rules/structure/containers-form-a-tree.ts';
import { testRule } from './rule-cases.ts';

testRule(containersFormATree, {
  accepts: {
    'nested containers': {
      nodes: {},
      containers: [
        { id: 'vpc', kind: 'vpc' },
        { id: 'subnet', kind: 'subnet', parent: 'vpc' },
      ],
    },
  },
  rejects: [
    {
      because: 'two containers inside each other',
      design: {
        nodes: {},
        containers: [
          { id: 'a', kind: 'vpc', parent: 'b' },
          { id: 'b', kind: 'subnet', parent: 'a' },
        ],
      },
      target: 'a',
      message: ['inside itself'],
      repairs: ['take-out'],
      findings: 2,
    },
  ],
});
