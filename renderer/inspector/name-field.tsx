import { useState } from 'react';
import type { DesignTarget } from '../../shared/graph/design.ts';
import { rename } from '../../shared/graph/edits/rename.ts';
import { textLimits } from '../../shared/graph/value-limits.ts';
import { edit, endGroup } from '../state/design-store.ts';
import styles from './inspector.module.css';

interface NameFieldProps {
  target: DesignTarget;
  name: string;
  placeholder: string;
  label?: string;
  className?: string | undefined;
}

/** The name of an item, edited where it stands. What must have a name keeps the old one while it is empty. */
export function NameField({ target, name, placeholder, label = 'Name', className }: NameFieldProps) {
  const [typed, setTyped] = useState<string>();
  const id = target.kind === 'design' ? '' : target.id;
  return (
    <input
      className={className ?? styles.nameField}
      aria-label={label}
      value={typed ?? name}
      placeholder={placeholder}
      maxLength={textLimits.name}
      spellCheck={false}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        edit('Rename', (draft) => rename(draft, { target, name: next }), `rename ${target.kind} ${id}`);
      }}
      onBlur={() => {
        setTyped(undefined);
        endGroup();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
