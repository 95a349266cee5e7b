import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';

/** Services that always live in a VPC. */
const alwaysPrivate = new Set(['rds', 'aurora', 'elasticache', 'msk', 'efs', 'fsx']);

/** How a caller is attached to the VPC: property, value that keeps it out, value that brings it in. */
const attachments: Readonly<Record<string, { property: string; outside: string; inside: string }>> = {
  lambda: { property: 'vpcAttachment', outside: 'NEVER', inside: 'AUTO' },
  msf: { property: 'networkAccess', outside: 'PUBLIC', inside: 'VPC' },
};

export const callerIsInTheNetwork = defineEdgeRule({
  id: 'caller-is-in-the-network',
  codes: ['G-059', 'G-116'],
  severity: 'error',
  category: 'Network',
  title: 'What reaches into a VPC is attached to it',
  description:
    'Databases, caches, Kafka clusters, file systems and private search domains have addresses in a VPC only. A ' +
    'function or application outside it has no route to them.',
  sources: ['GL-VPC', 'LM-FS', 'MSF-CON'],
  reach: 'ends',
  check: ({ source, target }) => [...checkOne(source, target), ...checkOne(target, source)],
});

function checkOne(caller: NodeView, resource: NodeView) {
  const attachment = attachments[caller.service];
  if (!attachment || !isPrivate(resource) || !caller.config.has(attachment.property)) return [];
  if (caller.config.text(attachment.property) !== attachment.outside) return [];
  return [
    {
      message: `${caller.name} reaches ${resource.name}, which has an address in a VPC only, but is not attached to the VPC. Attach it.`,
      targets: [
        { kind: 'node' as const, id: caller.id, property: attachment.property },
        { kind: 'node' as const, id: resource.id },
      ],
      repairs: [setNodeProperty(caller, attachment.property, attachment.inside, 'Attach it to the VPC')],
    },
  ];
}

function isPrivate(node: NodeView): boolean {
  if (alwaysPrivate.has(node.service)) return true;
  return (
    node.service === 'opensearch' &&
    node.config.has('networkAccess') &&
    node.config.text('networkAccess') === 'VPC'
  );
}
