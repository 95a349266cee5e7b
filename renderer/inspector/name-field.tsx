import type { DesignTarget } from '../../shared/graph/design.ts';
import { rename } from '../../shared/graph/edits/rename.ts';
import { edit, endGroup } from '../state/design-store.ts';
import styles from './inspector.module.css';

interface NameFieldProps {
  target: DesignTarget;
  name: string;
  placeholder: string;
  label?: string;
}

/** The name of the selected item, edited where it stands. */
export function NameField({ target, name, placeholder, label = 'Name' }: NameFieldProps) {
  const id = target.kind === 'design' ? '' : target.id;
  return (
    <input
      className={styles.nameField}
      aria-label={label}
      value={name}
      placeholder={placeholder}
      spellCheck={false}
      onChange={(event) => {
        const next = event.currentTarget.value;
        edit('Rename', (draft) => rename(draft, { target, name: next }), `rename ${target.kind} ${id}`);
      }}
      onBlur={endGroup}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
