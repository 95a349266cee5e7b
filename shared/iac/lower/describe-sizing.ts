import type { SizingRecord } from '../../graph/design.ts';
import type { Configuration } from '../../services/configuration.ts';
import type { PropertyDefinition } from '../../services/property.ts';

/** A sentence for every value that is still the one the advice set; others are somebody's own. */
export function describeSizing(
  records: Readonly<Record<string, SizingRecord>>,
  properties: readonly PropertyDefinition[],
  config: Configuration,
): string[] {
  return properties.flatMap(({ name, label, type }) => {
    const record = Object.hasOwn(records, name) ? records[name] : undefined;
    if (!record || type !== 'number' || config.number(name) !== record.value) return [];
    const { value, demand, scenario, seed } = record;
    return [`${label} ${value}: sized for ${demand}, scenario “${scenario}”, seed ${seed}.`];
  });
}
