import { expressWorkflowIsShort } from '../../../shared/rules/processing/express-workflow-is-short.ts';
import { testRule } from './rule-cases.ts';

testRule(expressWorkflowIsShort, {
  accepts: {
    'a short Express workflow': { nodes: { s: ['step-functions', { stateMachineType: 'EXPRESS' }] } },
    'a Standard workflow that waits for a job': {
      nodes: { s: 'step-functions', j: 'glue-etl' },
      edges: ['s > j'],
    },
  },
  rejects: [
    {
      because: 'an execution of 10 minutes',
      design: { nodes: { s: ['step-functions', { stateMachineType: 'EXPRESS', executionSeconds: 600 }] } },
      target: 's',
      property: 'stateMachineType',
      message: ['600 s', '300 s'],
      repairs: ['set-stateMachineType'],
    },
    {
      because: 'waiting for a Glue job',
      design: {
        nodes: { s: ['step-functions', { stateMachineType: 'EXPRESS' }], j: 'glue-etl' },
        edges: ['s > j'],
      },
      target: 's',
      message: ['waits for “j”'],
      repairs: ['set-stateMachineType'],
    },
  ],
});
