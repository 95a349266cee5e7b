import { Tabs } from '@base-ui/react/tabs';
import { ChartLine, FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { useDesign } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { runCommand } from '../commands/run-command.ts';
import { ChartsView } from './charts-view.tsx';
import { CostView } from './cost-view.tsx';
import { ExperimentsView } from './experiments/experiments-view.tsx';
import { FreshnessView } from './freshness-view.tsx';
import { LatencyView } from './latency-view.tsx';
import { NotesView } from './notes-view.tsx';
import { ResultsTable } from './results-table.tsx';
import { RunControls } from './run-controls.tsx';
import { useRun } from './run-store.ts';
import styles from './simulation-panel.module.css';
import { SizingView } from './sizing-view.tsx';
import { Timeline } from './timeline.tsx';
import { WhyView } from './why-view.tsx';

interface ResultTab {
  id: string;
  label: string;
  /** What shows a result; left out where there is something to show without one. */
  show?(result: SimulationResult): ReactNode;
}

const tabs: readonly ResultTab[] = [
  { id: 'charts', label: 'Charts', show: (result) => <ChartsView result={result} /> },
  { id: 'table', label: 'Table', show: (result) => <ResultsTable result={result} /> },
  { id: 'freshness', label: 'Freshness', show: (result) => <FreshnessView result={result} /> },
  { id: 'latency', label: 'Latency', show: (result) => <LatencyView result={result} /> },
  { id: 'why', label: 'Why?', show: (result) => <WhyView result={result} /> },
  { id: 'sizing', label: 'Sizing', show: () => <SizingView /> },
  { id: 'cost', label: 'Cost', show: (result) => <CostView result={result} /> },
  { id: 'experiments', label: 'Experiments' },
  { id: 'notes', label: 'Notes', show: (result) => <NotesView result={result} /> },
];

/** Tabs that mean something before the first run: what to do, and runs of their own. */
const always: ReadonlySet<string> = new Set(['charts', 'experiments']);

/** Runs the workloads and shows what came of it. */
export function SimulationPanel() {
  const result = useRun((state) => state.result);
  const error = useRun((state) => state.error);
  return (
    <div className={styles.panel}>
      <RunControls />
      {error === undefined ? null : (
        <p className={`${styles.error} selectable`} role="alert">
          {error}
        </p>
      )}
      {result ? <Timeline result={result} /> : null}
      <Tabs.Root defaultValue="charts" orientation="vertical" className={styles.results}>
        <Tabs.List className={styles.tabs} aria-label="Results">
          {tabs.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id} className={styles.tab} disabled={!result && !always.has(id)}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {result
          ? tabs.map(({ id, show }) =>
              show ? (
                <Tabs.Panel key={id} value={id} className={styles.view}>
                  {show(result)}
                </Tabs.Panel>
              ) : null,
            )
          : null}
        {result ? null : (
          <Tabs.Panel value="charts" className={styles.view}>
            <NoResult />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="experiments" className={styles.view}>
          <ExperimentsView />
        </Tabs.Panel>
      </Tabs.Root>
    </div>
  );
}

/** What to do, or to wait for, before there is anything to show. */
function NoResult() {
  const error = useRun((state) => state.error);
  const isRunning = useRun((state) => state.isRunning);
  const hasWorkloads = useDesign((state) => state.design.workloads.length > 0);
  if (isRunning) {
    return (
      <EmptyState icon={<ChartLine size={24} />} title="Simulating">
        Records go through every limit of the design. Progress is in the status bar; Stop ends the run.
      </EmptyState>
    );
  }
  if (error !== undefined) return null;
  return (
    <EmptyState
      icon={hasWorkloads ? <ChartLine size={24} /> : <FlaskConical size={24} />}
      title={hasWorkloads ? 'Nothing has run yet' : 'No traffic to replay yet'}
      actions={
        hasWorkloads ? (
          <Button variant="primary" onClick={() => runCommand('simulate.run')}>
            Run the simulation
          </Button>
        ) : null
      }
    >
      {hasWorkloads
        ? 'A run replays the workloads through every limit of the design: rates, backlogs, throttling and latency, exact to the record.'
        : 'Select a producer and add a workload in the inspector: a rate, a record size and a pattern over time.'}
    </EmptyState>
  );
}
