import { randomUUID } from 'node:crypto';
import type { SendEvent } from '../ipc/send-event.ts';
import type { WorkerProcess } from '../workers/worker-process.ts';
import type { SimulationCommand, SimulationMessage } from './messages.ts';

/** The running process, seen from the main process. */
export type SimulationProcess = WorkerProcess<SimulationCommand, SimulationMessage>;

interface ActiveRun {
  id: string;
  process: SimulationProcess;
  deadline: NodeJS.Timeout;
}

const deadlineMs = 15 * 60 * 1000;

/**
 * Runs simulations in a process of their own: running out of memory or time ends that process, not the
 * window. A process that finished waits for the next run, so that only the first one pays for the start.
 */
export class SimulationHost {
  private readonly startProcess: () => SimulationProcess;
  private readonly send: SendEvent;
  private idle: SimulationProcess | undefined;
  private active: ActiveRun | undefined;

  constructor(startProcess: () => SimulationProcess, send: SendEvent) {
    this.startProcess = startProcess;
    this.send = send;
  }

  /** Starts a run; one that is under way is cancelled. */
  start(command: SimulationCommand): string {
    if (this.active !== undefined) this.cancel(this.active.id);
    const process = this.idle ?? this.listenTo(this.startProcess());
    this.idle = undefined;
    const id = randomUUID();
    const deadline = setTimeout(() => {
      this.end(id, false, `The run took longer than ${deadlineMs / 60_000} minutes and was stopped.`);
    }, deadlineMs);
    this.active = { id, process, deadline };
    process.post(command);
    return id;
  }

  cancel(id: string): void {
    this.end(id, true, 'The run was cancelled.');
  }

  dispose(): void {
    clearTimeout(this.active?.deadline);
    this.active?.process.kill();
    this.idle?.kill();
    this.active = undefined;
    this.idle = undefined;
  }

  private listenTo(process: SimulationProcess): SimulationProcess {
    process.onMessage((message) => this.receive(process, message));
    process.onExit(() => {
      if (this.idle === process) this.idle = undefined;
      if (this.active?.process === process) {
        const message = 'The simulation process ended unexpectedly; it may have run out of memory.';
        this.end(this.active.id, false, message);
      }
    });
    return process;
  }

  private receive(process: SimulationProcess, message: SimulationMessage): void {
    const run = this.active;
    // What a process says after its run was cancelled is of no interest.
    if (run === undefined || run.process !== process) return;
    if (message.kind === 'progress') {
      const { fraction, simulatedSeconds } = message;
      this.send('simulation:progress', { run: run.id, fraction, simulatedSeconds });
      return;
    }
    clearTimeout(run.deadline);
    this.active = undefined;
    this.idle = process;
    if (message.kind === 'finished')
      this.send('simulation:finished', { run: run.id, result: message.result });
    else this.send('simulation:failed', { run: run.id, cancelled: false, message: message.message });
  }

  private end(id: string, cancelled: boolean, message: string): void {
    const run = this.active;
    if (run === undefined || run.id !== id) return;
    clearTimeout(run.deadline);
    this.active = undefined;
    run.process.kill();
    this.send('simulation:failed', { run: id, cancelled, message });
  }
}
