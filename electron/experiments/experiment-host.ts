import { randomUUID } from 'node:crypto';
import type { Experiment } from '../../shared/simulator/experiments/experiment.ts';
import { getSliceRuns } from '../../shared/simulator/experiments/plan-runs.ts';
import { summarizeRuns } from '../../shared/simulator/experiments/summarize-runs.ts';
import { Failure } from '../failure.ts';
import type { SendEvent } from '../ipc/send-event.ts';
import type { ExperimentWorker } from './messages.ts';
import { CancelledError, runPool } from './run-pool.ts';

const progressEveryMs = 100;

export interface ExperimentHostOptions {
  startWorker(): ExperimentWorker;
  send: SendEvent;
  /** Most processes at once. */
  workers: number;
  /** What goes wrong and is no fault of the design. */
  log(error: unknown): void;
}

/** Runs experiments of the page on processes of their own, one experiment at a time. */
export class ExperimentHost {
  private readonly options: ExperimentHostOptions;
  private active: { id: string; controller: AbortController } | undefined;

  constructor(options: ExperimentHostOptions) {
    this.options = options;
  }

  /** Starts an experiment; one that is under way is cancelled. */
  start(command: { text: string; experiment: Experiment }): string {
    if (this.active) this.cancel(this.active.id);
    const id = randomUUID();
    const controller = new AbortController();
    this.active = { id, controller };
    void this.run(id, controller.signal, command);
    return id;
  }

  cancel(id: string): void {
    if (this.active?.id === id) this.active.controller.abort();
  }

  dispose(): void {
    this.active?.controller.abort();
  }

  private async run(
    id: string,
    signal: AbortSignal,
    { text, experiment }: { text: string; experiment: Experiment },
  ): Promise<void> {
    const { startWorker, send, workers, log } = this.options;
    let lastProgress = performance.now();
    try {
      const outcomes = await runPool({
        text,
        experiment,
        runs: getSliceRuns(experiment),
        workers,
        startWorker,
        signal,
        onProgress: (done, total) => {
          if (performance.now() - lastProgress < progressEveryMs) return;
          lastProgress = performance.now();
          send('experiment:progress', { run: id, done, total });
        },
      });
      send('experiment:finished', { run: id, summary: summarizeRuns(experiment, outcomes) });
    } catch (error) {
      const cancelled = error instanceof CancelledError;
      if (!cancelled && !(error instanceof Failure)) log(error);
      const message = error instanceof Error ? error.message : String(error);
      send('experiment:failed', { run: id, cancelled, message });
    } finally {
      if (this.active?.id === id) this.active = undefined;
    }
  }
}
