import type { PropertyValue } from '../../graph/design.ts';
import type { RunKpis } from './kpis.ts';

/** One dimension of a sweep: what changes and the values it takes, in the order asked for. */
export interface Variation {
  /** As written: `NODE.PROPERTY` or `load`. */
  name: string;
  target: { kind: 'property'; node: string; property: string } | { kind: 'load' };
  values: readonly PropertyValue[];
}

/** A set of runs of one design: every combination of the varied values, each replicated. */
export interface Experiment {
  variations: readonly Variation[];
  /** Runs per combination, each with a seed of its own. */
  replications: number;
  /** Id or name of a scenario; the first one, or the design as drawn, when left out. */
  scenario?: string;
  durationSeconds?: number;
  seed?: number;
  mode?: 'fluid' | 'exact';
}

/** With everything filled in but the scenario, which may be the design's first. */
export type ResolvedExperiment = Experiment & Required<Omit<Experiment, 'scenario'>>;

/** What came of one run. A run the numbers of which cannot be simulated says why and has no figures. */
export type RunOutcome = { index: number; kpis: RunKpis } | { index: number; failed: string };

/** An experiment was asked for that cannot be run; the message says what is allowed. */
export class ExperimentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExperimentError';
  }
}
