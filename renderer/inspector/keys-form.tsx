import type { KeyDistribution } from '../../shared/graph/design.ts';
import { endGroup } from '../state/design-store.ts';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './inspector.module.css';
import { WorkloadNumber } from './workload-number.tsx';

const keyKinds = [
  { value: 'uniform', label: 'Evenly', help: 'Every key gets the same share.' },
  {
    value: 'zipf',
    label: 'Skewed (Zipf)',
    help: 'Few keys get most records; the higher the exponent, the fewer.',
  },
  { value: 'weights', label: 'By weights', help: 'Shares of the first keys as you state them.' },
] as const;

interface KeysFormProps {
  keys: KeyDistribution;
  keyCount: number;
  onChange(keys: KeyDistribution): void;
}

/** How records are spread over keys. */
export function KeysForm({ keys, keyCount, onChange }: KeysFormProps) {
  const convert = (kind: string): KeyDistribution =>
    kind === 'zipf'
      ? { kind: 'zipf', exponent: 1 }
      : kind === 'weights'
        ? { kind: 'weights', weights: [50, 30, 20].slice(0, keyCount) }
        : { kind: 'uniform' };
  return (
    <>
      <div className={styles.field}>
        <span className={styles.label}>Records over keys</span>
        <SelectInput
          label="Records over keys"
          value={keys.kind}
          options={keyKinds}
          onChange={(kind) => {
            endGroup();
            onChange(convert(kind));
          }}
        />
      </div>
      {keys.kind === 'zipf' ? (
        <WorkloadNumber
          label="Exponent"
          unit=""
          step={0.1}
          value={keys.exponent}
          onChange={(exponent) => onChange({ kind: 'zipf', exponent })}
        />
      ) : null}
      {keys.kind === 'weights' ? (
        <div className={styles.field}>
          <span className={styles.label}>Weights, separated by commas</span>
          <TextInput
            aria-label="Weights"
            key={keys.weights.join()}
            defaultValue={keys.weights.join(', ')}
            onBlur={(event) => {
              const weights = event.currentTarget.value
                .split(/[\s,;]+/)
                .filter(Boolean)
                .map(Number);
              if (weights.length > 0 && weights.every((weight) => Number.isFinite(weight) && weight >= 0)) {
                onChange({ kind: 'weights', weights });
              }
            }}
          />
        </div>
      ) : null}
    </>
  );
}
