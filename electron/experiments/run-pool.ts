import type { Experiment, RunOutcome } from '../../shared/simulator/experiments/experiment.ts';
import { Failure } from '../failure.ts';
import type { ExperimentWorker } from './messages.ts';

export interface PoolOptions {
  /** The design as JSON text. */
  text: string;
  experiment: Experiment;
  /** Numbers of the runs to make. */
  runs: readonly number[];
  /** Most workers at once. */
  workers: number;
  startWorker(): ExperimentWorker;
  onProgress?(done: number, total: number): void;
  /** Aborting ends the workers and rejects. */
  signal?: AbortSignal;
}

/** The experiment was ended from outside. */
export class CancelledError extends Error {
  constructor() {
    super('The experiment was cancelled.');
    this.name = 'CancelledError';
  }
}

/** Runs handed to a worker ahead of its answers, so that it never waits for the next one. */
const ahead = 2;

/**
 * Makes runs on several workers. Who makes which is a matter of chance; a run does not know, so the
 * outcomes are the same for any number of workers. They come back in the order of `runs`.
 */
export function runPool(options: PoolOptions): Promise<RunOutcome[]> {
  const { runs, signal } = options;
  return new Promise((resolve, reject) => {
    const outcomes = new Map<number, RunOutcome>();
    const workers: ExperimentWorker[] = [];
    let next = 0;
    let isOver = false;

    const end = (settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', cancel);
      for (const worker of workers) worker.kill();
      settle();
    };
    const fail = (failure: Error): void => end(() => reject(failure));
    const cancel = (): void => fail(new CancelledError());

    const finishIfDone = (): void => {
      if (outcomes.size < runs.length) return;
      end(() => resolve(runs.flatMap((index) => outcomes.get(index) ?? [])));
    };
    const giveRun = (worker: ExperimentWorker): void => {
      const index = runs[next];
      if (index === undefined) return;
      next += 1;
      worker.post({ kind: 'run', index });
    };
    const start = (): void => {
      const worker = options.startWorker();
      workers.push(worker);
      worker.onMessage((message) => {
        if (isOver) return;
        if (message.kind === 'failed') {
          fail(message.expected ? new Failure('unreadable', message.message) : new Error(message.message));
          return;
        }
        outcomes.set(message.outcome.index, message.outcome);
        options.onProgress?.(outcomes.size, runs.length);
        giveRun(worker);
        finishIfDone();
      });
      worker.onExit(() =>
        fail(new Failure('internal', 'A worker ended unexpectedly; it may have run out of memory.')),
      );
      worker.post({ kind: 'open', text: options.text, experiment: options.experiment });
    };

    if (signal?.aborted) {
      cancel();
      return;
    }
    signal?.addEventListener('abort', cancel);
    const count = Math.max(1, Math.min(options.workers, runs.length));
    for (let worker = 0; worker < count; worker += 1) start();
    for (let round = 0; round < ahead; round += 1) for (const worker of workers) giveRun(worker);
    finishIfDone();
  });
}
