import { setNotes } from '../../shared/graph/edits/set-notes.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { TextArea } from '../ui/text-input.tsx';
import styles from './inspector.module.css';

/** Free text of the designer; exports carry it as a comment. */
export function NotesField({ kind, id, notes }: { kind: 'node' | 'edge'; id: string; notes: string }) {
  return (
    <section className={styles.group} aria-label="Notes">
      <h2 className={styles.groupTitle}>Notes</h2>
      <TextArea
        aria-label="Notes"
        placeholder="Why it is the way it is. Becomes a comment in the exported code."
        value={notes}
        onChange={(event) => {
          const next = event.currentTarget.value;
          edit('Edit notes', (draft) => setNotes(draft, { kind, id, notes: next }), `notes ${kind} ${id}`);
        }}
        onBlur={endGroup}
      />
    </section>
  );
}
