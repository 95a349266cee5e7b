import { defineNodeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';

export const customerKeyIsConnected = defineNodeRule({
  id: 'customer-key-is-connected',
  codes: ['G-045'],
  severity: 'error',
  category: 'Security',
  title: 'A customer managed key that is asked for is drawn',
  description:
    'The grants on a customer managed key come from the edge between key and service: readers get `kms:Decrypt`, ' +
    'writers `kms:GenerateDataKey`, and the key policy admits the service. Without the edge there is no key to name, ' +
    'and the export would fall back to a key of AWS.',
  sources: ['N-041', 'KDS-SSE', 'KMS-POL'],
  reach: 'neighbours',
  check: (node) => {
    if (!node.definition || node.service === 'kms') return [];
    if (node.incoming.some((edge) => edge.source.service === 'kms')) return [];
    return node.definition.properties
      .filter(
        (definition) =>
          definition.type === 'select' && node.config.text(definition.name).startsWith('CUSTOMER_MANAGED'),
      )
      .map((definition) => ({
        message: `${node.name} asks for a customer managed key (${definition.label}), but no KMS key is connected to it. Connect one.`,
        property: definition.name,
        repairs: [
          ...attachNode(node, {
            service: 'kms',
            side: 'before',
            kind: 'configuration',
            label: 'Add a KMS key',
            safe: true,
          }),
        ],
      }));
  },
});
