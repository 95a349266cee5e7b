import type { KeyDistribution, Workload } from '../../shared/graph/design.ts';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import { endGroup } from '../state/design-store.ts';
import { CheckedText } from '../ui/checked-text.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './inspector.module.css';
import { LimitedNumber } from './limited-number.tsx';
import { parseWeights } from './weight-list.ts';

const keyKinds = [
  { value: 'uniform', label: 'Evenly', help: 'Every key gets the same share.' },
  {
    value: 'zipf',
    label: 'Skewed (Zipf)',
    help: 'Few keys get most records; the higher the exponent, the fewer.',
  },
  { value: 'weights', label: 'By weights', help: 'One key for each weight you state.' },
] as const;

type Changes = Partial<Pick<Workload, 'keys' | 'keyCount'>>;

interface KeysFormProps {
  keys: KeyDistribution;
  onChange(changes: Changes): void;
}

/** Listed weights say how many keys there are. */
const withWeights = (weights: number[]): Changes => ({
  keys: { kind: 'weights', weights },
  keyCount: weights.length,
});

function convertKeys(kind: string): Changes {
  if (kind === 'weights') return withWeights([50, 30, 20]);
  return { keys: kind === 'zipf' ? { kind, exponent: 1 } : { kind: 'uniform' } };
}

/** How records are spread over keys. */
export function KeysForm({ keys, onChange }: KeysFormProps) {
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
            onChange(convertKeys(kind));
          }}
        />
      </div>
      {keys.kind === 'zipf' ? (
        <LimitedNumber
          label="Exponent"
          unit=""
          step={0.1}
          limit={numberLimits.zipfExponent}
          value={keys.exponent}
          onChange={(exponent) => onChange({ keys: { kind: 'zipf', exponent } })}
        />
      ) : null}
      {keys.kind === 'weights' ? (
        <div className={styles.field}>
          <span className={styles.label}>Weight of each key, separated by commas</span>
          <CheckedText
            code
            rows={2}
            label="Weights"
            text={keys.weights.join(', ')}
            read={parseWeights}
            takes="when-left"
            onChange={(weights) => onChange(withWeights(weights))}
            onCommit={endGroup}
          />
        </div>
      ) : null}
    </>
  );
}
