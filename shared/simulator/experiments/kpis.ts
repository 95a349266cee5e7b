import type { Design } from '../../graph/design.ts';
import type { Series } from '../kernel/run.ts';
import type { OwnerSummary } from '../model/summary.ts';
import type { SimulationResult } from '../simulate.ts';

/** What a run is judged by, in the order they are shown. */
export const kpiNames = [
  'arrived',
  'throughputPerSecond',
  'lost',
  'throttled',
  'peakBacklog',
  'peakAgeSeconds',
  'p50Seconds',
  'p95Seconds',
  'p99Seconds',
  'costUsd',
] as const;

export type KpiName = (typeof kpiNames)[number];

/**
 * Figures of the whole design or of one node. Of the design: records the workloads sent, records per
 * second out of the last nodes, the fullest and oldest queue, the slowest path from end to end. Of a
 * node: its slowest station. Cost is that of the run, of the priced items.
 */
export type Kpis = Record<KpiName, number>;

/** Figures of one run, in total and for every node of the design. */
export interface RunKpis {
  total: Kpis;
  nodes: { id: string; name: string; kpis: Kpis }[];
}

/** Reads the figures of a finished run. */
export function getRunKpis(design: Design, result: SimulationResult): RunKpis {
  return {
    total: getTotal(design, result),
    nodes: result.nodes.map((node) => ({ id: node.id, name: node.name, kpis: getNodeKpis(node, result) })),
  };
}

function getTotal(design: Design, result: SimulationResult): Kpis {
  const owners = [...result.nodes, ...result.edges];
  const slowest = (pick: (latency: SimulationResult['endToEnd'][number]['latency']) => number): number =>
    result.endToEnd.reduce((most, { latency }) => Math.max(most, pick(latency)), 0);
  const sources = new Set(design.workloads.map(({ id }) => id));
  const delivered = sum(getLastNodes(design, result), ({ totals }) => totals.departed);
  return {
    arrived: sum(
      result.links.filter((link) => sources.has(link.owner)),
      (link) => link.records,
    ),
    throughputPerSecond: delivered / result.durationSeconds,
    lost: sum(owners, getLost),
    throttled: sum(owners, ({ totals }) => totals.throttled),
    peakBacklog: peakOf(owners, (owner) => owner.backlog),
    peakAgeSeconds: peakOf(owners, (owner) => owner.ageSeconds),
    p50Seconds: slowest((latency) => latency.p50),
    p95Seconds: slowest((latency) => latency.p95),
    p99Seconds: slowest((latency) => latency.p99),
    costUsd: result.cost.totalUsd,
  };
}

/** Nodes that no edge takes records out of. */
function getLastNodes(design: Design, result: SimulationResult): OwnerSummary[] {
  const carrying = new Set(result.links.map((link) => link.owner));
  const sending = new Set(design.edges.filter((edge) => carrying.has(edge.id)).map((edge) => edge.source));
  return result.nodes.filter((node) => !sending.has(node.id));
}

function getNodeKpis(node: OwnerSummary, result: SimulationResult): Kpis {
  const sojourn = node.slowest?.sojourn;
  return {
    arrived: node.totals.arrived,
    throughputPerSecond: node.totals.departed / result.durationSeconds,
    lost: getLost(node),
    throttled: node.totals.throttled,
    peakBacklog: getPeak(node.backlog),
    peakAgeSeconds: getPeak(node.ageSeconds),
    p50Seconds: sojourn?.p50 ?? 0,
    p95Seconds: sojourn?.p95 ?? 0,
    p99Seconds: sojourn?.p99 ?? 0,
    costUsd: sum(
      result.cost.items.filter((item) => item.node === node.id),
      (item) => item.usd ?? 0,
    ),
  };
}

const getLost = ({ totals }: OwnerSummary): number => totals.dropped + totals.expired;

function sum<Item>(items: readonly Item[], pick: (item: Item) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}

function peakOf(owners: readonly OwnerSummary[], pick: (owner: OwnerSummary) => Series): number {
  return owners.reduce((peak, owner) => Math.max(peak, getPeak(pick(owner))), 0);
}

const getPeak = (series: Series): number => series.max.reduce((peak, value) => Math.max(peak, value), 0);
