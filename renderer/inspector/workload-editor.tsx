import { Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Arrivals, Design, DesignNode, KeyDistribution, Workload } from '../../shared/graph/design.ts';
import { addWorkload, removeWorkload, setWorkload } from '../../shared/graph/edits/set-workload.ts';
import { getWorkloadsOf } from '../../shared/graph/queries.ts';
import { formatRate, formatSpan } from '../simulation/format-numbers.ts';
import { edit, endGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import { arrivalFields, convertArrivals, type Pattern, patternNames } from './arrival-patterns.ts';
import { buildArrivalPreview } from './arrival-preview.ts';
import styles from './inspector.module.css';

type Changes = Partial<Omit<Workload, 'id' | 'node'>>;

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
        <NumberField
          label="Record size"
          unit="B"
          value={workload.recordSizeBytes}
          onChange={(recordSizeBytes) => change('Change record size', { recordSizeBytes })}
        />
        <NumberField
          label="Keys"
          unit="keys"
          value={workload.keyCount}
          onChange={(keyCount) =>
            change('Change number of keys', { keyCount: Math.max(1, Math.round(keyCount)) })
          }
        />
      </div>
      <KeysForm
        keys={workload.keys}
        keyCount={workload.keyCount}
        onChange={(keys) => change('Change spread of keys', { keys })}
      />
    </section>
  );
}

interface NumberFieldProps {
  label: string;
  unit: string;
  value: number;
  step?: number;
  onChange(value: number): void;
}

function NumberField({ label, unit, value, step, onChange }: NumberFieldProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <NumberInput
        label={label}
        value={value}
        unit={unit}
        step={step}
        onChange={(next) => next !== null && next >= 0 && onChange(next)}
        onCommit={endGroup}
      />
    </div>
  );
}

function ArrivalsForm({ arrivals, onChange }: { arrivals: Arrivals; onChange(arrivals: Arrivals): void }) {
  if (arrivals.pattern === 'daily') {
    return (
      <div className={styles.field}>
        <span className={styles.label}>Mean records per second in each hour</span>
        <div className={styles.hours}>
          {arrivals.hourlyPerSecond.map((rate, hour) => (
            <label key={hour} className={styles.hour}>
              {String(hour).padStart(2, '0')}
              <TextInput
                inputMode="decimal"
                aria-label={`Hour ${hour}`}
                defaultValue={rate}
                key={rate}
                onBlur={(event) => {
                  const next = Number(event.currentTarget.value);
                  if (!Number.isFinite(next) || next < 0 || next === rate) return;
                  const hourlyPerSecond = arrivals.hourlyPerSecond.map((old, at) =>
                    at === hour ? next : old,
                  );
                  onChange({ ...arrivals, hourlyPerSecond });
                  endGroup();
                }}
              />
            </label>
          ))}
        </div>
      </div>
    );
  }
  if (arrivals.pattern === 'recorded') {
    return (
      <div className={styles.field}>
        <span className={styles.label}>CSV: seconds or time stamps, records per second</span>
        <TextArea
          code
          rows={7}
          aria-label="Recorded rates as CSV"
          value={arrivals.csv}
          onChange={(event) => onChange({ ...arrivals, csv: event.currentTarget.value })}
          onBlur={endGroup}
        />
      </div>
    );
  }
  const values = arrivals as unknown as Record<string, number>;
  return (
    <div className={styles.twoColumns}>
      {arrivalFields[arrivals.pattern].map((field) => (
        <NumberField
          key={field.name}
          label={field.label}
          unit={field.unit}
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

function KeysForm({ keys, keyCount, onChange }: KeysFormProps) {
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
        <NumberField
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
