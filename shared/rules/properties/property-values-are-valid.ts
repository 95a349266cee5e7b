import type { Properties, PropertyValue } from '../../graph/design.ts';
import type { PropertyDefinition } from '../../services/property.ts';
import { defineNodeRule, type Problem } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';
import { checkPropertyValue, isVisible, type ValueFault } from './check-value.ts';

export const propertyValuesAreValid = defineNodeRule({
  id: 'property-values-are-valid',
  severity: 'error',
  category: 'Properties',
  title: 'Property values have the type, range and form that AWS accepts',
  description:
    'A value of the wrong type, out of range or of the wrong form is refused when the design is deployed. ' +
    'Until it is corrected the app calculates with the default instead.',
  sources: ['CDK'],
  reach: 'own',
  check: (node) =>
    findFaults(node.definition?.properties ?? [], node.node.properties).map(({ definition, fault }) =>
      toProblem(node, definition, fault),
    ),
});

/** Faults of the values that are set and visible, with the property each belongs to. */
export function findFaults(
  definitions: readonly PropertyDefinition[],
  values: Properties,
): { definition: PropertyDefinition; fault: ValueFault }[] {
  const faults: { definition: PropertyDefinition; fault: ValueFault }[] = [];
  for (const definition of definitions) {
    if (!Object.hasOwn(values, definition.name) || !isVisible(definition, definitions, values)) continue;
    for (const fault of checkPropertyValue(definition, values[definition.name] ?? null)) {
      // Empty required texts have a rule of their own, which also sees those never set.
      if (fault.kind !== 'missing') faults.push({ definition, fault });
    }
  }
  return faults;
}

function toProblem(node: NodeView, definition: PropertyDefinition, fault: ValueFault): Problem {
  const repairs = [
    setNodeProperty(node, definition.name, undefined, `Go back to the default (${show(definition.default)})`),
  ];
  if (fault.nearest !== undefined)
    repairs.unshift({
      ...setNodeProperty(node, definition.name, fault.nearest, `Set to ${show(fault.nearest)}`),
      id: 'set-nearest',
    });
  return {
    message: `${node.name}: ${fault.message}`,
    property: definition.name,
    part: fault.kind,
    sources: definition.sources,
    repairs,
  };
}

function show(value: PropertyDefinition['default'] | PropertyValue): string {
  return typeof value === 'object' ? 'as delivered' : value === '' ? 'empty' : String(value);
}
