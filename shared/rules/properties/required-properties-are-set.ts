import { defineNodeRule } from '../define-rule.ts';
import { isVisible } from './check-value.ts';

export const requiredPropertiesAreSet = defineNodeRule({
  id: 'required-properties-are-set',
  severity: 'error',
  category: 'Properties',
  title: 'Properties without which the service cannot be created are filled in',
  description:
    'AWS has no default for these values, so the exported code would not deploy without them. ' +
    'The app cannot guess them either.',
  sources: ['CDK'],
  reach: 'own',
  check: (node) => {
    const definitions = node.definition?.properties ?? [];
    return definitions
      .filter(
        (definition) =>
          definition.type === 'text' &&
          definition.required === true &&
          isVisible(definition, definitions, node.node.properties) &&
          node.config.text(definition.name) === '',
      )
      .map((definition) => ({
        message: `${node.name}: ${definition.label} is empty; a value is required.`,
        property: definition.name,
        sources: definition.sources,
      }));
  },
});
