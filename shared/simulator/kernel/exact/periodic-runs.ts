import type { Job } from '../station.ts';
import { RecordRing } from './record-ring.ts';
import type { Handler, Simulation, Stage } from './simulation.ts';

/** Jobs over single records: a run takes all that wait and delivers them together when it ends. */
export class PeriodicRuns implements Stage, Handler {
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly spec: Job;
  private readonly next: Stage;
  private readonly onRun: (records: number) => void;
  private waiting = new RecordRing();
  private readonly runs = new Map<number, RecordRing>();
  private serial = 0;

  constructor(simulation: Simulation, spec: Job, next: Stage, onRun: (records: number) => void) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.spec = spec;
    this.next = next;
    this.onRun = onRun;
    if (spec.periodSeconds > 0) {
      simulation.schedule(spec.offsetSeconds, this.id, -1);
    }
  }

  enter(record: number): void {
    this.waiting.push(record);
    if (this.spec.periodSeconds <= 0) {
      this.launch();
    }
  }

  handle(run: number): void {
    if (run < 0) {
      this.launch();
      this.simulation.schedule(this.simulation.now + this.spec.periodSeconds, this.id, -1);
      return;
    }
    const batch = this.runs.get(run) as RecordRing;
    this.runs.delete(run);
    this.onRun(batch.size);
    const { records, now } = this.simulation;
    while (batch.size > 0) {
      const record = batch.shift();
      records.waited[record] = now - (records.entered[record] as number);
      this.next.enter(record);
    }
    if (this.spec.periodSeconds <= 0 && this.waiting.size > 0) {
      this.launch();
    }
  }

  private launch(): void {
    if (this.runs.size >= this.spec.slots) {
      return;
    }
    const { startupSeconds, fixedSeconds = 0, timeoutSeconds = Number.POSITIVE_INFINITY } = this.spec;
    const budget = timeoutSeconds - startupSeconds - fixedSeconds;
    const batch = new RecordRing();
    let work = 0;
    let bytes = 0;
    while (this.waiting.size > 0) {
      bytes += this.simulation.records.sizeBytes[this.waiting.peek()] as number;
      const forRecords = (batch.size + 1) / (this.spec.recordsPerSecond ?? Number.POSITIVE_INFINITY);
      const forBytes = bytes / (this.spec.bytesPerSecond ?? Number.POSITIVE_INFINITY);
      if (Math.max(forRecords, forBytes) > budget) {
        break;
      }
      work = Math.max(forRecords, forBytes);
      batch.push(this.waiting.shift());
    }
    const run = this.serial++;
    this.runs.set(run, batch);
    this.simulation.schedule(this.simulation.now + startupSeconds + fixedSeconds + work, this.id, run);
  }
}
