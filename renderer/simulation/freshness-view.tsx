import { useMemo, useState } from 'react';
import { getLateShare, type SinkFreshness } from '../../shared/simulator/model/freshness.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { select, toKey, useSelection } from '../state/selection-store.ts';
import { SelectInput } from '../ui/select-input.tsx';
import { Chart } from './chart.tsx';
import { formatCount, formatShare, formatSpan } from './format-numbers.ts';
import styles from './freshness-view.module.css';
import panel from './simulation-panel.module.css';

const lateChoices = [1, 10, 60, 300, 900, 3600, 6 * 3600, 24 * 3600];

const columns = [
  ['Records', 'Records that landed'],
  ['Mean age', 'Age of the newest data of which everything has landed, mean over the run'],
  ['Oldest', 'The same at its worst'],
  ['At the end', 'The same when the run ended'],
  ['Late', 'Of what landed: took longer than the time chosen above'],
  ['Lost', 'Of what was meant to arrive: dropped, expired or dead-lettered on the way'],
  ['Under way', 'Of what was meant to arrive: still waiting or in work when the run ended'],
] as const;

/** How old and how complete the data is in every node where it ends. */
export function FreshnessView({ result }: { result: SimulationResult }) {
  const { freshness } = result;
  const [chosen, setChosen] = useState<number>();
  const lateAfter = chosen ?? freshness.lateAfterSeconds;
  const keys = useSelection((state) => state.keys);
  const { sinks } = freshness;
  const shown = sinks.find((sink) => keys.has(toKey('node', sink.node))) ?? getStalest(sinks);
  const lines = useMemo(
    () =>
      shown
        ? [
            { label: 'Mean', series: shown.lag, color: '--series-1' },
            { label: 'Oldest', series: shown.lag, color: '--series-5', usesMax: true },
          ]
        : [],
    [shown],
  );
  if (!shown) {
    return <p className={panel.lead}>No data ends anywhere in this design: connect a store or a consumer.</p>;
  }
  const options = [...new Set([...lateChoices, freshness.lateAfterSeconds])].sort((a, b) => a - b);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <p className={styles.lead}>How old and how complete the data is where it ends.</p>
        <span className={styles.threshold}>
          Late after
          <span className={styles.select}>
            <SelectInput
              label="Late after"
              value={String(lateAfter)}
              options={options.map((seconds) => ({ value: String(seconds), label: formatSpan(seconds) }))}
              onChange={(value) => setChosen(Number(value))}
            />
          </span>
        </span>
      </div>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">Data ends in</th>
            {columns.map(([label, help]) => (
              <th key={label} scope="col" title={help}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sinks.map((sink) => (
            <SinkRow
              key={sink.node}
              sink={sink}
              late={getLateShare(
                result.endToEnd.filter((item) => isFrom(result, item.to, sink.node)),
                lateAfter,
              )}
              isShown={sink === shown}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.chart}>
        <Chart title={`Age of the newest complete data in ${shown.name}`} lines={lines} format={formatSpan} />
      </div>
      <p className={styles.method}>
        {freshness.method} Ages of {shown.name} are right to within {formatSpan(shown.errorSeconds)}.
      </p>
    </div>
  );
}

function SinkRow({ sink, late, isShown }: { sink: SinkFreshness; late: number; isShown: boolean }) {
  const choose = (): void => select([toKey('node', sink.node)]);
  return (
    <tr data-selected={isShown} onClick={choose}>
      <th scope="row">
        <button type="button" className={panel.rowName} onClick={choose}>
          {sink.name}
        </button>
      </th>
      <td>{formatCount(sink.landed)}</td>
      <td>{formatSpan(sink.meanLagSeconds)}</td>
      <td>{formatSpan(sink.maxLagSeconds)}</td>
      <td>{formatSpan(sink.endLagSeconds)}</td>
      <td>{formatShare(late)}</td>
      <td data-bad={sink.lostShare > 0}>{formatShare(sink.lostShare)}</td>
      <td>{formatShare(sink.waitingShare)}</td>
    </tr>
  );
}

function isFrom(result: SimulationResult, station: string, node: string): boolean {
  return result.nodes.some(({ id, stations }) => id === node && stations.at(-1) === station);
}

function getStalest(sinks: readonly SinkFreshness[]): SinkFreshness | undefined {
  return [...sinks].sort((a, b) => b.maxLagSeconds - a.maxLagSeconds)[0];
}
