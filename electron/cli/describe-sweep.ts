import { precision, summarizeRuns } from '../../shared/simulator/experiments/summarize-runs.ts';
import type { SweepPart } from '../experiments/sweep-part.ts';

/** A whole sweep as JSON; whoever made its runs, and in how many slices, the same text. */
export function describeSweep({ file, scenario, experiment, runs }: SweepPart) {
  const { variations, replications, durationSeconds, seed, mode } = experiment;
  const summary = summarizeRuns(experiment, runs);
  return {
    file,
    scenario,
    mode,
    durationSeconds,
    seed,
    replications,
    precision,
    runs: summary.runs,
    failed: summary.failed,
    vary: variations.map(({ name, values }) => ({ name, values })),
    points: summary.points.map(({ values, ...point }) => ({
      values: Object.fromEntries(variations.map(({ name }, index) => [name, values[index] ?? null])),
      ...point,
    })),
  };
}

export type SweepReport = ReturnType<typeof describeSweep>;
