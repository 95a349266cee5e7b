import type { StationResult, WindowResult } from '../kernel/run.ts';
import { type OwnerSummary, type SeriesName, summarizeOwner } from './summary.ts';

/** Series of one node or edge within the window. */
export type OwnerSeries = Pick<OwnerSummary, 'id' | 'name' | SeriesName>;

/** A stretch of the run step by step; the first bucket starts at `fromSeconds`. */
export interface WindowSummary {
  fromSeconds: number;
  toSeconds: number;
  nodes: OwnerSeries[];
  edges: OwnerSeries[];
}

/** Rolls the stations' series of a window up like those of the whole run. */
export function summarizeWindow(
  window: WindowResult,
  stations: readonly StationResult[],
  owners: { nodes: readonly OwnerSummary[]; edges: readonly OwnerSummary[] },
): WindowSummary {
  const series = new Map(window.stations.map((station) => [station.id, station]));
  const whole = new Map(stations.map((station) => [station.id, station]));
  const summarize = ({ id, name, stations: ids }: OwnerSummary): OwnerSeries => {
    const own = ids.flatMap((station): StationResult[] => {
      const result = whole.get(station);
      return result ? [{ ...result, ...series.get(station) }] : [];
    });
    const summary = summarizeOwner(id, name, own, []);
    const { arrivalRate, throughput, throttledRate, lossRate, backlog, utilization, ageSeconds } = summary;
    return { id, name, arrivalRate, throughput, throttledRate, lossRate, backlog, utilization, ageSeconds };
  };
  return {
    fromSeconds: window.fromSeconds,
    toSeconds: window.toSeconds,
    nodes: owners.nodes.map(summarize),
    edges: owners.edges.map(summarize),
  };
}
