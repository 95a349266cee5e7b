import type { Histogram } from '../histogram.ts';
import type { CurveRecorder } from '../trace.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import type { Gate } from './gate.ts';
import type { Outflow } from './outflow.ts';

/** A set of lanes with equal shares, hence equal state: one queue that stands for all of them. */
export class LaneClass {
  /** Number of lanes. */
  readonly weight: number;
  /** Share of the station's arrivals that all its lanes get together. */
  readonly share: number;
  readonly gate: Gate | undefined;
  readonly queue: CohortQueue;
  /** Mass that enters the queue in this step. */
  inRecords = 0;
  inBytes = 0;
  /** Capacity of this step; Infinity when unlimited. */
  capRecords = Number.POSITIVE_INFINITY;
  capBytes = Number.POSITIVE_INFINITY;
  /** What the last step served. */
  served = 0;
  servedBytes = 0;
  /** What left the queue in this step unserved: expired at the head, cut at the tail. */
  expired = 0;
  trimmed = 0;
  /** Integral of the queue over time. */
  area = 0;
  private carry = 0;

  constructor(weight: number, share: number, gate: Gate | undefined, clock: FluidClock) {
    this.weight = weight;
    this.share = share;
    this.gate = gate;
    this.queue = new CohortQueue(clock.bytes);
  }

  /** Mass the lanes could serve now if nothing downstream held them back. */
  getDemand(clock: FluidClock): number {
    const present = this.queue.records + this.inRecords;
    let demand = Math.min(present, this.getWholeCapacity(clock));
    const presentBytes = this.queue.bytes + this.inBytes;
    if (this.capBytes < presentBytes) {
      demand = Math.min(demand, floorRecords(clock, (present * this.capBytes) / presentBytes));
    }
    return demand;
  }

  /** Serves FIFO for one step, at most `allowance` records. */
  serve(
    clock: FluidClock,
    allowance: number,
    waits: Histogram,
    out: Outflow,
    recorder: CurveRecorder | undefined,
  ): void {
    const records = this.inRecords;
    const bytes = this.inBytes;
    const backlog = this.queue.records;
    const cap = Math.min(this.getWholeCapacity(clock), allowance);
    if (backlog === 0 && records <= cap && bytes <= this.capBytes) {
      this.passThrough(clock, records, bytes, waits, out, recorder);
      return;
    }
    if (records > 0) {
      this.queue.push(clock.start, clock.end, records, bytes);
    }
    const servable = this.queue.getServable(cap, this.capBytes, clock.records);
    if (this.queue.records > servable) {
      // Busy to the end of the step: the remainder of the capacity carries to the next one.
      this.keepCarry(clock);
      this.area += (backlog + this.queue.records - servable) * (clock.dt / 2);
      this.leave(clock.start, clock.end, servable, waits, out, recorder);
      this.served = servable;
      return;
    }
    this.carry = 0;
    const total = servable;
    const spare = Math.min(cap, this.capBytes < this.queue.bytes ? servable : cap);
    const pace = Math.min(spare, this.getPaceBytes(total));
    // Until the backlog is gone the lanes run at full pace, after that at the pace of arrivals.
    const share = pace > records ? Math.min(1, backlog / (pace - records)) : 1;
    const until = clock.start + share * clock.dt;
    const first =
      pace === Number.POSITIVE_INFINITY ? backlog : floorRecords(clock, backlog + records * share);
    const early = Math.min(total, first);
    if (early > 0) {
      this.leave(clock.start, until, early, waits, out, recorder);
    }
    this.area += backlog * ((until - clock.start) / 2);
    if (share < 1) {
      recorder?.addPoint(recorder.trace.backlog, until, 0);
    }
    const firstBytes = this.servedBytes;
    if (total > early) {
      this.leave(until, clock.end, total - early, waits, out, recorder);
      this.servedBytes += early > 0 ? firstBytes : 0;
    }
    this.served = total;
  }

  private passThrough(
    clock: FluidClock,
    records: number,
    bytes: number,
    waits: Histogram,
    out: Outflow,
    recorder: CurveRecorder | undefined,
  ): void {
    this.served = records;
    this.servedBytes = bytes;
    this.carry = 0;
    if (records > 0) {
      waits.addZero(records);
      recorder?.addDelay(clock.start, clock.end, 0, 0, records);
      out.take(clock.start, clock.end, records, bytes);
    }
  }

  private leave(
    from: number,
    to: number,
    records: number,
    waits: Histogram,
    out: Outflow,
    recorder: CurveRecorder | undefined,
  ): void {
    this.servedBytes = 0;
    if (records > 0) {
      this.queue.pop(records, from, to, waits, recorder);
      this.servedBytes = this.queue.poppedBytes;
      out.take(from, to, records, this.queue.poppedBytes);
    }
  }

  /** Records per step that the byte limit allows at the present mean size. */
  private getPaceBytes(total: number): number {
    const bytes = this.queue.bytes;
    return this.capBytes === Number.POSITIVE_INFINITY || bytes <= 0
      ? Number.POSITIVE_INFINITY
      : (this.capBytes * total) / bytes;
  }

  private getWholeCapacity(clock: FluidClock): number {
    return this.capRecords === Number.POSITIVE_INFINITY
      ? Number.POSITIVE_INFINITY
      : floorRecords(clock, this.capRecords + this.carry);
  }

  private keepCarry(clock: FluidClock): void {
    if (this.capRecords !== Number.POSITIVE_INFINITY) {
      this.carry = this.capRecords + this.carry - this.getWholeCapacity(clock);
    }
  }
}

/** Splits a mass over classes by share: rounded down, the last class takes the rest. */
export function splitOver(
  classes: readonly LaneClass[],
  records: number,
  bytes: number,
  clock: FluidClock,
): void {
  let recordsLeft = records;
  let bytesLeft = bytes;
  const last = classes.length - 1;
  for (let i = 0; i < last; i++) {
    const lane = classes[i] as LaneClass;
    lane.inRecords = floorRecords(clock, records * lane.share);
    lane.inBytes = partOfBytes(clock, lane.inRecords, records, bytes);
    recordsLeft -= lane.inRecords;
    bytesLeft -= lane.inBytes;
  }
  const lane = classes[last] as LaneClass;
  lane.inRecords = recordsLeft;
  lane.inBytes = bytesLeft;
}
