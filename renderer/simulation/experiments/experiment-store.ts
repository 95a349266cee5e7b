import { create } from 'zustand';
import type { KpiName } from '../../../shared/simulator/experiments/kpis.ts';
import type { ExperimentSummary } from '../../../shared/simulator/experiments/summarize-runs.ts';
import type { ValueRange } from './variable-properties.ts';

/** What is varied: nothing but the draws, the load of all workloads, or a number of a node. */
export type Subject =
  | { kind: 'nothing' }
  | { kind: 'load' }
  | { kind: 'property'; node: string; property: string };

/** An experiment that ended, with what it was about. */
export interface FinishedExperiment {
  subject: Subject;
  /** Name and unit of what varied, for axis and table. */
  label: string;
  unit: string | undefined;
  replications: number;
  summary: ExperimentSummary;
}

interface ExperimentState {
  /** Undefined follows the selection. */
  subject: Subject | undefined;
  /** Undefined is the range suggested for the subject. */
  range: ValueRange | undefined;
  replications: number;
  kpi: KpiName;
  /** Id of the node the figures are of; empty for the whole design. */
  scope: string;
  progress: { done: number; total: number } | undefined;
  finished: FinishedExperiment | undefined;
  error: string | undefined;
}

export const initialExperiment: ExperimentState = {
  subject: undefined,
  range: undefined,
  replications: 5,
  kpi: 'p99Seconds',
  scope: '',
  progress: undefined,
  finished: undefined,
  error: undefined,
};

export const useExperiment = create<ExperimentState>()(() => initialExperiment);

export const setExperiment = (changes: Partial<ExperimentState>): void => useExperiment.setState(changes);
