import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './inspector.module.css';

interface RowsProps {
  addLabel: string;
  canAdd: boolean;
  onAdd(): void;
  children: ReactNode;
}

/** Entries below each other, with a button for another one. */
export function Rows({ addLabel, canAdd, onAdd, children }: RowsProps) {
  return (
    <div className={styles.rows}>
      {children}
      {canAdd ? (
        <div>
          <Button size="small" variant="quiet" onClick={onAdd}>
            <Plus size={12} aria-hidden /> {addLabel}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

export function RemoveButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" className={styles.iconButton} aria-label={label} onClick={onClick}>
      <X size={13} aria-hidden />
    </button>
  );
}
