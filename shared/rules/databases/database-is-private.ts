import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const databaseIsPrivate = defineNodeRule({
  id: 'database-is-private',
  severity: 'warning',
  category: 'Security',
  title: 'Databases are not reachable from the internet',
  description:
    'A public address exposes the login of the database to everyone the security group lets in. Applications in the ' +
    'VPC do not need it; people reach it through a bastion or Session Manager.',
  sources: ['ASSUMPTION'],
  services: ['rds', 'aurora', 'documentdb'],
  reach: 'own',
  check: (node) => {
    if (!node.config.has('publiclyAccessible') || !node.config.flag('publiclyAccessible')) return [];
    return [
      {
        message: `${node.name} is publicly accessible. Keep it in private subnets unless somebody outside AWS has to reach it.`,
        property: 'publiclyAccessible',
        repairs: [setNodeProperty(node, 'publiclyAccessible', false, 'Make it private')],
      },
    ];
  },
});
