import { defineEdgeRule } from '../define-rule.ts';
import { setEdgeProperty } from '../repairs.ts';

export const edgePropertiesAreKnown = defineEdgeRule({
  id: 'edge-properties-are-known',
  severity: 'advice',
  category: 'Properties',
  title: 'Properties of edges are known for the pair of services',
  description:
    'The property is misspelt, belongs to another pair of services, or was written by a newer version of ' +
    'the app. It is kept in the document and has no effect.',
  sources: ['DERIVED'],
  reach: 'ends',
  check: (edge) =>
    Object.keys(edge.edge.properties)
      .filter((name) => !edge.config.has(name))
      .map((name) => ({
        message: `${edge.source.name} → ${edge.target.name}: edges of this pair have no property “${name}”; it is kept but has no effect.`,
        property: name,
        repairs: [setEdgeProperty(edge, name, undefined, `Remove “${name}”`)],
      })),
});
