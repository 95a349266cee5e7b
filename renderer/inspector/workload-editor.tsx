import { Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Arrivals, Design, DesignNode, Workload } from '../../shared/graph/design.ts';
import { addWorkload, removeWorkload, setWorkload } from '../../shared/graph/edits/set-workload.ts';
import { getWorkloadsOf } from '../../shared/graph/queries.ts';
import { numberLimits, textLimits } from '../../shared/graph/value-limits.ts';
import { formatRate, formatSpan } from '../simulation/format-numbers.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { CheckedText, readWithin } from '../ui/checked-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { arrivalFields, convertArrivals, type Pattern, patternNames } from './arrival-patterns.ts';
import { buildArrivalPreview } from './arrival-preview.ts';
import { HoursForm } from './hours-form.tsx';
import styles from './inspector.module.css';
import { KeysForm } from './keys-form.tsx';
import { LimitedNumber } from './limited-number.tsx';
import { RecordSizesForm } from './record-sizes-form.tsx';

type Changes = Parameters<typeof setWorkload>[1]['changes'];

/** The traffic that begins at a node. */
export function WorkloadEditor({ design, node }: { design: Design; node: DesignNode }) {
  const workloads = getWorkloadsOf(design, node.id);
  const add = (): void => {
    edit('Add a workload', (draft) => {
      addWorkload(draft, { node: node.id });
    });
  };
  if (workloads.length === 0) {
    return (
      <EmptyState
        title="No traffic starts here yet"
        actions={
          <Button variant="primary" onClick={add}>
            Add a workload
          </Button>
        }
      >
        A workload says how many records come, how big they are, and how they are spread over keys. The
        simulation replays it.
      </EmptyState>
    );
  }
  return (
    <>
      {workloads.map((workload) => (
        <WorkloadForm key={workload.id} workload={workload} />
      ))}
      <div className={styles.actions}>
        <Button size="small" onClick={add}>
          <Plus size={12} aria-hidden /> Another workload
        </Button>
      </div>
    </>
  );
}

function WorkloadForm({ workload }: { workload: Workload }) {
  const { id, arrivals } = workload;
  const change = (label: string, changes: Changes): void => {
    edit(label, (draft) => setWorkload(draft, { id, changes }), `workload ${id} ${label}`);
  };
  return (
    <section className={styles.group} aria-label={workload.name ?? 'Workload'} data-workload={id}>
      <div className={styles.row}>
        <TextInput
          aria-label="Name of the workload"
          placeholder="Workload"
          maxLength={textLimits.name}
          value={workload.name ?? ''}
          onChange={(event) => change('Rename workload', { name: event.currentTarget.value })}
          onBlur={endGroup}
        />
        <button
          type="button"
          className={styles.iconButton}
          aria-label="Remove the workload"
          onClick={() => edit('Remove workload', (draft) => removeWorkload(draft, { id }))}
        >
          <Trash2 size={13} aria-hidden />
        </button>
      </div>
      <div className={styles.field}>
        <span className={styles.label}>Pattern</span>
        <SelectInput
          label="Pattern"
          value={arrivals.pattern}
          options={Object.entries(patternNames).map(([value, names]) => ({ value, ...names }))}
          onChange={(pattern) => {
            endGroup();
            change('Change pattern', { arrivals: convertArrivals(arrivals, pattern as Pattern) });
          }}
        />
      </div>
      <ArrivalsForm arrivals={arrivals} onChange={(next) => change('Change traffic', { arrivals: next })} />
      <Preview arrivals={arrivals} />
      <div className={styles.twoColumns}>
        {statesSizes(workload) ? null : (
          <LimitedNumber
            label="Record size"
            unit="B"
            limit={numberLimits.recordSizeBytes}
            value={workload.recordSizeBytes}
            onChange={(recordSizeBytes) => change('Change record size', { recordSizeBytes })}
          />
        )}
        {workload.keys.kind === 'weights' ? null : (
          <LimitedNumber
            label="Keys"
            unit="keys"
            limit={numberLimits.keyCount}
            value={workload.keyCount}
            onChange={(keyCount) => change('Change number of keys', { keyCount })}
          />
        )}
      </div>
      <RecordSizesForm workload={workload} onChange={(changes) => change('Change record sizes', changes)} />
      <KeysForm keys={workload.keys} onChange={(changes) => change('Change spread of keys', changes)} />
      <div className={styles.twoColumns}>
        <LimitedNumber
          label="Duplicates"
          unit="%"
          scale={100}
          limit={numberLimits.share}
          value={workload.duplicateShare ?? null}
          placeholder="0"
          onChange={(duplicateShare) => change('Change duplicates', { duplicateShare })}
          onClear={() => change('Change duplicates', { duplicateShare: undefined })}
        />
        <LimitedNumber
          label="Late"
          unit="%"
          scale={100}
          limit={numberLimits.share}
          value={workload.lateShare ?? null}
          placeholder="0"
          onClear={() => change('Change late records', { lateShare: undefined, lateSeconds: undefined })}
          onChange={(lateShare) =>
            change('Change late records', {
              lateShare,
              // A late share without a delay means nothing: start with ten minutes.
              lateSeconds: workload.lateSeconds || 600,
            })
          }
        />
        {workload.lateShare ? (
          <LimitedNumber
            label="Late by"
            unit="s"
            limit={numberLimits.seconds}
            value={workload.lateSeconds ?? 0}
            onChange={(lateSeconds) => change('Change lateness', { lateSeconds })}
          />
        ) : null}
      </div>
    </section>
  );
}

