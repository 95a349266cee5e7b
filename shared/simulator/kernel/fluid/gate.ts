import type { Histogram } from '../histogram.ts';
import type { Admission } from '../station.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import type { Ledger } from './ledger.ts';

/** Senders try again about once a second, which is what counts as further refused attempts. */
const RETRY_SECONDS = 1;

class Bucket {
  readonly spec: Admission;
  readonly recordRate: number;
  readonly byteRate: number;
  readonly depthSeconds: number;
  recordTokens: number;
  byteTokens: number;

  constructor(spec: Admission, weight: number) {
    this.spec = spec;
    this.recordRate = (spec.recordsPerSecond ?? Number.POSITIVE_INFINITY) * weight;
    this.byteRate = (spec.bytesPerSecond ?? Number.POSITIVE_INFINITY) * weight;
    this.depthSeconds = spec.burstSeconds ?? 1;
    const fill = spec.initialFill ?? 1;
    this.recordTokens = this.getDepth(this.recordRate) * fill;
    this.byteTokens = this.getDepth(this.byteRate) * fill;
  }

  getDepth(rate: number): number {
    return rate === Number.POSITIVE_INFINITY ? Number.MAX_VALUE : rate * this.depthSeconds;
  }
}

/**
 * Token buckets in front of a queue, for a station or for a class of equal lanes. Within a step a
 * bucket gives what it holds plus its refill, so a steady overload is cut at the exact moment.
 */
export class Gate {
  /** What the last `offer` let through. */
  acceptedRecords = 0;
  acceptedBytes = 0;
  /** Share of the nearest limit that the last step with a width used, 0–1; a burst counts as full. */
  fill = 0;
  /** Mass the senders keep and offer again. */
  readonly pending: CohortQueue;
  /** Integral of the pending mass over time. */
  area = 0;
  private readonly buckets: readonly Bucket[];
  private readonly giveUpSeconds: number;

  constructor(admissions: readonly Admission[], weight: number, clock: FluidClock) {
    this.buckets = admissions.map((spec) => new Bucket(spec, weight));
    this.pending = new CohortQueue(clock.bytes);
    this.giveUpSeconds = Math.min(
      ...admissions.map((spec) => spec.retryForSeconds ?? Number.POSITIVE_INFINITY),
    );
  }

  /** Passes what the buckets allow; the rest is kept, dropped or dead-lettered. `units` scales the rates. */
  offer(
    records: number,
    bytes: number,
    units: number,
    clock: FluidClock,
    ledger: Ledger,
    waits: Histogram,
  ): void {
    const pending = this.pending;
    const offered = pending.records + records;
    const size = offered > 0 ? (pending.bytes + bytes) / offered : 0;
    let passing = offered;
    let kept = 0;
    for (let i = 0; i < this.buckets.length; i++) {
      const bucket = this.buckets[i] as Bucket;
      const available = this.getAvailable(bucket, size, units, clock.dt);
      if (passing > available) {
        const allowed = Math.min(passing, floorRecords(clock, available));
        const refused = passing - allowed;
        ledger.bind(bucket.spec.label, clock.dt);
        if (bucket.spec.onRefuse === 'retry') {
          kept += refused;
        } else {
          // Refused for good: the share of the new arrivals, whose bytes go along.
          const part = Math.min(refused, records);
          const partBytes = partOfBytes(clock, part, records, bytes);
          ledger.throttled += part;
          ledger.throttledBytes += partBytes;
          ledger.giveUp(bucket.spec.onRefuse, part, partBytes);
          records -= part;
          bytes -= partBytes;
        }
        passing = allowed;
      }
    }
    passing = Math.min(passing, pending.records + records);
    this.settle(passing, size, units, clock.dt);
    if (clock.dt > 0) this.fill = this.getFill(passing, size, units * clock.dt);
    this.split(passing, kept, records, bytes, clock, ledger, waits);
  }

  /** Whether nothing is pending and the buckets have room for all of an inflow. */
  hasRoom(records: number, bytes: number, clock: FluidClock): boolean {
    if (this.pending.records > 0) {
      return false;
    }
    const size = records > 0 ? bytes / records : 0;
    for (let i = 0; i < this.buckets.length; i++) {
      if (records > this.getAvailable(this.buckets[i] as Bucket, size, 1, clock.dt)) {
        return false;
      }
    }
    return true;
  }

  /** What `offer` does with an inflow that there is room for. */
  passAll(records: number, bytes: number, clock: FluidClock, waits: Histogram): void {
    const size = records > 0 ? bytes / records : 0;
    this.settle(records, size, 1, clock.dt);
    this.fill = this.getFill(records, size, clock.dt);
    waits.addZero(records);
    this.acceptedRecords = records;
    this.acceptedBytes = bytes;
  }

