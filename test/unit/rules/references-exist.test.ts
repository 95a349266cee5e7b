import { referencesExist } from '../../../shared/rules/structure/references-exist.ts';
import { testRule } from './rule-cases.ts';

testRule(referencesExist, {
  accepts: {
    'items that exist': {
      nodes: { a: 'kds', b: ['lambda', {}, 'net'] },
      edges: ['a > b'],
      containers: [{ id: 'net', kind: 'vpc' }],
      workloads: [{ node: 'a' }],
    },
  },
  rejects: [
    {
      because: 'an edge to nowhere',
      design: { nodes: { a: 'kds' }, edges: ['a > b'] },
      target: 'a-to-b',
      message: ['no node “b”'],
      repairs: ['remove-edge'],
    },
    {
      because: 'a workload of no node',
      design: { nodes: { a: 'kds' }, workloads: [{ node: 'z' }] },
      target: 'workload-1',
      message: ['“z”'],
      repairs: ['remove-workload'],
    },
    {
      because: 'a node in a container that is gone',
      design: { nodes: { a: ['kds', {}, 'net'] } },
      target: 'a',
      message: ['“net”'],
      repairs: ['take-out'],
    },
    {
      because: 'a container in a container that is gone',
      design: { nodes: {}, containers: [{ id: 'net', kind: 'subnet', parent: 'vpc' }] },
      target: 'net',
      message: ['“vpc”'],
      repairs: ['take-out'],
    },
    {
      because: 'a scenario about a node that is gone',
      design: {
        nodes: { a: 'kds' },
        scenarios: [
          {
            id: 's',
            name: 'Outage',
            durationSeconds: 60,
            seed: 1,
            outages: [{ node: 'z', fromSeconds: 0, toSeconds: 9, capacityFactor: 0 }],
          },
        ],
      },
      target: 's',
      severity: 'warning',
      message: ['“z”'],
      repairs: ['forget-node'],
    },
  ],
});
