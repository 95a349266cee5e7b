import type { RecordSizes, Workload } from '../../shared/graph/design.ts';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import { endGroup } from '../state/design-store.ts';
import { CheckedText } from '../ui/checked-text.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './inspector.module.css';
import { LimitedNumber } from './limited-number.tsx';
import { formatSizes, parseSizes } from './size-list.ts';

const sizeKinds = [
  { value: 'constant', label: 'All the same', help: 'Every record has the mean size.' },
  { value: 'uniform', label: 'Between two sizes', help: 'Every size in between is as likely.' },
  { value: 'lognormal', label: 'Lognormal', help: 'Most are small, a few are much larger than the mean.' },
  { value: 'listed', label: 'As measured', help: 'Sizes and how often each occurs.' },
] as const;

type Changes = { recordSizes: RecordSizes | undefined };

interface RecordSizesFormProps {
  workload: Workload;
  onChange(changes: Changes): void;
}

/** Mean and distribution of record sizes. */
export function RecordSizesForm({ workload, onChange }: RecordSizesFormProps) {
  const { recordSizeBytes: mean, recordSizes } = workload;
  return (
    <>
      <div className={styles.field}>
        <span className={styles.label}>Record sizes</span>
        <SelectInput
          label="Record sizes"
          value={recordSizes?.kind ?? 'constant'}
          options={sizeKinds}
          onChange={(kind) => {
            endGroup();
            onChange({ recordSizes: convertSizes(kind, mean) });
          }}
        />
      </div>
      {recordSizes?.kind === 'uniform' ? (
        <div className={styles.twoColumns}>
          <LimitedNumber
            label="Smallest"
            unit="B"
            limit={{ ...numberLimits.recordSizeBytes, most: recordSizes.maxBytes }}
            value={recordSizes.minBytes}
            onChange={(minBytes) => onChange({ recordSizes: { ...recordSizes, minBytes } })}
          />
          <LimitedNumber
            label="Largest"
            unit="B"
            limit={{ ...numberLimits.recordSizeBytes, least: recordSizes.minBytes }}
            value={recordSizes.maxBytes}
            onChange={(maxBytes) => onChange({ recordSizes: { ...recordSizes, maxBytes } })}
          />
        </div>
      ) : null}
      {recordSizes?.kind === 'lognormal' ? (
        <LimitedNumber
          label="Standard deviation over mean"
          unit=""
          step={0.1}
          limit={numberLimits.coefficientOfVariation}
          value={recordSizes.coefficientOfVariation}
          onChange={(coefficientOfVariation) =>
            onChange({ recordSizes: { ...recordSizes, coefficientOfVariation } })
          }
        />
      ) : null}
      {recordSizes?.kind === 'listed' ? (
        <div className={styles.field}>
          <span className={styles.label}>One size per line: bytes, weight</span>
          <CheckedText
            code
            rows={4}
            label="Measured sizes"
            text={formatSizes(recordSizes.sizes)}
            read={parseSizes}
            takes="when-left"
            onChange={(sizes) => onChange({ recordSizes: { ...recordSizes, sizes } })}
            onCommit={endGroup}
          />
        </div>
      ) : null}
    </>
  );
}

/** Another distribution with the same mean; all the same is the absence of one. */
function convertSizes(kind: string, mean: number): RecordSizes | undefined {
  switch (kind) {
    case 'uniform':
      return {
        kind,
        minBytes: Math.max(1, Math.round(mean / 2)),
        maxBytes: Math.min(Math.max(1, Math.round(mean * 1.5)), numberLimits.recordSizeBytes.most),
      };
    case 'lognormal':
      return { kind, coefficientOfVariation: 1 };
    case 'listed':
      return { kind, sizes: [{ bytes: mean, weight: 1 }] };
    default:
      return undefined;
  }
}
