import { defineNodeRule } from '../define-rule.ts';
import { removeNode } from '../repairs.ts';

export const serviceIsKnown = defineNodeRule({
  id: 'service-is-known',
  severity: 'error',
  category: 'Structure',
  title: 'Every node is a service of the catalogue',
  description:
    'The service id is misspelt, or the document comes from a newer version of the app. The node is kept ' +
    'with all its properties, but it cannot be checked, simulated or exported.',
  sources: ['DERIVED'],
  reach: 'own',
  check: (node) =>
    node.definition
      ? []
      : [
          {
            message: `${node.name}: the catalogue has no service “${node.service}”. Correct the id (see “pipewright services”) or remove the node.`,
            repairs: [removeNode(node)],
          },
        ],
});
