import type { Design, DesignNode, Properties } from '../../shared/graph/design.ts';
import { findService } from '../../shared/services/registry.ts';
import { runCommand } from '../commands/run-command.ts';
import { Button } from '../ui/button.tsx';
import styles from './inspector.module.css';
import { PropertyForm } from './property-form.tsx';

const actions = [
  ['design.align-middle', 'Align in a row'],
  ['design.align-center', 'Align in a column'],
  ['design.distribute-horizontal', 'Distribute'],
  ['design.group', 'Group'],
  ['edit.duplicate', 'Duplicate'],
  ['edit.delete', 'Delete'],
] as const;

/** Values that all nodes share; where they differ the field shows none. */
function getSharedValues(nodes: readonly DesignNode[]): Properties {
  const [first, ...others] = nodes;
  return Object.fromEntries(
    Object.entries(first?.properties ?? {}).filter(([name, value]) =>
      others.every((node) => JSON.stringify(node.properties[name]) === JSON.stringify(value)),
    ),
  );
}

/** Several items: the verbs for all of them, and one form when they are the same service. */
export function MultiInspector({
  design,
  ids,
  count,
}: {
  design: Design;
  ids: readonly string[];
  count: number;
}) {
  const nodes = design.nodes.filter((node) => ids.includes(node.id));
  const [first] = nodes;
  const isUniform = nodes.length > 1 && nodes.every((node) => node.service === first?.service);
  const service = isUniform && first ? findService(first.service) : undefined;
  return (
    <>
      <header className={styles.header}>
        <h2 className={styles.groupTitle}>{count} items selected</h2>
        {service ? <p className={styles.service}>{service.displayName}</p> : null}
      </header>
      <div className={styles.body}>
        <div className={styles.actions}>
          {actions.map(([id, label]) => (
            <Button key={id} size="small" onClick={() => runCommand(id)}>
              {label}
            </Button>
          ))}
        </div>
        {service ? (
          <PropertyForm
            owners={nodes.map((node) => ({ kind: 'node' as const, id: node.id }))}
            definitions={service.properties}
            values={getSharedValues(nodes)}
          />
        ) : null}
      </div>
    </>
  );
}
