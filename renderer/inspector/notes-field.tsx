import { setNotes } from '../../shared/graph/edits/set-notes.ts';
import { textLimits } from '../../shared/graph/value-limits.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { CheckedText, readWithin } from '../ui/checked-text.tsx';
import styles from './inspector.module.css';

const readNotes = readWithin(textLimits.longText);

/** Free text of the designer; exports carry it as a comment. */
export function NotesField({ kind, id, notes }: { kind: 'node' | 'edge'; id: string; notes: string }) {
  return (
    <section className={styles.group} aria-label="Notes">
      <h2 className={styles.groupTitle}>Notes</h2>
      <CheckedText
        label="Notes"
        placeholder="Why it is the way it is. Becomes a comment in the exported code."
        text={notes}
        read={readNotes}
        takes="while-typing"
        onChange={(next) =>
          edit('Edit notes', (draft) => setNotes(draft, { kind, id, notes: next }), `notes ${kind} ${id}`)
        }
        onCommit={endGroup}
      />
    </section>
  );
}