const countKinds = [
  { value: 'per-second', label: 'Records per second', help: 'Interpolated between rows.' },
  {
    value: 'per-period',
    label: 'Records per period',
    help: 'A count until the next row, like the Sum of a CloudWatch metric.',
  },
] as const;

/** Uniform and listed sizes have a mean of their own. */
const statesSizes = ({ recordSizes }: Workload): boolean =>
  recordSizes?.kind === 'uniform' || recordSizes?.kind === 'listed';

const readRecording = readWithin(textLimits.recording);

function ArrivalsForm({ arrivals, onChange }: { arrivals: Arrivals; onChange(arrivals: Arrivals): void }) {
  if (arrivals.pattern === 'daily' || arrivals.pattern === 'weekly') {
    return <HoursForm key={arrivals.pattern} arrivals={arrivals} onChange={onChange} />;
  }
  if (arrivals.pattern === 'recorded') {
    return (
      <>
        <div className={styles.field}>
          <span className={styles.label}>CSV of seconds or time stamps and values, or CloudWatch JSON</span>
          <CheckedText
            code
            rows={7}
            label="Recorded rates as CSV"
            text={arrivals.csv}
            read={readRecording}
            takes="while-typing"
            onChange={(csv) => onChange({ ...arrivals, csv })}
            onCommit={endGroup}
          />
        </div>
        <div className={styles.field}>
          <span className={styles.label}>Values are</span>
          <SelectInput
            label="Values are"
            value={arrivals.counts ?? 'per-second'}
            options={countKinds}
            onChange={(counts) =>
              onChange({ ...arrivals, counts: counts === 'per-period' ? 'per-period' : 'per-second' })
            }
          />
        </div>
      </>
    );
  }
  const values = arrivals as unknown as Record<string, number>;
  return (
    <div className={styles.twoColumns}>
      {arrivalFields[arrivals.pattern].map((field) => (
        <LimitedNumber
          key={`${arrivals.pattern} ${field.name}`}
          label={field.label}
          unit={field.unit}
          limit={field.limit}
          value={values[field.name] ?? 0}
          onChange={(value) => onChange({ ...arrivals, [field.name]: value } as Arrivals)}
        />
      ))}
    </div>
  );
}

const previewSize = { width: 280, height: 56 };

function Preview({ arrivals }: { arrivals: Arrivals }) {
  const preview = useMemo(() => {
    try {
      return buildArrivalPreview(arrivals, previewSize.width, previewSize.height);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }, [arrivals]);
  if (typeof preview === 'string') return <p className={styles.error}>{preview}</p>;
  return (
    <div className={styles.field}>
      <svg
        className={styles.preview}
        viewBox={`0 0 ${previewSize.width} ${previewSize.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Arrivals over ${formatSpan(preview.spanSeconds)}`}
      >
        <path d={preview.path} />
      </svg>
      <p className={`${styles.previewText} number`}>
        <span>
          mean {formatRate(preview.meanPerSecond)}, peak {formatRate(preview.peakPerSecond)}
        </span>
        <span>{formatSpan(preview.spanSeconds)}</span>
      </p>
    </div>
  );
}
