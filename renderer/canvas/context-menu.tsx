import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { commands } from '../commands/all-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { getSelectedItems, useSelection } from '../state/selection-store.ts';
import { toAnchor } from '../ui/anchor.ts';
import { Keys } from '../ui/keys.tsx';
import popup from '../ui/popup.module.css';
import { closeOverlay, openOverlay, type Overlay } from './overlay-store.ts';

const clipboardKeys: Record<string, string> = {
  'edit.cut': 'Mod+X',
  'edit.copy': 'Mod+C',
  'edit.paste': 'Mod+V',
};

const forSelection = [
  'design.rename',
  '-',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.duplicate',
  '-',
  'design.group',
  'design.align-middle',
  'design.align-center',
  'design.distribute-horizontal',
  'edit.select-upstream',
  'edit.select-downstream',
  '-',
  'edit.delete-and-reconnect',
  'edit.delete',
];
const forEdge = ['edit.delete'];
const forCanvas = [
  'design.add',
  'design.add-note',
  'edit.paste',
  '-',
  'edit.select-all',
  'view.fit',
  'design.layout',
];

function getItems(): readonly string[] {
  const { keys } = useSelection.getState();
  if (keys.size === 0) return forCanvas;
  const { nodes, containers, annotations } = getSelectedItems();
  return nodes.length + containers.length + annotations.length === 0 ? forEdge : forSelection;
}

/** The same verbs as everywhere, at the pointer. */
export function ContextMenu({ overlay }: { overlay: Extract<Overlay, { kind: 'menu' }> }) {
  return (
    <Menu.Root open onOpenChange={(open) => !open && closeOverlay()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner
          className={popup.positioner}
          anchor={toAnchor(overlay.at)}
          side="bottom"
          align="start"
        >
          <Menu.Popup className={popup.menu} aria-label="Canvas menu">
            {getItems().map((id, index) => {
              if (id === '-') return <Menu.Separator key={`line-${index}`} className={popup.separator} />;
              const command = commands.find((candidate) => candidate.id === id);
              if (!command) return null;
              const keys = clipboardKeys[id] ?? command.keys?.[0];
              return (
                <Menu.Item
                  key={id}
                  className={popup.item}
                  disabled={id !== 'design.add' && command.isEnabled?.() === false}
                  data-danger={id === 'edit.delete' ? '' : undefined}
                  onClick={() => {
                    closeOverlay();
                    // The menu gives the focus back first.
                    setTimeout(() => runMenuItem(id, overlay), 0);
                  }}
                >
                  {command.isChecked?.() ? <Check size={14} aria-hidden /> : null}
                  <span className={popup.itemText}>{command.label}</span>
                  {keys === undefined ? null : (
                    <span className={popup.itemKeys}>
                      <Keys keys={keys} />
                    </span>
                  )}
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function runMenuItem(id: string, overlay: Extract<Overlay, { kind: 'menu' }>): void {
  // Adding happens where the menu was opened.
  if (id === 'design.add') openOverlay({ kind: 'adder', at: overlay.at });
  else runCommand(id);
}
