import { useMemo } from 'react';
import type { OwnerSummary } from '../../shared/simulator/model/summary.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { select, toKey, useSelection } from '../state/selection-store.ts';
import { Chart, type ChartLine } from './chart.tsx';
import { formatCount, formatPercent, formatRate, formatSpan } from './format-numbers.ts';
import { NodeSelect } from './node-select.tsx';
import styles from './simulation-panel.module.css';

/** The selected node or edge if it took part, else the one that was used most. */
function findShown(result: SimulationResult, keys: ReadonlySet<string>): OwnerSummary | undefined {
  const selected =
    result.nodes.find((node) => keys.has(`node:${node.id}`)) ??
    result.edges.find((edge) => keys.has(`edge:${edge.id}`));
  if (selected) return selected;
  return [...result.nodes].sort((a, b) => b.peakUtilization - a.peakUtilization)[0];
}

function buildLines(summary: OwnerSummary): Record<'rates' | 'backlog' | 'age' | 'use', ChartLine[]> {
  return {
    rates: [
      { label: 'Arriving', series: summary.arrivalRate, color: '--series-1' },
      { label: 'Leaving', series: summary.throughput, color: '--series-3' },
      { label: 'Throttled', series: summary.throttledRate, color: '--series-2' },
      { label: 'Lost', series: summary.lossRate, color: '--series-4' },
    ],
    backlog: [{ label: 'Records', series: summary.backlog, color: '--series-3', usesMax: true }],
    age: [{ label: 'Waiting', series: summary.ageSeconds, color: '--series-5', usesMax: true }],
    use: [
      { label: 'Fullest lane', series: summary.utilization, color: '--series-2', usesMax: true },
      { label: 'Mean', series: summary.utilization, color: '--series-1' },
    ],
  };
}

export function ChartsView({ result }: { result: SimulationResult }) {
  const keys = useSelection((state) => state.keys);
  const shown = findShown(result, keys);
  const lines = useMemo(() => shown && buildLines(shown), [shown]);
  if (!shown || !lines) return null;
  return (
    <div className={styles.charts}>
      <div className={styles.chartsHead}>
        <NodeSelect
          label="Node shown in the charts"
          value={shown.id}
          nodes={result.nodes}
          onChange={(id) => select([toKey('node', id)])}
        />
        <p className={styles.binding}>{describeBinding(shown)}</p>
      </div>
      <div className={styles.chartGrid}>
        <Chart title="Records/s" lines={lines.rates} format={formatRate} />
        <Chart title="Backlog" lines={lines.backlog} format={formatCount} />
        <Chart title="Utilization" lines={lines.use} format={formatPercent} />
        <Chart title="Age of the oldest record" lines={lines.age} format={formatSpan} />
      </div>
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
