import { fileSystemChannelNeedsVpc } from '../../../shared/rules/machine-learning/file-system-channel-needs-vpc.ts';
import { testRule } from './rule-cases.ts';

testRule(fileSystemChannelNeedsVpc, {
  accepts: {
    'a job in the VPC': { nodes: { x: 'efs', t: ['sm-training', { inVpc: true }] }, edges: ['x > t'] },
    'data in S3': { nodes: { b: 's3', t: 'sm-training' }, edges: ['b > t'] },
  },
  rejects: [
    {
      because: 'EFS without a VPC',
      design: { nodes: { x: 'efs', t: 'sm-training' }, edges: ['x > t'] },
      target: 't',
      property: 'inVpc',
      message: ['not attached to the VPC'],
      repairs: ['set-inVpc'],
    },
  ],
});
