import type { Properties, PropertyValue } from '../../shared/graph/design.ts';
import { isVisible } from '../../shared/rules/properties/check-value.ts';
import { Configuration } from '../../shared/services/configuration.ts';
import type { ServiceDefinition } from '../../shared/services/define-service.ts';
import type { PropertyDefinition } from '../../shared/services/property.ts';

const numberFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** `1` with the unit `shards` reads `1 shard`. */
function withUnit(value: number, unit: string | undefined): string {
  const text = numberFormat.format(value);
  if (!unit) return text;
  return value === 1 && /^[a-z]{4,}s$/.test(unit) ? `${text} ${unit.slice(0, -1)}` : `${text} ${unit}`;
}

const toText = (value: PropertyValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A property's value in words, with its unit; the label where the value alone says nothing. */
export function formatProperty(definition: PropertyDefinition, value: PropertyValue): string {
  switch (definition.type) {
    case 'number':
      if (typeof value !== 'number') return JSON.stringify(value);
      return definition.unit
        ? withUnit(value, definition.unit)
        : `${numberFormat.format(value)} ${definition.label.toLowerCase()}`;
    case 'select':
      return definition.options.find((option) => option.value === value)?.label ?? toText(value);
    case 'flag':
      return value === true ? definition.label : `No ${definition.label.toLowerCase()}`;
    case 'text':
      return toText(value);
    case 'list':
    case 'table':
      return `${Array.isArray(value) ? value.length : 0} ${definition.label.toLowerCase()}`;
    case 'map':
      return `${value && typeof value === 'object' ? Object.keys(value).length : 0} ${definition.label.toLowerCase()}`;
  }
}

/** The line of facts on a node card: up to three values that matter, `4 shards · 24 h`. */
export function formatFacts(service: ServiceDefinition, values: Properties): string {
  const configuration = new Configuration(service.properties, values);
  const facts = service.facts.flatMap((name) => {
    const definition = service.properties.find((candidate) => candidate.name === name);
    if (!definition || !isVisible(definition, service.properties, values)) return [];
    const value = configuration.value(name);
    return value === '' || value === null ? [] : [formatProperty(definition, value)];
  });
  return facts.slice(0, 3).join(' · ');
}

/** Number of a limit with its unit; what AWS does not publish says so. */
export function formatLimit(value: number | null, unit: string): string {
  if (value === null) return 'Not published';
  return unit === 'count' ? numberFormat.format(value) : `${numberFormat.format(value)} ${unit}`;
}
