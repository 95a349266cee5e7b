import type { Design, LimitAlarm } from '../../graph/design.ts';
import { getLimitMetrics, type LimitMetric } from '../../services/limit-metrics.ts';
import { getPeakRate } from './station-rates.ts';
import type { OwnerSummary } from './summary.ts';

/** A limit that a run came close to, with the metric that says when it refuses. */
export interface AlarmAdvice {
  node: string;
  name: string;
  metric: LimitMetric;
  /** What the design keeps when the advice is followed. */
  alarm: LimitAlarm;
}

/** A limit that a run came close to and that no metric of CloudWatch tells about by itself. */
export interface UnwatchedLimit {
  node: string;
  name: string;
  limit: string;
  peakUtilization: number;
}

/** From this share of a limit on it counts as close. */
export const closeToLimit = 0.8;

/** What the advice needs of a run. */
interface WatchedRun {
  scenario: string;
  seed: number;
  nodes: readonly OwnerSummary[];
  edges: readonly OwnerSummary[];
}

/** Alarms for the limits that the run came close to, in the order of the nodes. */
export function adviseAlarms(
  design: Design,
  run: WatchedRun,
): { alarms: AlarmAdvice[]; unwatched: UnwatchedLimit[] } {
  const alarms: AlarmAdvice[] = [];
  const unwatched: UnwatchedLimit[] = [];
  for (const node of design.nodes) {
    const own = run.nodes.find(({ id }) => id === node.id);
    const touching = new Set(
      design.edges
        .filter(({ source, target }) => source === node.id || target === node.id)
        .map(({ id }) => id),
    );
    // Limits of a node also hold on its edges: readers share a stream, pollers share a function.
    const close = [...(own ? [own] : []), ...run.edges.filter(({ id }) => touching.has(id))].filter(isClose);
    const name = own?.name ?? node.name ?? node.id;
    const metrics = getLimitMetrics(node.service);
    for (const metric of metrics) {
      const [closest] = close.filter((owner) => isAbout(metric, owner)).sort(byUtilization);
      if (!closest) continue;
      const { scenario, seed } = run;
      const alarm = { metric: metric.name, ...describe(closest), scenario, seed };
      alarms.push({ node: node.id, name, metric, alarm });
    }
    if (own && isClose(own) && !metrics.some((metric) => isAbout(metric, own))) {
      unwatched.push({ node: node.id, name, ...describe(own) });
    }
  }
  return { alarms, unwatched };
}

/** A batch fills a station for a moment whatever the load; what counts is a stretch of the run. */
const getUtilization = ({ utilization }: OwnerSummary): number => getPeakRate(utilization);

const isClose = (owner: OwnerSummary): boolean =>
  owner.bindingLimit !== undefined && getUtilization(owner) >= closeToLimit;

const isAbout = ({ limits }: LimitMetric, { bindingLimit = '' }: OwnerSummary): boolean =>
  limits.some((start) => bindingLimit.startsWith(start));

const byUtilization = (a: OwnerSummary, b: OwnerSummary): number => getUtilization(b) - getUtilization(a);

const describe = (owner: OwnerSummary) => ({
  limit: owner.bindingLimit ?? '',
  peakUtilization: Number(getUtilization(owner).toPrecision(3)),
});
