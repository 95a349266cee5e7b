import type { PropertyValue } from '../../graph/design.ts';
import type { Experiment, RunOutcome } from './experiment.ts';
import { type KpiName, type Kpis, kpiNames } from './kpis.ts';
import { countPoints, countRuns, getPointValues } from './plan-runs.ts';
import { getSpread, type Spread } from './statistics.ts';

/** How wide the confidence interval may be that `moreRuns` aims at: ± 5 % of the mean. */
export const precision = 0.05;

export type KpiSpreads = Record<KpiName, Spread>;

/** What the replications of one combination of values came to. */
export interface PointSummary {
  /** A value for each variation. */
  values: PropertyValue[];
  /** Runs the figures rest on. */
  runs: number;
  /** Why the others have none; every message once. */
  failures: string[];
  /** Absent when every run failed. */
  total?: KpiSpreads;
  nodes: { id: string; name: string; kpis: KpiSpreads }[];
}

export interface ExperimentSummary {
  runs: number;
  failed: number;
  points: PointSummary[];
}

/**
 * Merges the outcomes of all runs. They are taken by number, whatever their order, so the result
 * does not depend on who made which run, to the last bit.
 * @throws RangeError when a run is missing.
 */
export function summarizeRuns(experiment: Experiment, outcomes: readonly RunOutcome[]): ExperimentSummary {
  const runs = countRuns(experiment);
  const byIndex = new Map(outcomes.map((outcome) => [outcome.index, outcome]));
  const points = Array.from({ length: countPoints(experiment) }, (_, point) => {
    const own = Array.from({ length: experiment.replications }, (_item, replication) => {
      const index = point * experiment.replications + replication;
      const outcome = byIndex.get(index);
      if (!outcome) throw new RangeError(`Run ${index} of the experiment is missing.`);
      return outcome;
    });
    return summarizePoint(getPointValues(experiment, point), own);
  });
  return { runs, failed: outcomes.filter((outcome) => 'failed' in outcome).length, points };
}

function summarizePoint(values: PropertyValue[], outcomes: readonly RunOutcome[]): PointSummary {
  const done = outcomes.flatMap((outcome) => ('kpis' in outcome ? [outcome.kpis] : []));
  const failures = [...new Set(outcomes.flatMap((outcome) => ('failed' in outcome ? [outcome.failed] : [])))];
  const [first] = done;
  return {
    values,
    runs: done.length,
    failures,
    ...(first && { total: getSpreads(done.map((run) => run.total)) }),
    // Every run of a design has the same nodes in the same order.
    nodes: (first?.nodes ?? []).map(({ id, name }, position) => ({
      id,
      name,
      kpis: getSpreads(done.flatMap((run) => run.nodes[position]?.kpis ?? [])),
    })),
  };
}

function getSpreads(runs: readonly Kpis[]): KpiSpreads {
  const entries = kpiNames.map((name) => [
    name,
    getSpread(
      runs.map((kpis) => kpis[name]),
      precision,
    ),
  ]);
  return Object.fromEntries(entries) as KpiSpreads;
}
