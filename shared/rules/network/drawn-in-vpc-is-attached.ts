import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { findContainerOf, type NodeView } from '../view/design-view.ts';

interface Attachment {
  property: string;
  outside: string | boolean;
  inside: string | boolean;
  /** Whether the service as configured can be attached at all. */
  applies?: (node: NodeView) => boolean;
}

/** Services whose place is a setting: the value that keeps them out of the VPC and the one that brings them in. */
const attachments: Readonly<Record<string, Attachment>> = {
  lambda: { property: 'vpcAttachment', outside: 'NEVER', inside: 'AUTO' },
  msf: { property: 'networkAccess', outside: 'PUBLIC', inside: 'VPC' },
  opensearch: {
    property: 'networkAccess',
    outside: 'PUBLIC',
    inside: 'VPC',
    applies: (node) => node.config.text('deployment') === 'DOMAIN',
  },
  'sm-training': { property: 'inVpc', outside: false, inside: true },
  'sm-endpoint': {
    property: 'inVpc',
    outside: false,
    inside: true,
    applies: (node) => node.config.text('mode') !== 'SERVERLESS',
  },
};

export const drawnInVpcIsAttached = defineNodeRule({
  id: 'drawn-in-vpc-is-attached',
  severity: 'warning',
  category: 'Network',
  title: 'What is drawn in a VPC is attached to it',
  description:
    'Some services work inside or outside of a VPC, which a setting decides. Drawn inside a VPC or a subnet while the ' +
    'setting keeps it out, the drawing shows a protection that the export does not have.',
  sources: ['DERIVED'],
  services: Object.keys(attachments),
  reach: 'own',
  check: (node) => {
    const attachment = attachments[node.service];
    const place = findContainerOf(node, 'subnet') ?? findContainerOf(node, 'vpc');
    if (!attachment || !place || attachment.applies?.(node) === false) return [];
    const { property, outside, inside } = attachment;
    const value = typeof outside === 'boolean' ? node.config.flag(property) : node.config.text(property);
    if (value !== outside) return [];
    return [
      {
        message: `${node.name} is drawn in “${place.name}” but not attached to the VPC. Attach it, or draw it outside.`,
        property,
        repairs: [setNodeProperty(node, property, inside, 'Attach it to the VPC')],
      },
    ];
  },
});
