import type { KpiName } from '../../shared/simulator/experiments/kpis.ts';
import type { Spread } from '../../shared/simulator/experiments/statistics.ts';
import type { SweepReport } from './describe-sweep.ts';
import { formatAmount, printTable } from './print-table.ts';

const columns: readonly [KpiName, string][] = [
  ['throughputPerSecond', 'out/s'],
  ['lost', 'lost'],
  ['throttled', 'throttled'],
  ['peakBacklog', 'peak backlog'],
  ['peakAgeSeconds', 'peak age s'],
  ['p50Seconds', 'p50 s'],
  ['p95Seconds', 'p95 s'],
  ['p99Seconds', 'p99 s'],
  ['costUsd', 'USD'],
];

/** A sweep for people: one row for each combination of values, means with their 95 % intervals. */
export function printSweep(report: SweepReport): string {
  const head = [...report.vary.map(({ name }) => name), 'runs', ...columns.map(([, label]) => label)];
  const rows = report.points.map((point) => [
    ...report.vary.map(({ name }) => printValue(point.values[name])),
    String(point.runs),
    ...columns.map(([name]) => (point.total ? printSpread(point.total[name]) : '')),
  ]);
  const failures = new Set(report.points.flatMap((point) => point.failures));
  return [
    `${report.scenario}: ${formatAmount(report.durationSeconds / 3600)} h in ${report.mode} mode, base seed ${report.seed}, ${report.runs} runs`,
    '',
    printTable(
      [head, ...rows],
      head.map((_, column) => column),
    ),
    ...(report.replications > 1 ? ['', printPrecision(report)] : []),
    ...[...failures].map((failure) => `could not be simulated: ${failure}`),
  ].join('\n');
}

const printValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function printSpread({ mean, halfWidth }: Spread): string {
  return halfWidth === null || halfWidth === 0
    ? formatAmount(mean)
    : `${formatAmount(mean)} ± ${formatAmount(halfWidth)}`;
}

/** How many more replications the least certain percentile needs. */
function printPrecision({ points, precision, replications }: SweepReport): string {
  const aim = `± ${formatAmount(precision * 100)} %`;
  const needs = points.map((point) => point.total?.p99Seconds.moreRuns ?? 0);
  const most = Math.max(0, ...needs);
  return most === 0
    ? `The mean p99 of every row is known to ${aim} or better.`
    : `For a mean p99 known to ${aim} in every row: ${most} more replications than ${replications}.`;
}
