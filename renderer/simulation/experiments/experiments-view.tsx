import { FlaskConical, Play, Square } from 'lucide-react';
import type { Design, DesignNode } from '../../../shared/graph/design.ts';
import { ExperimentError } from '../../../shared/simulator/experiments/experiment.ts';
import { countRuns } from '../../../shared/simulator/experiments/plan-runs.ts';
import { SimulationError } from '../../../shared/simulator/scenario.ts';
import { useDesign } from '../../state/design-store.ts';
import { useSelection } from '../../state/selection-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { buildExperiment, cancelRunning, runExperiment } from './experiment-actions.ts';
import { ExperimentResult } from './experiment-result.tsx';
import { setExperiment, type Subject, useExperiment } from './experiment-store.ts';
import styles from './experiments.module.css';
import {
  getDrawnValue,
  getNodeName,
  getNumberProperties,
  getVariableNodes,
  suggestRange,
  type ValueRange,
  withUnit,
} from './variable-properties.ts';

const loadRange: ValueRange = { from: 0.5, to: 2, step: 0.25 };
const nothing = 'nothing';
const load = 'load';
const toOption = (id: string): string => `node:${id}`;

/** Runs the design over a range of values and over several draws, and shows what each comes to. */
export function ExperimentsView() {
  const design = useDesign((state) => state.design);
  const keys = useSelection((state) => state.keys);
  const chosen = useExperiment((state) => state.subject);
  const range = useExperiment((state) => state.range);
  const replications = useExperiment((state) => state.replications);
  const progress = useExperiment((state) => state.progress);
  const finished = useExperiment((state) => state.finished);
  const error = useExperiment((state) => state.error);
  const nodes = getVariableNodes(design);
  const subject = findSubject(chosen, nodes, keys);
  const about = describe(subject, nodes);
  const values = range ?? about.range;
  const checked = check(design, subject, values, replications);
  const setRange = (changes: Partial<Record<keyof ValueRange, number | null>>): void => {
    const next = { ...values, ...changes };
    setExperiment({ range: { from: next.from ?? 0, to: next.to ?? 0, step: next.step ?? 0 } });
  };
  return (
    <div className={styles.view}>
      <div className={styles.form} role="group" aria-label="Experiment">
        Vary
        <div className={styles.subject}>
          <SelectInput
            label="What varies"
            value={subject.kind === 'property' ? toOption(subject.node) : subject.kind}
            options={[
              { value: load, label: 'Load', help: 'A factor on the rate of every workload' },
              { value: nothing, label: 'Only the draws', help: 'The same design with other random numbers' },
              ...nodes.map((node) => ({ value: toOption(node.id), label: getNodeName(node) })),
            ]}
            onChange={(value) => setExperiment({ subject: toSubject(value, nodes), range: undefined })}
          />
        </div>
        {subject.kind === 'property' ? (
          <div className={styles.subject}>
            <SelectInput
              label="Property that varies"
              value={subject.property}
              options={about.properties.map(({ name, label, unit }) => ({
                value: name,
                label: withUnit(label, unit),
              }))}
              onChange={(property) => setExperiment({ subject: { ...subject, property }, range: undefined })}
            />
          </div>
        ) : null}
        {subject.kind === 'nothing' ? null : (
          <>
            <span className={styles.group}>
              from
              <span className={styles.number}>
                <NumberInput label="From" value={values.from} onChange={(from) => setRange({ from })} />
              </span>
            </span>
            <span className={styles.group}>
              to
              <span className={styles.number}>
                <NumberInput label="To" value={values.to} onChange={(to) => setRange({ to })} />
              </span>
            </span>
            <span className={styles.group}>
              step
              <span className={styles.number}>
                <NumberInput label="Step" value={values.step} onChange={(step) => setRange({ step })} />
              </span>
            </span>
          </>
        )}
        <span className={styles.group}>
          <span className={styles.number}>
            <NumberInput
              label="Replications"
              value={replications}
              onChange={(value) => setExperiment({ replications: value ?? 0 })}
            />
          </span>
          runs each
        </span>
        {progress ? (
          <Button onClick={cancelRunning}>
            <Square size={13} aria-hidden /> Stop
          </Button>
        ) : (
          <Button
            variant="primary"
            disabled={'problem' in checked}
            onClick={() => {
              if ('problem' in checked) return;
              void runExperiment(checked.experiment, {
                subject,
                label: about.label,
                unit: about.unit,
                replications,
              });
            }}
          >
            <Play size={13} aria-hidden />
            {'problem' in checked ? 'Run' : `Make ${checked.runs} ${checked.runs === 1 ? 'run' : 'runs'}`}
          </Button>
        )}
        {progress ? (
          <span className={styles.progress}>
            <progress max={progress.total} value={progress.done} aria-label="Runs made" />
            {progress.done} of {progress.total}
          </span>
        ) : null}
      </div>
      {'problem' in checked || error !== undefined ? (
        <p className={`${styles.problem} selectable`} role="alert">
          {'problem' in checked ? checked.problem : error}
        </p>
      ) : null}
      {finished ? (
        <ExperimentResult finished={finished} />
      ) : (
        <EmptyState
          icon={<FlaskConical size={24} />}
          title={progress ? 'Making the runs' : 'No experiment yet'}
        >
          Each value is simulated several times with other random numbers. The chart shows latency,
          throttling, loss or cost against the value, and how far the runs are apart. All cores share the
          work.
        </EmptyState>
      )}
    </div>
  );
}

/** What was chosen if it is still there, else the selected node, else the load. */
function findSubject(
  chosen: Subject | undefined,
  nodes: readonly DesignNode[],
  keys: ReadonlySet<string>,
): Subject {
  if (chosen?.kind === 'property') {
    const node = nodes.find(({ id }) => id === chosen.node);
    if (node && getNumberProperties(node).some(({ name }) => name === chosen.property)) return chosen;
  } else if (chosen) {
    return chosen;
  }
  const selected = nodes.find(({ id }) => keys.has(toOption(id)));
  return selected ? toSubject(toOption(selected.id), nodes) : { kind: 'load' };
}

function toSubject(option: string, nodes: readonly DesignNode[]): Subject {
  if (option === nothing) return { kind: 'nothing' };
  const node = nodes.find(({ id }) => toOption(id) === option);
  const [property] = node ? getNumberProperties(node) : [];
  return node && property ? { kind: 'property', node: node.id, property: property.name } : { kind: 'load' };
}

function describe(subject: Subject, nodes: readonly DesignNode[]) {
  const node = subject.kind === 'property' ? nodes.find(({ id }) => id === subject.node) : undefined;
  const properties = node ? getNumberProperties(node) : [];
  const property =
    subject.kind === 'property' ? properties.find(({ name }) => name === subject.property) : undefined;
  if (!node || !property) {
    const label = subject.kind === 'nothing' ? 'Replications' : 'Load';
    return { label, unit: undefined, range: loadRange, properties };
  }
  return {
    label: property.label,
    unit: property.unit,
    range: suggestRange(getDrawnValue(node, property), property),
    properties,
  };
}

/** The experiment with its number of runs, or what is wrong with it. */
function check(design: Design, subject: Subject, range: ValueRange, replications: number) {
  try {
    const experiment = buildExperiment(design, subject, range, replications);
    return { experiment, runs: countRuns(experiment) };
  } catch (error) {
    if (error instanceof ExperimentError || error instanceof SimulationError)
      return { problem: error.message };
    throw error;
  }
}