  /**
   * Seconds for which an even inflow passes whole; 0 while senders keep something, and while the
   * limit cuts.
   */
  getCalmSeconds(rate: number, byteRate: number, units: number): number {
    if (this.pending.records > 0) {
      return 0;
    }
    let seconds = Number.POSITIVE_INFINITY;
    for (const bucket of this.buckets) {
      const over = rate - bucket.recordRate * units;
      if (over > rate * 1e-12) {
        seconds = Math.min(seconds, bucket.recordTokens / over);
      }
      const bytesOver = byteRate - bucket.byteRate * units;
      if (bytesOver > byteRate * 1e-12) {
        seconds = Math.min(seconds, bucket.byteTokens / bytesOver);
      }
    }
    return seconds;
  }

  private getAvailable(bucket: Bucket, size: number, units: number, dt: number): number {
    // An infinite rate times a width of zero must not become NaN.
    const byRecords =
      bucket.recordRate === Number.POSITIVE_INFINITY
        ? Number.POSITIVE_INFINITY
        : bucket.recordTokens + bucket.recordRate * units * dt;
    const byBytes =
      bucket.byteRate === Number.POSITIVE_INFINITY || size <= 0
        ? Number.POSITIVE_INFINITY
        : (bucket.byteTokens + bucket.byteRate * units * dt) / size;
    // A hair above, so that a load equal to the limit is not refused by the last bit.
    return Math.min(byRecords, byBytes) * (1 + 1e-12) + 1e-12;
  }

  private getFill(passing: number, size: number, unitSeconds: number): number {
    let fill = 0;
    for (const bucket of this.buckets) {
      // Where a bucket has no such limit its rate is infinite, and the share 0.
      if (bucket.recordRate > 0) fill = Math.max(fill, passing / (bucket.recordRate * unitSeconds));
      if (bucket.byteRate > 0) fill = Math.max(fill, (passing * size) / (bucket.byteRate * unitSeconds));
    }
    return Math.min(1, fill);
  }

  private settle(passing: number, size: number, units: number, dt: number): void {
    for (const bucket of this.buckets) {
      if (bucket.recordRate !== Number.POSITIVE_INFINITY) {
        const rate = bucket.recordRate * units;
        const left = bucket.recordTokens + rate * dt - passing;
        bucket.recordTokens = Math.max(0, Math.min(bucket.getDepth(rate), left));
      }
      if (bucket.byteRate !== Number.POSITIVE_INFINITY) {
        const rate = bucket.byteRate * units;
        const left = bucket.byteTokens + rate * dt - passing * size;
        bucket.byteTokens = Math.max(0, Math.min(bucket.getDepth(rate), left));
      }
    }
  }

  /** Older pending mass passes first; what stays of the new mass joins it. */
  private split(
    passing: number,
    kept: number,
    records: number,
    bytes: number,
    clock: FluidClock,
    ledger: Ledger,
    waits: Histogram,
  ): void {
    const pending = this.pending;
    const before = pending.records;
    this.acceptedBytes = 0;
    let fromPending = 0;
    if (pending.records > 0) {
      fromPending = Math.min(passing, pending.records);
      pending.pop(fromPending, clock.start, clock.end, waits);
      this.acceptedBytes = pending.poppedBytes;
      const attempts = pending.records * Math.min(1, clock.dt / RETRY_SECONDS);
      ledger.throttled += attempts;
    }
    const fresh = passing - fromPending;
    const freshBytes = records > 0 ? partOfBytes(clock, fresh, records, bytes) : 0;
    waits.addZero(fresh);
    this.acceptedBytes += freshBytes;
    this.acceptedRecords = passing;
    const held = records - fresh;
    if (held > 0) {
      pending.push(clock.start, clock.end, held, bytes - freshBytes);
      if (kept > 0) {
        ledger.throttled += held;
        ledger.throttledBytes += bytes - freshBytes;
      }
    }
    this.area += (before + pending.records) * (clock.dt / 2);
    this.expire(clock, ledger);
  }

  private expire(clock: FluidClock, ledger: Ledger): void {
    if (this.giveUpSeconds === Number.POSITIVE_INFINITY || this.pending.records === 0) {
      return;
    }
    const old = this.pending.getDue(clock.end - this.giveUpSeconds, clock.records);
    if (old > 0) {
      this.pending.pop(old, clock.end, clock.end, undefined);
      ledger.giveUp('drop', old, this.pending.poppedBytes);
    }
  }
}
