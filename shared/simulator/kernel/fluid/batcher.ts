import type { Histogram } from '../histogram.ts';
import type { Batch } from '../station.ts';
import type { CurveRecorder } from '../trace.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import type { Ledger } from './ledger.ts';
import type { Outflow } from './outflow.ts';

/** From this many flushes in one stretch on, they are booked together. */
const MANY = 8;

/**
 * Size-or-time buffer of `weight` equal lanes, each with the limits of the spec. The moment of a
 * flush is found inside the step; a batch leaves at an instant.
 */
export class Batcher {
  readonly held: CohortQueue;
  private readonly limitRecords: number;
  private readonly limitBytes: number;
  private readonly spec: Batch;
  private readonly weight: number;
  /** Integral of the held mass over time, and the delays of batches booked together. */
  area = 0;
  groupedDelay = 0;
  private areaUntil = 0;
  private opened = Number.POSITIVE_INFINITY;
  private flushed = 0;

  constructor(spec: Batch, weight: number, clock: FluidClock) {
    this.spec = spec;
    this.weight = weight;
    this.limitRecords = (spec.maxRecords ?? Number.POSITIVE_INFINITY) * weight;
    this.limitBytes = (spec.maxBytes ?? Number.POSITIVE_INFINITY) * weight;
    this.held = new CohortQueue(clock.bytes);
  }

  /** Mass that comes in evenly over [from, to]; every flush due until `to` is made. */
  accept(
    clock: FluidClock,
    from: number,
    to: number,
    records: number,
    bytes: number,
    waits: Histogram,
    out: Outflow,
    ledger: Ledger,
    recorder: CurveRecorder | undefined,
  ): void {
    let cursor = from;
    let left = records;
    let leftBytes = bytes;
    this.flushDue(from, waits, out, ledger, recorder);
    while (left > 0) {
      const pace = to > cursor ? left / (to - cursor) : Number.POSITIVE_INFINITY;
      const room = this.getRoom(clock, left, leftBytes);
      const full = room > left ? Number.POSITIVE_INFINITY : cursor + Math.max(0, room) / pace;
      const due = this.getDeadline(cursor);
      if (Math.min(full, due) > to) {
        break;
      }
      const many = this.held.records === 0 ? this.getRepeats(cursor, to, pace, left, leftBytes) : 0;
      if (many >= MANY) {
        const period = this.getPeriod(pace, left, leftBytes);
        const mass = Math.min(left, floorRecords(clock, many * period * pace));
        const massBytes = partOfBytes(clock, mass, left, leftBytes);
        waits.addUniform(0, period, mass);
        this.groupedDelay += mass * (period / 2);
        this.area += mass * (period / 2);
        this.areaUntil = cursor + many * period;
        recorder?.addDelay(cursor, cursor + many * period, period / 2, period / 2, mass);
        out.take(cursor, cursor + many * period, mass, massBytes);
        ledger.batches += many * this.weight;
        left -= mass;
        leftBytes -= massBytes;
        cursor += many * period;
        this.flushed = cursor;
        continue;
      }
      const at = Math.min(full, due);
      const take =
        full <= due ? Math.min(left, room) : Math.min(left, floorRecords(clock, pace * (at - cursor)));
      const takeBytes = partOfBytes(clock, take, left, leftBytes);
      this.hold(cursor, at, take, takeBytes);
      left -= take;
      leftBytes -= takeBytes;
      cursor = at;
      this.flush(at, waits, out, ledger, recorder);
    }
    if (left > 0) {
      this.hold(cursor, to, left, leftBytes);
    }
  }

  /** Makes the flush that time demands, if one is due until `until`. */
  flushDue(
    until: number,
    waits: Histogram,
    out: Outflow,
    ledger: Ledger,
    recorder: CurveRecorder | undefined,
  ): void {
    const due = this.getDeadline(Number.POSITIVE_INFINITY);
    if (this.held.records > 0 && due <= until) {
      this.flush(due, waits, out, ledger, recorder);
    }
    if (this.spec.timer === 'last-flush' && this.held.records === 0 && this.spec.maxSeconds > 0) {
      const missed = Math.floor((until - this.flushed) / this.spec.maxSeconds);
      this.flushed += Math.max(0, missed) * this.spec.maxSeconds;
    }
  }

  /** First flush that even inflow from `now` on leads to; undefined when they follow each other within a step. */
  getNextFlush(now: number, rate: number, byteRate: number, nominal: number): number | undefined {
    if (rate > 0 && this.getPeriod(rate, rate, byteRate) <= nominal) {
      return undefined;
    }
    const byTime = this.held.records > 0 || rate > 0 ? this.getDeadline(now) : Number.POSITIVE_INFINITY;
    const byRecords = rate > 0 ? (this.limitRecords - this.held.records) / rate : Number.POSITIVE_INFINITY;
    const byBytes = byteRate > 0 ? (this.limitBytes - this.held.bytes) / byteRate : Number.POSITIVE_INFINITY;
    return Math.min(byTime, now + byRecords, now + byBytes);
  }

  private hold(from: number, to: number, records: number, bytes: number): void {
    if (records > 0) {
      if (this.held.records === 0) {
        this.opened = from;
      }
      this.advance(from);
      this.area += (this.held.records + records / 2) * (to - from);
      this.areaUntil = to;
      this.held.push(from, to, records, bytes);
    }
  }

  private advance(to: number): void {
    this.area += this.held.records * Math.max(0, to - this.areaUntil);
    this.areaUntil = Math.max(this.areaUntil, to);
  }

  private flush(
    at: number,
    waits: Histogram,
    out: Outflow,
    ledger: Ledger,
    recorder: CurveRecorder | undefined,
  ): void {
    this.flushed = at;
    this.advance(at);
    const records = this.held.records;
    if (records > 0) {
      this.held.pop(records, at, at, waits, recorder);
      ledger.batches += this.weight;
      recorder?.addPoint(recorder.trace.batches, at, records / this.weight);
      out.take(at, at, records, this.held.poppedBytes);
    }
  }

  /** Moment of the next flush by time; `arrival` is when mass would open an empty buffer. */
  private getDeadline(arrival: number): number {
    if (this.spec.timer === 'last-flush') {
      return this.flushed + this.spec.maxSeconds;
    }
    return (this.held.records > 0 ? this.opened : arrival) + this.spec.maxSeconds;
  }

  /** Records of the inflow that still fit, by either size limit. */
  private getRoom(clock: FluidClock, records: number, bytes: number): number {
    let room = this.limitRecords - this.held.records;
    if (this.limitBytes !== Number.POSITIVE_INFINITY && bytes > 0) {
      const byBytes = ((this.limitBytes - this.held.bytes) * records) / bytes;
      room = Math.min(room, byBytes);
    }
    return room === Number.POSITIVE_INFINITY ? room : Math.max(clock.records.size, floorRecords(clock, room));
  }

  private getPeriod(pace: number, records: number, bytes: number): number {
    const byRecords = this.limitRecords / pace;
    const byBytes = bytes > 0 ? (this.limitBytes * records) / bytes / pace : Number.POSITIVE_INFINITY;
    return Math.min(byRecords, byBytes, this.spec.maxSeconds);
  }

  private getRepeats(cursor: number, to: number, pace: number, records: number, bytes: number): number {
    if (pace === Number.POSITIVE_INFINITY) {
      return 0;
    }
    const period = this.getPeriod(pace, records, bytes);
    return period > 0 ? Math.floor((to - cursor) / period) : 0;
  }
}
