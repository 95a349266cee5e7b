import { Plus, Trash2 } from 'lucide-react';
import type { Design, Scenario } from '../../shared/graph/design.ts';
import { addScenario, removeScenario, setScenario } from '../../shared/graph/edits/set-scenario.ts';
import { setDescription, setRegion, setTags } from '../../shared/graph/edits/set-settings.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextArea } from '../ui/text-input.tsx';
import styles from './inspector.module.css';
import { NameField } from './name-field.tsx';
import { countOf } from '../catalog/count-of.ts';
import { getRegionOptions } from './regions.ts';
import { PairsEditor } from './value-editors.tsx';

/** What holds for the whole design; shown while nothing is selected. */
export function DesignInspector({ design }: { design: Design }) {
  return (
    <>
      <header className={styles.header}>
        <NameField
          target={{ kind: 'design' }}
          name={design.name}
          placeholder="Name"
          label="Name of the design"
        />
        <p className={styles.service}>
          {countOf(design.nodes.length, 'service')}, {countOf(design.edges.length, 'connection')}
        </p>
      </header>
      <div className={styles.body}>
        <section className={styles.group} aria-label="Design">
          <h2 className={styles.groupTitle}>Design</h2>
          <div className={styles.field}>
            <span className={styles.label}>Region</span>
            <SelectInput
              label="Region"
              value={design.settings.region}
              options={getRegionOptions(design.settings.region)}
              onChange={(region) => edit('Set Region', (draft) => setRegion(draft, { region }))}
            />
          </div>
          <div className={styles.field}>
            <span className={styles.label}>Description</span>
            <TextArea
              aria-label="Description"
              placeholder="What the pipeline is for"
              value={design.description ?? ''}
              onChange={(event) => {
                const description = event.currentTarget.value;
                edit('Edit description', (draft) => setDescription(draft, { description }), 'description');
              }}
              onBlur={endGroup}
            />
          </div>
          <div className={styles.field}>
            <span className={styles.label}>Tags on every exported resource</span>
            <PairsEditor
              label="Tags"
              pairs={design.settings.tags}
              onChange={(tags) => edit('Set tags', (draft) => setTags(draft, { tags }), 'tags')}
            />
          </div>
        </section>
        <section className={styles.group} aria-label="Scenarios">
          <h2 className={styles.groupTitle}>Scenarios</h2>
          <p className={styles.limitNote}>
            Each one is a run: how long, which seed, how much load, which changes and outages.
          </p>
          {design.scenarios.map((scenario) => (
            <ScenarioForm key={scenario.id} scenario={scenario} />
          ))}
          <Button
            size="small"
            onClick={() =>
              edit('Add a scenario', (draft) => {
                addScenario(draft, {
                  name: `Scenario ${draft.scenarios.length + 1}`,
                  durationSeconds: 3600,
                  seed: 1,
                });
              })
            }
          >
            <Plus size={12} aria-hidden /> Add a scenario
          </Button>
        </section>
      </div>
    </>
  );
}

function ScenarioForm({ scenario }: { scenario: Scenario }) {
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
        {scenario.overrides && scenario.overrides.length > 0 ? (
          <p className={styles.limitNote}>
            Changes {scenario.overrides.map((item) => item.node).join(', ')}.
          </p>
        ) : null}
        {scenario.outages && scenario.outages.length > 0 ? (
          <p className={styles.limitNote}>
            Outages at {scenario.outages.map((item) => item.node).join(', ')}.
          </p>
        ) : null}
      </div>
    </div>
  );
}
