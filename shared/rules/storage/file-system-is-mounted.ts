import { defineNodeRule } from '../define-rule.ts';

export const fileSystemIsMounted = defineNodeRule({
  id: 'file-system-is-mounted',
  codes: ['G-126'],
  severity: 'warning',
  category: 'Storage',
  title: 'A file system is mounted by compute',
  description:
    'EFS is reached through mount targets, which the export makes; files get in and out only through compute that ' +
    'mounts it (EC2, containers, Lambda, SageMaker) or through DataSync. A file system nobody mounts stays empty.',
  sources: ['EFS-MT', 'N-226'],
  services: ['efs'],
  reach: 'neighbours',
  check: (node) => {
    const users = [...node.incoming, ...node.outgoing].filter((edge) => edge.kind !== 'configuration');
    if (users.length > 0) return [];
    return [
      {
        message: `Nobody mounts ${node.name}. Connect the compute that reads or writes it, or a DataSync task.`,
      },
    ];
  },
});
