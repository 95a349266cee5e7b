import { fargateSizeExists } from '../../../shared/rules/processing/fargate-size-exists.ts';
import { testRule } from './rule-cases.ts';

testRule(fargateSizeExists, {
  accepts: {
    'the default': { nodes: { t: 'ecs-fargate' } },
    'half a GiB for a quarter vCPU': { nodes: { t: ['ecs-fargate', { cpu: '256', memory: 512 }] } },
  },
  rejects: [
    {
      because: 'too much memory',
      design: { nodes: { t: ['ecs-fargate', { cpu: '1024', memory: 16_384 }] } },
      target: 't',
      property: 'memory',
      message: ['1 vCPU with 16,384 MiB', '2,048 to 8,192 MiB'],
      repairs: ['set-memory'],
    },
    {
      because: '1.5 GiB for a quarter vCPU',
      design: { nodes: { t: ['ecs-fargate', { cpu: '256', memory: 1536 }] } },
      target: 't',
      message: ['0.25 vCPU'],
      repairs: ['set-memory'],
    },
  ],
});
