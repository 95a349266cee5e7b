import { Histogram } from '../histogram.ts';
import type { StationSpec } from '../station.ts';
import type { CurveRecorder } from '../trace.ts';
import { Batcher } from './batcher.ts';
import { type FluidClock, floorBytes, floorRecords } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import { JobRunner } from './job-runner.ts';
import type { LaneClass } from './lane-class.ts';
import type { Ledger } from './ledger.ts';
import type { Outflow } from './outflow.ts';
import type { Outlook } from './outlook.ts';

/** A long step ends at least this much before a flush or the end of a run. */
const JUST_BEFORE = 1e-6;

/** What follows service in a station: batch → job → delay → transform. */
export class AfterService {
  readonly job: JobRunner | undefined;
  readonly delayLine: CohortQueue | undefined;
  /** Lanes keep buffers of their own. */
  readonly perLane: boolean;
  /** Nothing follows: what is served has left. */
  readonly isDirect: boolean;
  /** What is served has left at once, changed perhaps. */
  readonly isImmediate: boolean;
  /** Time in buffers and runs. */
  waits = new Histogram();
  recorder: CurveRecorder | undefined;
  /** Mass that came in, and left before the transform, in this step. */
  cameIn = 0;
  wentOut = 0;
  /** Outflow of the step after the transform. */
  outRecords = 0;
  outBytes = 0;

  private readonly clock: FluidClock;
  private readonly ledger: Ledger;
  private readonly classes: readonly LaneClass[];
  private readonly batchers: readonly Batcher[];
  /** 1 where a buffer is flushed within every step, for the outlook. */
  private readonly flushes: Float64Array;
  private readonly fixedSeconds: number;
  private readonly gain: number;
  private readonly byteGain: number;
  private readonly outputBytes: number | undefined;
  /** Whole-run masses before and after the transform: rounding never drifts. */
  private before = 0;
  private beforeBytes = 0;
  private after = 0;
  private afterBytes = 0;
  private sent = 0;

  constructor(
    spec: StationSpec,
    classes: readonly LaneClass[],
    clock: FluidClock,
    ledger: Ledger,
    fixedSeconds: number,
  ) {
    this.clock = clock;
    this.ledger = ledger;
    this.fixedSeconds = fixedSeconds;
    const batch = spec.batch;
    this.perLane = batch?.scope === 'lane' && classes.length > 1;
    this.batchers =
      batch === undefined
        ? []
        : batch.scope === 'lane'
          ? classes.map((lane) => new Batcher(batch, lane.weight, clock))
          : [new Batcher(batch, 1, clock)];
    this.classes = classes;
    this.flushes = new Float64Array(this.batchers.length);
    this.job = spec.job ? new JobRunner(spec.job, clock) : undefined;
    // Times shorter than a step only count as statistics.
    const holds = fixedSeconds > 0 && fixedSeconds >= clock.nominal;
    this.delayLine = holds ? new CohortQueue(clock.bytes) : undefined;
    const copies = spec.joinCopies ?? 1;
    this.gain = (spec.transform?.recordsPerRecord ?? 1) / copies;
    this.byteGain = (spec.transform?.bytesPerByte ?? 1) / copies;
    this.outputBytes = spec.transform?.outputBytes;
    const changes = this.gain !== 1 || this.byteGain !== 1 || this.outputBytes !== undefined;
    this.isImmediate = this.batchers.length === 0 && !this.job && !this.delayLine;
    this.isDirect = this.isImmediate && !changes;
  }

  /** Delays of buffers and runs are recorded here instead of those of the queue. */
  get recordsDelays(): boolean {
    return this.batchers.length > 0 || this.job !== undefined;
  }

  /** Mass in buffers and before runs. */
  get waiting(): number {
    let sum = this.job?.waiting.records ?? 0;
    for (const batcher of this.batchers) {
      sum += batcher.held.records;
    }
    return sum;
  }

  get waitingBytes(): number {
    let sum = this.job?.waiting.bytes ?? 0;
    for (const batcher of this.batchers) {
      sum += batcher.held.bytes;
    }
    return sum;
  }

  /** Mass in runs and in delay. */
  get inFlight(): number {
    return (this.delayLine?.records ?? 0) + (this.job?.runningRecords ?? 0);
  }

  get inFlightBytes(): number {
    return (this.delayLine?.bytes ?? 0) + (this.job?.runningBytes ?? 0);
  }

  /** Arrival of the oldest mass in buffers and before runs; Infinity when none. */
  get oldest(): number {
    let oldest = this.job?.waiting.oldest ?? Number.POSITIVE_INFINITY;
    for (const batcher of this.batchers) {
      oldest = Math.min(oldest, batcher.held.oldest);
    }
    return oldest;
  }

  /** Integral of what buffers held, and the sum of the times it was held. */
  getLittle(): { recordSeconds: number; delaySeconds: number } {
    let recordSeconds = 0;
    let delaySeconds = 0;
    for (const batcher of this.batchers) {
      recordSeconds += batcher.area;
      delaySeconds += batcher.held.delaySum + batcher.groupedDelay;
    }
    return { recordSeconds, delaySeconds };
  }

