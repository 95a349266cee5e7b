import type { NumberLimit } from '../../shared/graph/value-limits.ts';
import { endGroup, revertGroup } from '../state/design-store.ts';
import { RangedNumber } from '../ui/ranged-number.tsx';
import styles from './inspector.module.css';

interface LimitedNumberProps {
  label: string;
  unit: string;
  /** Null where the document leaves it out. */
  value: number | null;
  limit: NumberLimit;
  /** Shown number per number of the document: 100 for a share in percent. */
  scale?: number;
  step?: number;
  /** What holds while it is left out. */
  placeholder?: string;
  onChange(value: number): void;
  onClear?(): void;
}

/** A number of a workload with its label. */
export function LimitedNumber({ label, ...number }: LimitedNumberProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <RangedNumber label={label} {...number} onCommit={endGroup} onRevert={revertGroup} />
    </div>
  );
}
