import { Trash2 } from 'lucide-react';
import type { Design, Scenario } from '../../shared/graph/design.ts';
import { removeScenario, setScenario } from '../../shared/graph/edits/set-scenario.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { NumberInput } from '../ui/number-input.tsx';
import styles from './inspector.module.css';
import { NameField } from './name-field.tsx';
import { ScenarioChanges } from './scenario-changes.tsx';
import { ScenarioOutages } from './scenario-outages.tsx';

/** One what-if: how long, which seed, how much load, which changes and outages. */
export function ScenarioForm({ design, scenario }: { design: Design; scenario: Scenario }) {
  const { id } = scenario;
  const change = (label: string, changes: Parameters<typeof setScenario>[1]['changes']): void => {
    edit(label, (draft) => setScenario(draft, { id, changes }), `scenario ${id} ${label}`);
  };
  return (
    <div className={styles.field} data-scenario={id}>
      <div className={styles.tableRow}>
        <div className={styles.row}>
          <NameField target={{ kind: 'scenario', id }} name={scenario.name} placeholder="Scenario" />
          <button
            type="button"
            className={styles.iconButton}
            aria-label={`Remove ${scenario.name}`}
            onClick={() => edit('Remove scenario', (draft) => removeScenario(draft, { id }))}
          >
            <Trash2 size={13} aria-hidden />
          </button>
        </div>
        <div className={styles.tableCell}>
          <span>Duration</span>
          <NumberInput
            label={`Duration of ${scenario.name}`}
            value={scenario.durationSeconds / 60}
            unit="min"
            onChange={(minutes) =>
              minutes !== null && minutes > 0 && change('Set duration', { durationSeconds: minutes * 60 })
            }
            onCommit={endGroup}
          />
        </div>
        <div className={styles.tableCell}>
          <span>Seed</span>
          <NumberInput
            label={`Seed of ${scenario.name}`}
            value={scenario.seed}
            onChange={(seed) => seed !== null && seed >= 0 && change('Set seed', { seed: Math.floor(seed) })}
            onCommit={endGroup}
          />
        </div>
        <div className={styles.tableCell}>
          <span>Load</span>
          <NumberInput
            label={`Load factor of ${scenario.name}`}
            value={scenario.loadFactor ?? null}
            placeholder="1"
            unit="×"
            step={0.1}
            onChange={(loadFactor) => change('Set load factor', { loadFactor: loadFactor ?? undefined })}
            onCommit={endGroup}
          />
        </div>
        <ScenarioChanges design={design} scenario={scenario} />
        <ScenarioOutages design={design} scenario={scenario} />
      </div>
    </div>
  );
}
