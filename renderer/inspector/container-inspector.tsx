import { type Container, type ContainerKind, containerKinds } from '../../shared/graph/design.ts';
import { setContainerKind } from '../../shared/graph/edits/set-container.ts';
import { setProperty } from '../../shared/graph/edits/set-property.ts';
import { containerNames } from '../canvas/container-node.tsx';
import { edit } from '../state/design-store.ts';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './inspector.module.css';
import { NameField } from './name-field.tsx';
import { getRegionOptions } from './regions.ts';

export function ContainerInspector({ container }: { container: Container }) {
  const region = container.properties.region;
  return (
    <>
      <header className={styles.header}>
        <NameField
          target={{ kind: 'container', id: container.id }}
          name={container.name}
          placeholder={containerNames[container.kind]}
        />
        <p className={styles.service}>Container</p>
      </header>
      <div className={styles.body}>
        <section className={styles.group} aria-label="Container">
          <div className={styles.field}>
            <span className={styles.label}>Stands for</span>
            <SelectInput
              label="Stands for"
              value={container.kind}
              options={containerKinds.map((kind) => ({ value: kind, label: containerNames[kind] }))}
              onChange={(kind) =>
                edit('Change container', (draft) =>
                  setContainerKind(draft, { id: container.id, kind: kind as ContainerKind }),
                )
              }
            />
          </div>
          {container.kind === 'region' ? (
            <div className={styles.field}>
              <span className={styles.label}>Region</span>
              <SelectInput
                label="Region"
                value={typeof region === 'string' ? region : ''}
                options={getRegionOptions(typeof region === 'string' ? region : '')}
                onChange={(value) =>
                  edit('Set Region', (draft) =>
                    setProperty(draft, {
                      owners: [{ kind: 'container', id: container.id }],
                      property: 'region',
                      value,
                    }),
                  )
                }
              />
            </div>
          ) : null}
          <p className={styles.limitNote}>Drag services in and out. What it holds moves with it.</p>
        </section>
      </div>
    </>
  );
}