  /** Carries the outlook on from what service lets out to what leaves the station. */
  foresee(outlook: Outlook, now: number): void {
    const { batchers, job, clock } = this;
    for (let i = 0; i < batchers.length; i++) {
      const share = this.perLane ? (this.classes[i] as LaneClass).share : 1;
      const rate = outlook.rate * share;
      const flush = (batchers[i] as Batcher).getNextFlush(now, rate, outlook.byteRate * share, clock.nominal);
      if (flush !== undefined) {
        outlook.limit(flush - JUST_BEFORE);
      }
      this.flushes[i] = flush === undefined ? 1 : 0;
    }
    if (batchers.length > 0) {
      let share = 0;
      for (let i = 0; i < batchers.length; i++) {
        share += (this.flushes[i] as number) * (this.perLane ? (this.classes[i] as LaneClass).share : 1);
      }
      outlook.rate *= share;
      outlook.byteRate *= share;
    }
    if (job !== undefined) {
      outlook.limit(job.getNextChange(now, outlook.rate) - JUST_BEFORE);
      outlook.rate = 0;
      outlook.byteRate = 0;
    }
    if (this.delayLine !== undefined) {
      this.foreseeDelay(this.delayLine, outlook, now);
    }
    outlook.rate *= this.gain;
    outlook.byteRate =
      this.outputBytes === undefined ? outlook.byteRate * this.byteGain : outlook.rate * this.outputBytes;
  }

  private foreseeDelay(line: CohortQueue, outlook: Outlook, now: number): void {
    const { rate } = outlook;
    const even = line.getEven(now);
    const goesOn = even.whole && line.records > 0 && Math.abs(even.rate - rate) <= 1e-6 * rate;
    if (goesOn) {
      return;
    }
    outlook.limit(even.until);
    if (rate > 0) {
      outlook.limit(now + this.fixedSeconds);
    }
    outlook.rate = even.rate;
    outlook.byteRate = even.byteRate;
  }

  /** The whole step when it is immediate. */
  passAll(records: number, bytes: number): void {
    this.cameIn = records;
    this.outRecords = records;
    this.outBytes = bytes;
    this.wentOut = records;
    if (!this.isDirect) {
      this.transform();
    }
  }

  /** Call before the mass of the step moves. */
  startStep(capacityFactor: number): void {
    this.cameIn = 0;
    this.outRecords = 0;
    this.outBytes = 0;
    this.job?.start(this.clock, capacityFactor);
  }

  /** Mass of one lane class (or of all together) that leaves service evenly over [from, to]. */
  accept(lane: number, from: number, to: number, records: number, bytes: number): void {
    this.cameIn += records;
    const batcher = this.batchers[this.perLane ? lane : 0];
    if (batcher === undefined) {
      this.afterBatch.take(from, to, records, bytes);
    } else {
      batcher.accept(
        this.clock,
        from,
        to,
        records,
        bytes,
        this.waits,
        this.afterBatch,
        this.ledger,
        this.recorder,
      );
    }
  }

  /** Makes what is due by the end of the step, and the transform. */
  finishStep(): void {
    const { clock, ledger } = this;
    for (const batcher of this.batchers) {
      batcher.flushDue(clock.end, this.waits, this.afterBatch, ledger, this.recorder);
    }
    this.job?.finish(clock, this.waits, this.afterJob, ledger, this.recorder);
    this.releaseDelayed();
    this.wentOut = this.outRecords;
    this.transform();
  }

  private readonly afterBatch: Outflow = {
    take: (from, to, records, bytes) => {
      if (this.job === undefined) {
        this.afterJob.take(from, to, records, bytes);
      } else {
        this.job.accept(from, to, records, bytes);
      }
    },
  };

  private readonly afterJob: Outflow = {
    take: (from, to, records, bytes) => {
      const fixed = this.fixedSeconds;
      this.recorder?.addOutput(from + fixed, to + fixed, records);
      if (this.delayLine === undefined) {
        this.outRecords += records;
        this.outBytes += bytes;
      } else {
        this.delayLine.push(from + fixed, to + fixed, records, bytes);
      }
    },
  };

  private releaseDelayed(): void {
    const line = this.delayLine;
    if (line === undefined || line.records === 0) {
      return;
    }
    const due = line.getDue(this.clock.end, this.clock.records);
    if (due > 0) {
      line.pop(due, this.clock.end, this.clock.end, undefined);
      this.outRecords += due;
      this.outBytes += line.poppedBytes;
    }
  }

  /** Selectivity and change of size. */
  private transform(): void {
    const { clock, ledger } = this;
    if (this.gain !== 1) {
      this.before += this.outRecords;
      const total = floorRecords(clock, this.before * this.gain);
      ledger.made += total - this.after - this.outRecords;
      this.outRecords = total - this.after;
      this.after = total;
    }
    if (this.byteGain !== 1 || this.outputBytes !== undefined) {
      this.beforeBytes += this.outBytes;
      this.sent += this.outRecords;
      const total = floorBytes(
        clock,
        this.outputBytes === undefined ? this.beforeBytes * this.byteGain : this.sent * this.outputBytes,
      );
      ledger.madeBytes += total - this.afterBytes - this.outBytes;
      this.outBytes = total - this.afterBytes;
      this.afterBytes = total;
    }
  }
}
