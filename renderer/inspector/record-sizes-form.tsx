import { useState } from 'react';
import type { RecordSizes, Workload } from '../../shared/graph/design.ts';
import { endGroup } from '../state/design-store.ts';
import { SelectInput } from '../ui/select-input.tsx';
import { TextArea } from '../ui/text-input.tsx';
import styles from './inspector.module.css';
import { formatSizes, parseSizes } from './size-list.ts';
import { WorkloadNumber } from './workload-number.tsx';

const sizeKinds = [
  { value: 'constant', label: 'All the same', help: 'Every record has the mean size.' },
  { value: 'uniform', label: 'Between two sizes', help: 'Every size in between is as likely.' },
  { value: 'lognormal', label: 'Lognormal', help: 'Most are small, a few are much larger than the mean.' },
  { value: 'listed', label: 'As measured', help: 'Sizes and how often each occurs.' },
] as const;

type Changes = Partial<Pick<Workload, 'recordSizeBytes' | 'recordSizes'>>;

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
            onChange({ recordSizes: convertSizes(kind, mean) } as Changes);
          }}
        />
      </div>
      {recordSizes?.kind === 'uniform' ? (
        <div className={styles.twoColumns}>
          <WorkloadNumber
            label="Smallest"
            unit="B"
            value={recordSizes.minBytes}
            onChange={(minBytes) => onChange({ recordSizes: { ...recordSizes, minBytes } })}
          />
          <WorkloadNumber
            label="Largest"
            unit="B"
            value={recordSizes.maxBytes}
            onChange={(maxBytes) => onChange({ recordSizes: { ...recordSizes, maxBytes } })}
          />
        </div>
      ) : null}
      {recordSizes?.kind === 'lognormal' ? (
        <WorkloadNumber
          label="Standard deviation over mean"
          unit=""
          step={0.1}
          most={20}
          value={recordSizes.coefficientOfVariation}
          onChange={(coefficientOfVariation) =>
            onChange({ recordSizes: { ...recordSizes, coefficientOfVariation } })
          }
        />
      ) : null}
      {recordSizes?.kind === 'listed' ? (
        <SizeList
          key={formatSizes(recordSizes.sizes)}
          sizes={recordSizes.sizes}
          onChange={(sizes) => onChange({ recordSizes: { ...recordSizes, sizes } })}
        />
      ) : null}
    </>
  );
}

type Sizes = Extract<RecordSizes, { kind: 'listed' }>['sizes'];

function SizeList({ sizes, onChange }: { sizes: Sizes; onChange(sizes: Sizes): void }) {
  const [fault, setFault] = useState<string>();
  return (
    <div className={styles.field}>
      <span className={styles.label}>One size per line: bytes, weight</span>
      <TextArea
        code
        rows={4}
        aria-label="Measured sizes"
        defaultValue={formatSizes(sizes)}
        onBlur={(event) => {
          const read = parseSizes(event.currentTarget.value);
          setFault(typeof read === 'string' ? read : undefined);
          if (typeof read !== 'string') onChange(read);
        }}
      />
      {fault === undefined ? null : <p className={styles.error}>{fault}</p>}
    </div>
  );
}

/** Another distribution with the same mean; all the same is the absence of one. */
function convertSizes(kind: string, mean: number): RecordSizes | undefined {
  switch (kind) {
    case 'uniform':
      return {
        kind,
        minBytes: Math.max(1, Math.round(mean / 2)),
        maxBytes: Math.max(1, Math.round(mean * 1.5)),
      };
    case 'lognormal':
      return { kind, coefficientOfVariation: 1 };
    case 'listed':
      return { kind, sizes: [{ bytes: mean, weight: 1 }] };
    default:
      return undefined;
  }
}
