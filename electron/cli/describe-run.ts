import type { Series } from '../../shared/simulator/kernel/run.ts';
import { type OwnerSummary, seriesNames } from '../../shared/simulator/model/summary.ts';
import type { OwnerSeries, WindowSummary } from '../../shared/simulator/model/window.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';

/** A run as JSON; the same design, options and seed give the same text. */
export function describeRun(result: SimulationResult, withSeries: boolean) {
  return {
    scenario: result.scenario,
    mode: result.mode,
    durationSeconds: result.durationSeconds,
    stepSeconds: result.stepSeconds,
    seed: result.seed,
    massResidual: result.massResidual,
    cancelled: result.cancelled,
    notes: result.notes,
    nodes: result.nodes.map((node) => describeOwner(node, withSeries)),
    edges: result.edges.map((edge) => describeOwner(edge, withSeries)),
    endToEnd: result.endToEnd.map(({ from, to, latency }) => ({ from, to, latency })),
    workloads: result.workloads.map(({ sources: _sources, ...workload }) => workload),
    freshness: describeFreshness(result, withSeries),
    cost: result.cost,
    ...(result.window && { window: describeWindow(result.window) }),
  };
}

function describeWindow({ fromSeconds, toSeconds, nodes, edges }: WindowSummary) {
  const describe = (owner: OwnerSeries) => ({
    id: owner.id,
    name: owner.name,
    series: Object.fromEntries(seriesNames.map((name) => [name, describeSeries(owner[name])])),
  });
  return { fromSeconds, toSeconds, nodes: nodes.map(describe), edges: edges.map(describe) };
}

function describeOwner(owner: OwnerSummary, withSeries: boolean) {
  return {
    id: owner.id,
    name: owner.name,
    totals: owner.totals,
    totalBytes: owner.totalBytes,
    meanUtilization: owner.meanUtilization,
    peakUtilization: owner.peakUtilization,
    peakBacklog: getPeak(owner.backlog),
    peakAgeSeconds: getPeak(owner.ageSeconds),
    meanSojournSeconds: owner.meanSojournSeconds,
    ...(owner.slowest && { slowest: owner.slowest }),
    ...(owner.bindingLimit !== undefined && { bindingLimit: owner.bindingLimit }),
    ...(owner.limit && { limit: owner.limit }),
    ...(owner.holding && { holding: owner.holding }),
    assumptions: owner.assumptions,
    ...(withSeries && {
      series: Object.fromEntries(seriesNames.map((name) => [name, describeSeries(owner[name])])),
    }),
  };
}

function describeFreshness({ freshness }: SimulationResult, withSeries: boolean) {
  return {
    ...freshness,
    sinks: freshness.sinks.map(({ lag, ...sink }) => ({
      ...sink,
      ...(withSeries && { lag: describeSeries(lag) }),
    })),
  };
}

/** Largest value of a series; 0 for an empty one. */
export function getPeak(series: Series): number {
  return series.max.reduce((peak, value) => Math.max(peak, value), 0);
}

const describeSeries = (series: Series) => ({
  bucketSeconds: series.bucketSeconds,
  mean: [...series.mean],
  min: [...series.min],
  max: [...series.max],
});
