import { Plus } from 'lucide-react';
import type { Design } from '../../shared/graph/design.ts';
import { addScenario } from '../../shared/graph/edits/set-scenario.ts';
import { setDescription, setRegion, setTags } from '../../shared/graph/edits/set-settings.ts';
import { textLimits } from '../../shared/graph/value-limits.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { CheckedText, readWithin } from '../ui/checked-text.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './inspector.module.css';
import { NameField } from './name-field.tsx';
import { countOf } from '../catalog/count-of.ts';
import { PairsEditor } from './pairs-editor.tsx';
import { getRegionOptions } from './regions.ts';
import { ScenarioForm } from './scenario-form.tsx';

const readDescription = readWithin(textLimits.longText);

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
            <CheckedText
              label="Description"
              placeholder="What the pipeline is for"
              text={design.description ?? ''}
              read={readDescription}
              takes="while-typing"
              onChange={(description) =>
                edit('Edit description', (draft) => setDescription(draft, { description }), 'description')
              }
              onCommit={endGroup}
            />
          </div>
          <div className={styles.field}>
            <span className={styles.label}>Tags on every exported resource</span>
            <PairsEditor
              label="Tags"
              pairs={design.settings.tags}
              longestKey={textLimits.tagKey}
              longestValue={textLimits.tagValue}
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
            <ScenarioForm key={scenario.id} design={design} scenario={scenario} />
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
