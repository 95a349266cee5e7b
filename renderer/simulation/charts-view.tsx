import { useMemo } from 'react';
import type { OwnerSummary } from '../../shared/simulator/model/summary.ts';
import type { Window } from '../../shared/simulator/kernel/run.ts';
import type { OwnerSeries, WindowSummary } from '../../shared/simulator/model/window.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { select, toKey, useSelection } from '../state/selection-store.ts';
import { Chart, type ChartLine, type ChartProps } from './chart.tsx';
import { formatCount, formatPercent, formatRate, formatSpan } from './format-numbers.ts';
import { NodeSelect } from './node-select.tsx';
import { zoomInto } from './run-actions.ts';
import { useRun } from './run-store.ts';
import styles from './simulation-panel.module.css';
import { ZoomControls } from './zoom-controls.tsx';

/** The selected node or edge if it took part, else the one that was used most. */
function findShown(result: SimulationResult, keys: ReadonlySet<string>): OwnerSummary | undefined {
  const selected =
    result.nodes.find((node) => keys.has(`node:${node.id}`)) ??
    result.edges.find((edge) => keys.has(`edge:${edge.id}`));
  if (selected) return selected;
  return [...result.nodes].sort((a, b) => b.peakUtilization - a.peakUtilization)[0];
}

type Lines = Record<'rates' | 'backlog' | 'age' | 'use', ChartLine[]>;

function buildLines(series: OwnerSeries): Lines {
  return {
    rates: [
      { label: 'Arriving', series: series.arrivalRate, color: '--series-1' },
      { label: 'Leaving', series: series.throughput, color: '--series-3' },
      { label: 'Throttled', series: series.throttledRate, color: '--series-2' },
      { label: 'Lost', series: series.lossRate, color: '--series-4' },
    ],
    backlog: [{ label: 'Records', series: series.backlog, color: '--series-3', usesMax: true }],
    age: [{ label: 'Waiting', series: series.ageSeconds, color: '--series-5', usesMax: true }],
    use: [
      { label: 'Fullest lane', series: series.utilization, color: '--series-2', usesMax: true },
      { label: 'Mean', series: series.utilization, color: '--series-1' },
    ],
  };
}

/** The series of the stretch that is looked at, else of the whole run. */
function findSeries(
  shown: OwnerSummary | undefined,
  window: WindowSummary | undefined,
): OwnerSeries | undefined {
  if (!shown || !window) return shown;
  return [...window.nodes, ...window.edges].find(({ id }) => id === shown.id) ?? shown;
}

export function ChartsView({ result }: { result: SimulationResult }) {
  const keys = useSelection((state) => state.keys);
  const window = useRun((state) => state.zoom?.summary);
  const isZoomed = useRun((state) => state.zoom !== undefined);
  const shown = findShown(result, keys);
  const series = findSeries(shown, window);
  if (!shown || !series) return null;
  return (
    <div className={styles.charts}>
      <div className={styles.chartsHead}>
        <NodeSelect
          label="Node shown in the charts"
          value={shown.id}
          nodes={result.nodes}
          onChange={(id) => select([toKey('node', id)])}
        />
        {isZoomed ? null : <p className={styles.binding}>{describeBinding(shown)}</p>}
        <ZoomControls result={result} />
      </div>
      <Curves
        series={series}
        fromSeconds={window?.fromSeconds ?? 0}
        onStretch={result.mode === 'fluid' ? zoom : undefined}
      />
    </div>
  );
}

const zoom = (stretch: Window): void => void zoomInto(stretch);

interface CurvesProps extends Pick<ChartProps, 'fromSeconds' | 'onStretch'> {
  series: OwnerSeries;
}

function Curves({ series, ...shared }: CurvesProps) {
  const lines = useMemo(() => buildLines(series), [series]);
  return (
    <div className={styles.chartGrid}>
      <Chart title="Records/s" lines={lines.rates} format={formatRate} {...shared} />
      <Chart title="Backlog" lines={lines.backlog} format={formatCount} {...shared} />
      <Chart title="Utilization" lines={lines.use} format={formatPercent} {...shared} />
      <Chart title="Age of the oldest record" lines={lines.age} format={formatSpan} {...shared} />
    </div>
  );
}

/** The limit that held the node back, in a sentence. */
export function describeBinding(summary: OwnerSummary): string {
  const used = `${formatPercent(summary.meanUtilization)} used on average, ${formatPercent(summary.peakUtilization)} at the peak`;
  return summary.bindingLimit === undefined
    ? `No limit bound: ${used}.`
    : `Bound by “${summary.bindingLimit}”: ${used}.`;
}
