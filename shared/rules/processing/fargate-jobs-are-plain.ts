import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { listNames } from '../wording.ts';

const isFargate = (computeType: string): boolean => computeType.startsWith('FARGATE');

export const fargateJobsArePlain = defineNodeRule({
  id: 'fargate-jobs-are-plain',
  codes: ['G-075'],
  severity: 'warning',
  category: 'Processing',
  title: 'Batch jobs on Fargate mount no FSx file system',
  description:
    'Fargate has no GPUs, no multi-node parallel jobs and mounts no FSx for Lustre. Jobs that need these run in a ' +
    'compute environment of EC2 instances.',
  sources: ['BAT-API', 'BA-WHEN'],
  services: ['batch'],
  reach: 'neighbours',
  check: (node) => {
    if (!isFargate(node.config.text('computeType'))) return [];
    const systems = [
      ...node.incoming.map((edge) => edge.source),
      ...node.outgoing.map((edge) => edge.target),
    ].filter((other) => other.service === 'fsx');
    if (systems.length === 0) return [];
    return [
      {
        message: `${node.name} runs on Fargate, which cannot mount ${listNames(systems)}. Use EC2 instances.`,
        property: 'computeType',
        repairs: [setNodeProperty(node, 'computeType', 'EC2', 'Use EC2 instances')],
      },
    ];
  },
});
