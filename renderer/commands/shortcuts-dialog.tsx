import { setDialog, useView } from '../state/view-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Keys } from '../ui/keys.tsx';
import { commands } from './all-commands.ts';
import type { Command, CommandGroup } from './command.ts';
import styles from './shortcuts-dialog.module.css';

const groups: readonly CommandGroup[] = ['File', 'Edit', 'Canvas', 'View', 'Simulate', 'Export', 'Help'];

/** What the pointer and the clipboard do is no command, but belongs in the list. */
const others: readonly Pick<Command, 'label' | 'group' | 'keys'>[] = [
  { label: 'Copy, cut, paste', group: 'Edit', keys: ['Mod+C', 'Mod+X', 'Mod+V'] },
  { label: 'Copy while dragging', group: 'Canvas', keys: ['Alt'] },
  { label: 'Add to the selection', group: 'Canvas', keys: ['Shift'] },
  { label: 'Pan by dragging', group: 'Canvas', keys: ['Space'] },
];

export function ShortcutsDialog() {
  const isOpen = useView((state) => state.dialog === 'shortcuts');
  const rows = [...commands, ...others].filter((command) => (command.keys?.length ?? 0) > 0);
  return (
    <Dialog open={isOpen} onClose={() => setDialog(undefined)} title="Keyboard shortcuts" width={820}>
      <div className={styles.columns}>
        {groups
          .filter((group) => rows.some((row) => row.group === group))
          .map((group) => (
            <section key={group} className={styles.group}>
              <h3 className={styles.title}>{group}</h3>
              {rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <div key={row.label} className={styles.row}>
                    {row.label}
                    <span className={styles.keys}>
                      {row.keys?.map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
                    </span>
                  </div>
                ))}
            </section>
          ))}
      </div>
    </Dialog>
  );
}
