import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OwnerSummary } from '../../shared/simulator/model/summary.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { select, toKey, useSelection } from '../state/selection-store.ts';
import { formatCount, formatPercent, formatRate, formatSpan } from './format-numbers.ts';
import { getPeak } from './series.ts';
import styles from './simulation-panel.module.css';

interface Column {
  id: string;
  label: string;
  help: string;
  value(row: OwnerSummary): number;
  format(value: number): string;
  /** The value is bad news whenever it is not zero. */
  isBad?: boolean;
}

const buildColumns = (durationSeconds: number): readonly Column[] => {
  const latency =
    (pick: (row: NonNullable<OwnerSummary['slowest']>['sojourn']) => number) =>
    (row: OwnerSummary): number =>
      row.slowest ? pick(row.slowest.sojourn) : 0;
  return [
    {
      id: 'arrived',
      label: 'Arrival',
      help: 'Mean records per second over the run',
      value: (row) => row.totals.arrived / durationSeconds,
      format: formatRate,
    },
    {
      id: 'departed',
      label: 'Throughput',
      help: 'Mean records per second that left',
      value: (row) => row.totals.departed / durationSeconds,
      format: formatRate,
    },
    {
      id: 'throttled',
      label: 'Throttled',
      help: 'Attempts refused by a limit; a retried record may count several times',
      value: (row) => row.totals.throttled,
      format: formatCount,
      isBad: true,
    },
    {
      id: 'lost',
      label: 'Lost',
      help: 'Records dropped or expired',
      value: (row) => row.totals.dropped + row.totals.expired,
      format: formatCount,
      isBad: true,
    },
    {
      id: 'backlog',
      label: 'Peak backlog',
      help: 'Most records waiting at once',
      value: (row) => getPeak(row.backlog),
      format: formatCount,
    },
    {
      id: 'age',
      label: 'Peak age',
      help: 'Longest wait of the oldest record',
      value: (row) => getPeak(row.ageSeconds),
      format: formatSpan,
    },
    {
      id: 'p50',
      label: 'p50',
      help: 'Half of the records took at most this long',
      value: latency((d) => d.p50),
      format: formatSpan,
    },
    {
      id: 'p95',
      label: 'p95',
      help: '95 % of the records took at most this long',
      value: latency((d) => d.p95),
      format: formatSpan,
    },
    {
      id: 'p99',
      label: 'p99',
      help: '99 % of the records took at most this long',
      value: latency((d) => d.p99),
      format: formatSpan,
    },
    {
      id: 'use',
      label: 'Mean use',
      help: 'Share of the capacity used on average',
      value: (row) => row.meanUtilization,
      format: formatPercent,
    },
    {
      id: 'peak',
      label: 'Peak use',
      help: 'Highest share of the capacity used, of the fullest lane',
      value: (row) => row.peakUtilization,
      format: formatPercent,
    },
  ];
};

/** One row per node, and per edge that has a capacity of its own; sorted by any column. */
export function ResultsTable({ result }: { result: SimulationResult }) {
  const [sort, setSort] = useState<{ id: string; isDescending: boolean }>();
  const keys = useSelection((state) => state.keys);
  const columns = useMemo(() => buildColumns(result.durationSeconds), [result]);
  const rows = useMemo(() => {
    const all = [
      ...result.nodes.map((row) => ({ row, key: toKey('node', row.id), isEdge: false })),
      ...result.edges.map((row) => ({ row, key: toKey('edge', row.id), isEdge: true })),
    ];
    const column = columns.find((candidate) => candidate.id === sort?.id);
    if (!sort || !column) return all;
    const sign = sort.isDescending ? -1 : 1;
    return [...all].sort((a, b) => sign * (column.value(a.row) - column.value(b.row)));
  }, [result, columns, sort]);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <button type="button" className={styles.sort} onClick={() => setSort(undefined)}>
              Node
            </button>
          </th>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              aria-sort={sort?.id !== column.id ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                className={styles.sort}
                title={column.help}
                onClick={() =>
                  setSort({ id: column.id, isDescending: sort?.id === column.id ? !sort.isDescending : true })
                }
              >
                {column.label}
                {sort?.id === column.id ? (
                  sort.isDescending ? (
                    <ArrowDown size={11} aria-hidden />
                  ) : (
                    <ArrowUp size={11} aria-hidden />
                  )
                ) : null}
              </button>
            </th>
          ))}
          <th scope="col" className={styles.text}>
            Bound by
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, key, isEdge }) => (
          <tr key={key} data-selected={keys.has(key)} onClick={() => select([key])}>
            <th scope="row" data-edge-row={isEdge}>
              <button type="button" className={styles.rowName} onClick={() => select([key])}>
                {row.name}
              </button>
            </th>
            {columns.map((column) => {
              const value = column.value(row);
              return (
                <td key={column.id} data-bad={column.isBad === true && value > 0}>
                  {column.format(value)}
                </td>
              );
            })}
            <td className={styles.text}>{row.bindingLimit ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
