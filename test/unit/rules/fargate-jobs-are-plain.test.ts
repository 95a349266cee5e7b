import { fargateJobsArePlain } from '../../../shared/rules/processing/fargate-jobs-are-plain.ts';
import { testRule } from './rule-cases.ts';

testRule(fargateJobsArePlain, {
  accepts: {
    'Fargate without a file system': { nodes: { b: 'batch' } },
    'EC2 with one': { nodes: { x: 'fsx', b: ['batch', { computeType: 'EC2' }] }, edges: ['x > b'] },
  },
  rejects: [
    {
      because: 'FSx on Fargate',
      design: { nodes: { x: 'fsx', b: 'batch' }, edges: ['x > b'] },
      target: 'b',
      property: 'computeType',
      message: ['Fargate', '“x”'],
      repairs: ['set-computeType'],
    },
  ],
});
