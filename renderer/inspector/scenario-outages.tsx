import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import type { Design, Scenario } from '../../shared/graph/design.ts';
import { setOutage } from '../../shared/graph/edits/set-scenario.ts';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import { findOutageFaults } from '../../shared/simulator/model/scenario-faults.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { edit, endGroup, revertGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { RangedNumber } from '../ui/ranged-number.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './inspector.module.css';

type Outage = NonNullable<Scenario['outages']>[number];

/** Times at which a service works at a part of its capacity, or not at all. */
export function ScenarioOutages({ design, scenario }: { design: Design; scenario: Scenario }) {
  const outages = scenario.outages ?? [];
  const faults = findOutageFaults(design, scenario);
  const set = (label: string, index: number, outage: Outage | undefined, group?: string): void => {
    edit(label, (draft) => setOutage(draft, { id: scenario.id, index, outage }), group);
  };
  const addOutage = (): void => {
    const [first] = design.nodes;
    if (!first) return;
    const third = scenario.durationSeconds / 3;
    // Whole minutes where the run is long enough for them.
    const start = third < 60 ? third : Math.round(third / 60) * 60;
    const outage = { node: first.id, fromSeconds: start, toSeconds: start * 2, capacityFactor: 0 };
    set('Add an outage', outages.length, outage);
  };
  return (
    <>
      {outages.map((outage, index) => (
        <OutageForm
          // Outages have no identity of their own; two may even be equal.
          key={index}
          design={design}
          outage={outage}
          place={`outages.${index}`}
          fault={faults.find((item) => item.index === index)?.message}
          onChange={(changes, group) =>
            set('Set outage', index, { ...outage, ...changes }, `outage ${scenario.id} ${index} ${group}`)
          }
          onRemove={() => set('Remove outage', index, undefined)}
        />
      ))}
      {design.nodes.length === 0 ? null : (
        <Button size="small" variant="quiet" onClick={addOutage}>
          <Plus size={12} aria-hidden /> Add an outage
        </Button>
      )}
    </>
  );
}

interface OutageFormProps {
  design: Design;
  outage: Outage;
  /** What a finding about it names. */
  place: string;
  fault: string | undefined;
  onChange(changes: Partial<Outage>, group: string): void;
  onRemove(): void;
}

function OutageForm({ design, outage, place, fault, onChange, onRemove }: OutageFormProps) {
  const messageId = useId();
  const { fromSeconds, toSeconds, capacityFactor } = outage;
  return (
    <div className={styles.field} data-part={place}>
      <div className={styles.labelRow}>
        <span className={styles.label}>Outage of</span>
      </div>
      <div className={styles.row}>
        <SelectInput
          label="Service with the outage"
          value={outage.node}
          options={design.nodes.map((node) => ({ value: node.id, label: getNodeTitle(node) }))}
          onChange={(node) => onChange({ node }, 'node')}
        />
        <button type="button" className={styles.iconButton} aria-label="Remove the outage" onClick={onRemove}>
          <X size={12} aria-hidden />
        </button>
      </div>
      <div className={styles.tableCell}>
        <span>From</span>
        <RangedNumber
          label="Start of the outage"
          value={fromSeconds}
          limit={numberLimits.seconds}
          unit="min"
          scale={1 / 60}
          onChange={(next) => onChange({ fromSeconds: next }, 'from')}
          onCommit={endGroup}
          onRevert={revertGroup}
        />
      </div>
      <div className={styles.tableCell}>
        <span>To</span>
        <RangedNumber
          label="End of the outage"
          value={toSeconds}
          limit={numberLimits.seconds}
          unit="min"
          scale={1 / 60}
          invalid={fault !== undefined}
          describedBy={fault === undefined ? undefined : messageId}
          onChange={(next) => onChange({ toSeconds: next }, 'to')}
          onCommit={endGroup}
          onRevert={revertGroup}
        />
      </div>
      <div className={styles.tableCell}>
        <span>Capacity left</span>
        <RangedNumber
          label="Capacity during the outage"
          value={capacityFactor}
          limit={numberLimits.capacityFactor}
          unit="%"
          scale={100}
          step={10}
          onChange={(next) => onChange({ capacityFactor: next }, 'capacity')}
          onCommit={endGroup}
          onRevert={revertGroup}
        />
      </div>
      {fault === undefined ? null : (
        <p id={messageId} className={styles.error}>
          {fault.charAt(0).toUpperCase() + fault.slice(1)}
        </p>
      )}
    </div>
  );
}
