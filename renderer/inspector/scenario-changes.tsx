import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Design, DesignNode, PropertyValue, Scenario } from '../../shared/graph/design.ts';
import { setOverride } from '../../shared/graph/edits/set-scenario.ts';
import { findNode } from '../../shared/graph/queries.ts';
import { checkPropertyValue, isVisible } from '../../shared/rules/properties/check-value.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import type { PropertyDefinition } from '../../shared/services/property.ts';
import { findService } from '../../shared/services/registry.ts';
import { edit } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './inspector.module.css';
import { ValueEditor } from './value-editors.tsx';

/** Properties of the node that a scenario can still change. */
function getChangeable(node: DesignNode, taken: readonly string[]): PropertyDefinition[] {
  const definitions = findService(node.service)?.properties ?? [];
  return definitions.filter(
    (definition) => isVisible(definition, definitions, node.properties) && !taken.includes(definition.name),
  );
}

/** What the value is before the scenario changes it: the starting point of the editor. */
function getStart(node: DesignNode, { name, default: standard }: PropertyDefinition): PropertyValue {
  // A copy: defaults of the catalogue are shared and must not become part of the document.
  return node.properties[name] ?? (structuredClone(standard) as PropertyValue);
}

/** Property values that hold during one scenario only. */
export function ScenarioChanges({ design, scenario }: { design: Design; scenario: Scenario }) {
  const [isAdding, setAdding] = useState(false);
  const overrides = scenario.overrides ?? [];
  return (
    <>
      {overrides.flatMap((override) => {
        const node = findNode(design, override.node);
        if (!node) return [];
        return Object.entries(override.properties).map(([name, value]) => (
          <Change
            key={`${node.id} ${name}`}
            scenario={scenario}
            node={node}
            definition={findService(node.service)?.properties.find((candidate) => candidate.name === name)}
            name={name}
            value={value}
          />
        ));
      })}
      {isAdding ? (
        <AddChange design={design} scenario={scenario} onDone={() => setAdding(false)} />
      ) : (
        <Button size="small" variant="quiet" onClick={() => setAdding(true)}>
          <Plus size={12} aria-hidden /> Change a setting
        </Button>
      )}
    </>
  );
}

interface ChangeProps {
  scenario: Scenario;
  node: DesignNode;
  definition: PropertyDefinition | undefined;
  name: string;
  value: PropertyValue;
}

function Change({ scenario, node, definition, name, value }: ChangeProps) {
  const id = useId();
  const label = `${getNodeTitle(node)}: ${definition?.label ?? name}`;
  const faults = definition === undefined ? [] : checkPropertyValue(definition, value);
  const set = (next: PropertyValue | undefined): void => {
    edit(
      next === undefined ? `Drop change of ${label}` : `Change ${label}`,
      (draft) => setOverride(draft, { id: scenario.id, node: node.id, property: name, value: next }),
      `override ${scenario.id} ${node.id} ${name}`,
    );
  };
  return (
    <div className={styles.field} data-part={`overrides.${node.id}.${name}`}>
      <div className={styles.labelRow}>
        <label htmlFor={id} className={styles.label} title={label}>
          {label}
        </label>
        <span className={styles.spacer} />
        <button
          type="button"
          className={styles.iconButton}
          aria-label={`Drop change of ${label}`}
          onClick={() => set(undefined)}
        >
          <X size={12} aria-hidden />
        </button>
      </div>
      {definition === undefined ? (
        <p className={styles.error}>
          {findService(node.service)?.shortName ?? node.service} has no setting “{name}”; the run leaves it
          out.
        </p>
      ) : (
        <ValueEditor
          definition={definition}
          value={value}
          id={id}
          isInvalid={faults.length > 0}
          describedBy={faults.length > 0 ? `${id}-message` : undefined}
          // An emptied field means the value it had: the change itself goes only with its button.
          onChange={(next) => set(next ?? getStart(node, definition))}
        />
      )}
      {faults.length === 0 ? null : (
        <div id={`${id}-message`}>
          {faults.map((fault) => (
            <p key={fault.message} className={styles.error}>
              {fault.message}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

interface AddChangeProps {
  design: Design;
  scenario: Scenario;
  onDone(): void;
}

/** Two choices, service and setting; the second one adds the change with today's value. */
function AddChange({ design, scenario, onDone }: AddChangeProps) {
  const taken = (node: DesignNode): string[] =>
    Object.keys(scenario.overrides?.find((override) => override.node === node.id)?.properties ?? {});
  const nodes = design.nodes.filter((node) => getChangeable(node, taken(node)).length > 0);
  const [chosen, setChosen] = useState<string | undefined>(nodes[0]?.id);
  const node = chosen === undefined ? undefined : findNode(design, chosen);
  if (!node) return <p className={styles.limitNote}>No service of this design has a setting to change.</p>;
  const add = (property: string): void => {
    const definition = getChangeable(node, []).find((candidate) => candidate.name === property);
    if (!definition) return;
    const value = getStart(node, definition);
    edit(`Change ${getNodeTitle(node)}: ${definition.label}`, (draft) =>
      setOverride(draft, { id: scenario.id, node: node.id, property, value }),
    );
    onDone();
  };
  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <SelectInput
          label="Service to change"
          value={node.id}
          options={nodes.map((option) => ({ value: option.id, label: getNodeTitle(option) }))}
          onChange={setChosen}
        />
        <button type="button" className={styles.iconButton} aria-label="Change nothing" onClick={onDone}>
          <X size={12} aria-hidden />
        </button>
      </div>
      <div className={styles.rows}>
        <SelectInput
          label="Setting to change"
          value="Choose a setting"
          isDefault
          options={getChangeable(node, taken(node)).map(({ name, label, group }) => ({
            value: name,
            label,
            help: group,
          }))}
          onChange={add}
        />
      </div>
    </div>
  );
}
