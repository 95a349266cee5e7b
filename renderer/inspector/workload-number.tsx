import { endGroup } from '../state/design-store.ts';
import { NumberInput } from '../ui/number-input.tsx';
import styles from './inspector.module.css';

interface WorkloadNumberProps {
  label: string;
  unit: string;
  value: number;
  step?: number;
  most?: number;
  onChange(value: number): void;
}

/** A number of a workload with its label; what is below 0 or above the most is not taken. */
export function WorkloadNumber({ label, unit, value, step, most, onChange }: WorkloadNumberProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <NumberInput
        label={label}
        value={value}
        unit={unit}
        step={step}
        onChange={(next) => next !== null && next >= 0 && next <= (most ?? next) && onChange(next)}
        onCommit={endGroup}
      />
    </div>
  );
}
