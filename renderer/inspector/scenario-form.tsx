import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Design, Scenario } from '../../shared/graph/design.ts';
import { removeScenario, setScenario } from '../../shared/graph/edits/set-scenario.ts';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import { edit, endGroup, revertGroup } from '../state/design-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { RangedNumber } from '../ui/ranged-number.tsx';
import styles from './inspector.module.css';
import { NameField } from './name-field.tsx';
import { ScenarioChanges } from './scenario-changes.tsx';
import { ScenarioOutages } from './scenario-outages.tsx';

/** One what-if: how long, which seed, how much load, which changes and outages. */
export function ScenarioForm({ design, scenario }: { design: Design; scenario: Scenario }) {
  const { id } = scenario;
  const form = useRef<HTMLDivElement>(null);
  const focus = useSelection((state) => (state.focus?.scenario === id ? state.focus : undefined));
  useEffect(() => {
    if (!focus) return;
    const parts = form.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [];
    const place = [...parts].find((part) => part.dataset.part === focus.property) ?? form.current;
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('input, textarea, [role="combobox"], button')?.focus();
  }, [focus]);
  const change = (label: string, changes: Parameters<typeof setScenario>[1]['changes']): void => {
    edit(label, (draft) => setScenario(draft, { id, changes }), `scenario ${id} ${label}`);
  };
  return (
    <div ref={form} className={styles.field} data-scenario={id}>
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
          <RangedNumber
            label={`Duration of ${scenario.name}`}
            value={scenario.durationSeconds}
            limit={numberLimits.durationSeconds}
            unit="min"
            scale={1 / 60}
            onChange={(durationSeconds) => change('Set duration', { durationSeconds })}
            onCommit={endGroup}
            onRevert={revertGroup}
          />
        </div>
        <div className={styles.tableCell}>
          <span>Seed</span>
          <RangedNumber
            label={`Seed of ${scenario.name}`}
            value={scenario.seed}
            limit={numberLimits.seed}
            onChange={(seed) => change('Set seed', { seed })}
            onCommit={endGroup}
            onRevert={revertGroup}
          />
        </div>
        <div className={styles.tableCell}>
          <span>Load</span>
          <RangedNumber
            label={`Load factor of ${scenario.name}`}
            value={scenario.loadFactor ?? null}
            limit={numberLimits.loadFactor}
            placeholder="1"
            unit="×"
            step={0.1}
            onChange={(loadFactor) => change('Set load factor', { loadFactor })}
            onClear={() => change('Set load factor', { loadFactor: undefined })}
            onCommit={endGroup}
            onRevert={revertGroup}
          />
        </div>
        <ScenarioChanges design={design} scenario={scenario} />
        <ScenarioOutages design={design} scenario={scenario} />
      </div>
    </div>
  );
}
