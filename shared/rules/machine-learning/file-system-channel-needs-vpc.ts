import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const fileSystemChannelNeedsVpc = defineEdgeRule({
  id: 'file-system-channel-needs-vpc',
  codes: ['G-107'],
  severity: 'error',
  category: 'Machine learning',
  title: 'A training job that reads a file system is in the VPC',
  description:
    'EFS and FSx are mounted over the network of the VPC. A training job without a VPC configuration cannot reach the ' +
    'mount target, and AWS refuses the channel.',
  sources: ['SM-IN', 'SM-DS'],
  from: ['efs', 'fsx'],
  to: ['sm-training'],
  reach: 'ends',
  check: ({ source, target }) =>
    target.config.flag('inVpc')
      ? []
      : [
          {
            message: `${target.name} reads ${source.name} but is not attached to the VPC. Attach it.`,
            targets: [
              { kind: 'node', id: target.id, property: 'inVpc' },
              { kind: 'node', id: source.id },
            ],
            repairs: [setNodeProperty(target, 'inVpc', true, 'Attach it to the VPC')],
          },
        ],
});
