import { chainedJobsHaveAnOrchestrator } from '../../../shared/rules/processing/chained-jobs-have-an-orchestrator.ts';
import { testRule } from './rule-cases.ts';

const nodes = { a: 'glue-etl', b: 's3', c: 'batch', d: 's3', e: 'glue-etl' };
const edges = ['a > b', 'b > c', 'c > d', 'd > e'];

testRule(chainedJobsHaveAnOrchestrator, {
  accepts: {
    'two jobs': { nodes: { a: 'glue-etl', b: 's3', c: 'batch' }, edges: ['a > b', 'b > c'] },
    'a state machine': {
      nodes: { ...nodes, s: 'step-functions' },
      edges: [...edges, 's > a', 's > c', 's > e'],
    },
    'a circle of jobs': { nodes: { a: 'batch', b: 's3' }, edges: ['a > b', 'b > a'] },
  },
  rejects: [
    {
      because: 'three jobs in a row',
      design: { nodes, edges },
      target: 'a',
      message: ['“a”, “c” and “e”', 'Step Functions'],
    },
  ],
});
