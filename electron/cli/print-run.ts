import type { OwnerSummary } from '../../shared/simulator/model/summary.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { getPeak } from './describe-run.ts';
import { formatAmount, printTable } from './print-table.ts';

const head = [
  'node',
  'arrived',
  'out',
  'throttled',
  'lost',
  'backlog',
  'peak use',
  'mean time s',
  'p99 s',
  'age s',
];
const numbers = head.map((_, column) => column).slice(1);

/** A run for people: a table of the nodes, end-to-end times, cost and what the engine says of its numbers. */
export function printRun(result: SimulationResult): string {
  const hours = formatAmount(result.durationSeconds / 3600);
  const latencies = result.endToEnd
    .filter(({ latency }) => latency.count > 0)
    .map(({ from, to, latency }) => [from, to, formatAmount(latency.p50), formatAmount(latency.p99)]);
  return [
    `${result.scenario}: ${hours} h simulated in ${result.mode} mode, seed ${result.seed}, step ${formatAmount(result.stepSeconds)} s`,
    `mass residual ${result.massResidual}`,
    '',
    printTable([head, ...result.nodes.map(toRow)], numbers),
    ...(latencies.length > 0
      ? ['', printTable([['from', 'to', 'p50 s', 'p99 s'], ...latencies], [2, 3])]
      : []),
    ...printFreshness(result),
    '',
    `cost of the run ${formatAmount(result.cost.totalUsd)} USD, a month of it ${formatAmount(result.cost.monthlyUsd)} USD${
      result.cost.unpriced > 0 ? `; ${result.cost.unpriced} items without a published price` : ''
    }`,
    ...result.notes.map((note) => `note: ${note}`),
  ].join('\n');
}

function printFreshness({ freshness }: SimulationResult): string[] {
  if (freshness.sinks.length === 0) return [];
  const late = `late (> ${formatAmount(freshness.lateAfterSeconds)} s)`;
  const share = (value: number): string => `${formatAmount(value * 100)} %`;
  const rows = freshness.sinks.map((sink) => [
    sink.name,
    formatAmount(sink.meanLagSeconds),
    formatAmount(sink.maxLagSeconds),
    formatAmount(sink.endLagSeconds),
    `± ${formatAmount(sink.errorSeconds)}`,
    share(sink.lateShare),
    share(sink.lostShare),
    share(sink.waitingShare),
  ]);
  const titles = ['lands in', 'mean lag s', 'max s', 'at end s', 'error s', late, 'lost', 'under way'];
  return ['', printTable([titles, ...rows], [1, 2, 3, 4, 5, 6, 7])];
}

function toRow(node: OwnerSummary): string[] {
  const { totals } = node;
  return [
    node.name,
    formatAmount(totals.arrived),
    formatAmount(totals.departed),
    formatAmount(totals.throttled),
    formatAmount(totals.dropped + totals.expired),
    formatAmount(totals.backlog),
    node.peakUtilization > 0 ? `${formatAmount(node.peakUtilization * 100)} %` : '',
    formatAmount(node.meanSojournSeconds),
    node.slowest ? formatAmount(node.slowest.sojourn.p99) : '',
    formatAmount(getPeak(node.ageSeconds)),
  ];
}
