import type { Histogram } from '../histogram.ts';
import type { Job } from '../station.ts';
import type { CurveRecorder } from '../trace.ts';
import type { FluidClock } from './clock.ts';
import { floorRecords } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import type { Ledger } from './ledger.ts';
import type { Outflow } from './outflow.ts';

interface Run {
  finish: number;
  mass: CohortQueue;
}

/** Runs that process everything waiting at their start and deliver it when they end. */
export class JobRunner {
  readonly waiting: CohortQueue;
  /** Mass inside running jobs. */
  runningRecords = 0;
  runningBytes = 0;
  /** Seconds of all runs together so far. */
  busySeconds = 0;
  private readonly spec: Job;
  private readonly nominal: number;
  private nextStart: number;
  private readonly running: Run[] = [];

  constructor(spec: Job, clock: FluidClock) {
    this.spec = spec;
    this.waiting = new CohortQueue(clock.bytes);
    this.nominal = clock.nominal;
    this.nextStart = spec.offsetSeconds;
  }

  /** Runs in progress. */
  get active(): number {
    return this.running.length;
  }

  /** Time of the next start by schedule; Infinity when runs start on demand or more often than steps end. */
  get nextScheduled(): number {
    return this.spec.periodSeconds > this.nominal ? this.nextStart : Number.POSITIVE_INFINITY;
  }

  /** Next moment a run may start or end while input comes at this rate. */
  getNextChange(now: number, rate: number): number {
    const { periodSeconds, slots } = this.spec;
    let next = Number.POSITIVE_INFINITY;
    for (const run of this.running) {
      next = Math.min(next, run.finish);
    }
    if (periodSeconds > 0) {
      return Math.min(next, this.nextStart);
    }
    const starts = (rate > 0 || this.waiting.records > 0) && this.running.length < slots;
    return starts ? Math.min(next, Math.max(now, this.nextStart)) : next;
  }

  accept(from: number, to: number, records: number, bytes: number): void {
    if (records > 0) {
      this.waiting.push(from, to, records, bytes);
    }
  }

  /** Starts what is due at the start of the step; a start that finds all slots taken is skipped. */
  start(clock: FluidClock, capacityFactor: number): void {
    const { periodSeconds, slots } = this.spec;
    if (periodSeconds > 0) {
      if (this.nextStart <= clock.start + 1e-9) {
        if (this.running.length < slots && capacityFactor > 0) {
          this.launch(clock, capacityFactor);
        }
        const missed = Math.floor((clock.start + 1e-9 - this.nextStart) / periodSeconds);
        this.nextStart += (missed + 1) * periodSeconds;
      }
      return;
    }
    if (clock.start >= this.nextStart && capacityFactor > 0 && this.running.length < slots) {
      if (this.waiting.records > 0) {
        this.launch(clock, capacityFactor);
      }
    }
  }

  /** Delivers the runs that end within the step. */
  finish(
    clock: FluidClock,
    waits: Histogram,
    out: Outflow,
    ledger: Ledger,
    recorder: CurveRecorder | undefined,
  ): void {
    for (let i = 0; i < this.running.length; ) {
      const run = this.running[i] as Run;
      if (run.finish > clock.end) {
        i++;
        continue;
      }
      this.running.splice(i, 1);
      const records = run.mass.records;
      run.mass.pop(records, run.finish, run.finish, waits, recorder);
      ledger.batches++;
      recorder?.addPoint(recorder.trace.batches, run.finish, records);
      this.runningRecords -= records;
      this.runningBytes -= run.mass.poppedBytes;
      if (records > 0) {
        out.take(run.finish, run.finish, records, run.mass.poppedBytes);
      }
    }
  }

  private launch(clock: FluidClock, capacityFactor: number): void {
    const { startupSeconds, fixedSeconds = 0, timeoutSeconds = Number.POSITIVE_INFINITY } = this.spec;
    const recordRate = (this.spec.recordsPerSecond ?? Number.POSITIVE_INFINITY) * capacityFactor;
    const byteRate = (this.spec.bytesPerSecond ?? Number.POSITIVE_INFINITY) * capacityFactor;
    const budget = Math.max(0, timeoutSeconds - startupSeconds - fixedSeconds);
    const mass = new CohortQueue(clock.bytes);
    const whole = Math.max(this.waiting.records / recordRate, this.waiting.bytes / byteRate);
    if (whole <= budget) {
      this.waiting.moveAllTo(mass);
    } else {
      const take = floorRecords(clock, (this.waiting.records * budget) / whole);
      this.waiting.moveTo(mass, take);
    }
    const work = Math.min(whole, budget);
    const finish = clock.start + Math.min(timeoutSeconds, startupSeconds + fixedSeconds + work);
    this.busySeconds += finish - clock.start;
    this.runningRecords += mass.records;
    this.runningBytes += mass.bytes;
    this.running.push({ finish, mass });
  }
}
