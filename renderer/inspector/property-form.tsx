import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Properties, PropertyValue } from '../../shared/graph/design.ts';
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
  const [isUnfolded, setUnfolded] = useState(false);
  const focused = useSelection((state) => state.focus?.property);
  const findings = useFindings((state) => state.findings);
  const warnings = collectWarnings(findings, owners[0]);
  const visible = definitions.filter((definition) => isVisible(definition, definitions, values));
  // What is set, wrong or asked for is never hidden.
  const isShown = ({ name, advanced }: PropertyDefinition): boolean =>
    isUnfolded || !advanced || values[name] !== undefined || warnings.has(name) || name === focused;
  const shown = visible.filter(isShown);
  const hidden = visible.length - shown.length;
  return (
    <>
      {propertyGroups.map((group) => {
        const members = shown.filter((definition) => definition.group === group);
        if (members.length === 0) return null;
        return (
          <section key={group} className={styles.group} aria-label={group}>
            <h2 className={styles.groupTitle}>{group}</h2>
            {members.map((definition) => (
              <PropertyField
                key={definition.name}
                definition={definition}
                value={values[definition.name]}
                warnings={warnings.get(definition.name) ?? noMessages}
                onChange={(value) => changeProperty(owners, definition, value)}
              />
            ))}
          </section>
        );
      })}
      {hidden > 0 || isUnfolded ? (
        <div className={styles.group}>
          <button
            type="button"
            className={styles.more}
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {isUnfolded ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
            {isUnfolded ? 'Fewer settings' : `${hidden} advanced ${hidden === 1 ? 'setting' : 'settings'}`}
          </button>
        </div>
      ) : null}
    </>
  );
}

function changeProperty(
  owners: readonly PropertyOwner[],
  definition: PropertyDefinition,
  value: PropertyValue | undefined,
): void {
  edit(
    value === undefined ? `Reset ${definition.label}` : `Set ${definition.label}`,
    (draft) => setProperty(draft, { owners, property: definition.name, value }),
    `property ${owners.map((owner) => owner.id).join(' ')} ${definition.name}`,
  );
}
