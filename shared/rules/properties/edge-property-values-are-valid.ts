import { getEdgeProperties } from '../../integrations/edge-properties.ts';
import { defineEdgeRule } from '../define-rule.ts';
import { setEdgeProperty } from '../repairs.ts';
import { findFaults } from './property-values-are-valid.ts';

export const edgePropertyValuesAreValid = defineEdgeRule({
  id: 'edge-property-values-are-valid',
  severity: 'error',
  category: 'Properties',
  title: 'Values on edges have the type, range and form that AWS accepts',
  description:
    'Batch sizes, filters and the like become arguments of the resource that connects the two services. ' +
    'AWS refuses values out of range; until they are corrected the app calculates with the default.',
  sources: ['CDK'],
  reach: 'ends',
  check: (edge) => {
    if (Object.keys(edge.edge.properties).length === 0) return [];
    const definitions = getEdgeProperties(edge.source.service, edge.target.service);
    return findFaults(definitions, edge.edge.properties).map(({ definition, fault }) => ({
      message: `${edge.source.name} → ${edge.target.name}: ${fault.message}`,
      property: definition.name,
      part: fault.kind,
      sources: definition.sources,
      repairs: [
        ...(fault.nearest === undefined
          ? []
          : [
              {
                ...setEdgeProperty(
                  edge,
                  definition.name,
                  fault.nearest,
                  `Set to ${JSON.stringify(fault.nearest)}`,
                ),
                id: 'set-nearest',
              },
            ]),
        setEdgeProperty(edge, definition.name, undefined, 'Go back to the default'),
      ],
    }));
  },
});
