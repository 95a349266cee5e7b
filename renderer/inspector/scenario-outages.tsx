import { Plus, X } from 'lucide-react';
import type { Design, Scenario } from '../../shared/graph/design.ts';
import { setOutage } from '../../shared/graph/edits/set-scenario.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './inspector.module.css';

type Outage = NonNullable<Scenario['outages']>[number];

/** Times at which a service works at a part of its capacity, or not at all. */
export function ScenarioOutages({ design, scenario }: { design: Design; scenario: Scenario }) {
  const outages = scenario.outages ?? [];
  const set = (label: string, index: number, outage: Outage | undefined, group?: string): void => {
    edit(label, (draft) => setOutage(draft, { id: scenario.id, index, outage }), group);
  };
  const addOutage = (): void => {
    const [first] = design.nodes;
    if (!first) return;
    const third = Math.max(60, Math.round(scenario.durationSeconds / 3 / 60) * 60);
    const outage = { node: first.id, fromSeconds: third, toSeconds: third * 2, capacityFactor: 0 };
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
  onChange(changes: Partial<Outage>, group: string): void;
  onRemove(): void;
}

function OutageForm({ design, outage, onChange, onRemove }: OutageFormProps) {
  const { fromSeconds, toSeconds, capacityFactor } = outage;
  return (
    <div className={styles.field}>
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
        <NumberInput
          label="Start of the outage"
          value={fromSeconds / 60}
          unit="min"
          onChange={(minutes) =>
            minutes !== null && minutes >= 0 && onChange({ fromSeconds: minutes * 60 }, 'from')
          }
          onCommit={endGroup}
        />
      </div>
      <div className={styles.tableCell}>
        <span>To</span>
        <NumberInput
          label="End of the outage"
          value={toSeconds / 60}
          unit="min"
          invalid={toSeconds <= fromSeconds}
          onChange={(minutes) =>
            minutes !== null && minutes >= 0 && onChange({ toSeconds: minutes * 60 }, 'to')
          }
          onCommit={endGroup}
        />
      </div>
      <div className={styles.tableCell}>
        <span>Capacity left</span>
        <NumberInput
          label="Capacity during the outage"
          value={capacityFactor * 100}
          unit="%"
          step={10}
          onChange={(percent) =>
            percent !== null && percent >= 0 && onChange({ capacityFactor: percent / 100 }, 'capacity')
          }
          onCommit={endGroup}
        />
      </div>
      {toSeconds <= fromSeconds ? (
        <p className={styles.error}>
          The outage ends at {toSeconds / 60} min, before it starts at {fromSeconds / 60} min. Set the end
          after the start.
        </p>
      ) : null}
    </div>
  );
}
