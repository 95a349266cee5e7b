import type { WorkerProcess } from '../workers/worker-process.ts';
import type { Experiment, RunOutcome } from '../../shared/simulator/experiments/experiment.ts';

/** To a worker: first the design and the experiment, then any number of runs by number. */
export type WorkerCommand =
  | { kind: 'open'; text: string; experiment: Experiment }
  | { kind: 'run'; index: number };

/** From a worker: one for each run, or that it cannot go on; `expected` when the design is to blame. */
export type WorkerMessage =
  | { kind: 'finished'; outcome: RunOutcome }
  | { kind: 'failed'; message: string; expected: boolean };

/** Something that makes runs beside the others: a thread, or a process. */
export type ExperimentWorker = WorkerProcess<WorkerCommand, WorkerMessage>;
