import { Dialog } from '@base-ui/react/dialog';
import { Command as Palette } from 'cmdk';
import { Check } from 'lucide-react';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { findService, services } from '../../shared/services/registry.ts';
import { addServiceNearby } from '../canvas/canvas-actions.ts';
import { centerOn } from '../canvas/canvas-handle.ts';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { useDesign } from '../state/design-store.ts';
import { selectTarget } from '../state/selection-store.ts';
import { setDialog, useView } from '../state/view-store.ts';
import { Keys } from '../ui/keys.tsx';
import { commands } from './all-commands.ts';
import type { CommandGroup } from './command.ts';
import styles from './command-palette.module.css';
import { getCommandScore } from './filter-commands.ts';
import { runCommand } from './run-command.ts';

const groups: readonly CommandGroup[] = ['File', 'Edit', 'Canvas', 'View', 'Simulate', 'Export', 'Help'];

/** Commands, nodes of the design and services, in one search. */
export function CommandPalette() {
  const isOpen = useView((state) => state.dialog === 'commands');
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && setDialog(undefined)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.dialog} aria-label="Search commands and nodes">
          <PaletteBody />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody() {
  const design = useDesign((state) => state.design);
  const close = (then: () => void): void => {
    setDialog(undefined);
    // After the dialog has given the focus back.
    setTimeout(then, 0);
  };
  return (
    <Palette label="Search commands and nodes" loop filter={getCommandScore}>
      <Palette.Input autoFocus className={styles.input} placeholder="Search commands, nodes, services…" />
      <Palette.List className={styles.list}>
        <Palette.Empty className={styles.empty}>Nothing fits.</Palette.Empty>
        {design.nodes.length === 0 ? null : (
          <Palette.Group heading="In this design">
            {design.nodes.map((node) => {
              const service = findService(node.service);
              const name = getNodeTitle(node);
              return (
                <Palette.Item
                  key={node.id}
                  value={`${name} ${node.id} node`}
                  className={styles.item}
                  onSelect={() =>
                    close(() => {
                      selectTarget({ kind: 'node', id: node.id });
                      centerOn({ kind: 'node', id: node.id });
                    })
                  }
                >
                  <ServiceIcon service={service} size={20} />
                  <span className={styles.label}>{name}</span>
                  <span className={styles.hint}>{service?.shortName}</span>
                </Palette.Item>
              );
            })}
          </Palette.Group>
        )}
        {groups.map((group) => (
          <Palette.Group key={group} heading={group}>
            {commands
              .filter((command) => command.group === group && !command.isHidden)
              .map((command) => (
                <Palette.Item
                  key={command.id}
                  value={`${command.label} ${command.id}`}
                  disabled={command.isEnabled?.() === false}
                  className={styles.item}
                  onSelect={() => close(() => runCommand(command.id))}
                >
                  <span className={styles.label}>{command.label}</span>
                  {command.isChecked?.() ? <Check size={14} aria-label="On" /> : null}
                  {command.keys?.[0] ? <Keys keys={command.keys[0]} /> : null}
                </Palette.Item>
              ))}
          </Palette.Group>
        ))}
        <Palette.Group heading="Add a service">
          {services.map((service) => (
            <Palette.Item
              key={service.id}
              value={`${service.displayName} ${service.id} add`}
              keywords={[...service.keywords]}
              className={styles.item}
              onSelect={() => close(() => addServiceNearby(service.id))}
            >
              <ServiceIcon service={service} size={20} />
              <span className={styles.label}>{service.displayName}</span>
            </Palette.Item>
          ))}
        </Palette.Group>
      </Palette.List>
    </Palette>
  );
}
