import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const propertiesAreKnown = defineNodeRule({
  id: 'properties-are-known',
  severity: 'advice',
  category: 'Properties',
  title: 'Properties are known to this version of the app',
  description:
    'The property is misspelt, or a newer version of the app wrote it. It is kept in the document and ' +
    'has no effect on checks, simulation or exports.',
  sources: ['DERIVED'],
  reach: 'own',
  check: (node) => {
    if (!node.definition) return [];
    return Object.keys(node.node.properties)
      .filter((name) => !node.config.has(name))
      .map((name) => ({
        message: `${node.name}: ${node.definition?.shortName ?? node.service} has no property “${name}”; it is kept but has no effect. Check the spelling, or remove it.`,
        property: name,
        repairs: [setNodeProperty(node, name, undefined, `Remove “${name}”`)],
      }));
  },
});
