import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Properties } from '../../shared/graph/design.ts';
import { setProperty, type PropertyOwner } from '../../shared/graph/edits/set-property.ts';
import { isVisible } from '../../shared/rules/properties/check-value.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { type PropertyDefinition, propertyGroups } from '../../shared/services/property.ts';
import { edit } from '../state/design-store.ts';
import { useFindings } from '../state/findings-store.ts';
import { useSelection } from '../state/selection-store.ts';
import styles from './inspector.module.css';
import { PropertyField } from './property-field.tsx';

interface PropertyFormProps {
  /** All of them are changed together. */
  owners: readonly PropertyOwner[];
  definitions: readonly PropertyDefinition[];
  values: Properties;
}

const noMessages: readonly string[] = [];

/** Messages by property of the findings that are about this item. */
function collectWarnings(
  findings: readonly Finding[],
  owner: PropertyOwner | undefined,
): Map<string, string[]> {
  const warnings = new Map<string, string[]>();
  for (const finding of findings) {
    const [target] = finding.targets;
    if (!owner || finding.suppressed !== undefined || !target || target.kind === 'design') continue;
    if (target.kind !== owner.kind || target.id !== owner.id || target.property === undefined) continue;
    warnings.set(target.property, [...(warnings.get(target.property) ?? []), finding.message]);
  }
  return warnings;
}

/** A form made from a property schema: grouped, advanced ones folded, only what applies. */
export function PropertyForm({ owners, definitions, values }: PropertyFormProps) {
  const findings = useFindings((state) => state.findings);
  const warnings = collectWarnings(findings, owners[0]);
  const visible = definitions.filter((definition) => isVisible(definition, definitions, values));
  return propertyGroups.map((group) => {
    const members = visible.filter((definition) => definition.group === group);
    if (members.length === 0) return null;
    return (
      <PropertyGroup
        key={group}
        title={group}
        definitions={members}
        values={values}
        warnings={warnings}
        onChange={(definition, value) =>
          edit(
            value === undefined ? `Reset ${definition.label}` : `Set ${definition.label}`,
            (draft) => setProperty(draft, { owners, property: definition.name, value }),
            `property ${owners.map((owner) => owner.id).join(' ')} ${definition.name}`,
          )
        }
      />
    );
  });
}

interface PropertyGroupProps {
  title: string;
  definitions: readonly PropertyDefinition[];
  values: Properties;
  warnings: ReadonlyMap<string, readonly string[]>;
  onChange(definition: PropertyDefinition, value: Properties[string] | undefined): void;
}

function PropertyGroup({ title, definitions, values, warnings, onChange }: PropertyGroupProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  const focused = useSelection((state) => state.focus?.property);
  const isPlain = (definition: PropertyDefinition): boolean => !definition.advanced;
  const advanced = definitions.filter((definition) => !isPlain(definition));
  // What is set, wrong or asked for is never hidden.
  const isOpen =
    isUnfolded || advanced.some((definition) => warnings.has(definition.name) || definition.name === focused);
  const shown = definitions.filter(
    (definition) => isPlain(definition) || isOpen || values[definition.name] !== undefined,
  );
  const hidden = advanced.length - shown.filter((definition) => definition.advanced).length;
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>{title}</h3>
      {shown.map((definition) => (
        <PropertyField
          key={definition.name}
          definition={definition}
          value={values[definition.name]}
          warnings={warnings.get(definition.name) ?? noMessages}
          onChange={(value) => onChange(definition, value)}
        />
      ))}
      {hidden > 0 || isUnfolded ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isOpen ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
          {isOpen ? 'Fewer settings' : `${hidden} more ${hidden === 1 ? 'setting' : 'settings'}`}
        </button>
      ) : null}
    </section>
  );
}
