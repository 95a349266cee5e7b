import type { Histogram } from '../histogram.ts';
import type { Quantum } from '../quantum.ts';
import type { CurveRecorder } from '../trace.ts';

const INITIAL_SLOTS = 8;
/** Beyond this many cohorts neighbours are merged in pairs: memory stays bounded, times shift by 1/65,536 of the age. */
const MOST_SLOTS = 2 ** 16;

/**
 * FIFO mass: a ring of cohorts, each a mass of records and bytes spread evenly over a stretch of
 * time (its arrival, or its release in a delay line). Draining moves the head; both ends are
 * O(1) amortised, nothing is allocated while the ring has room.
 */
export class CohortQueue {
  /** Mass held, exact multiples of the quanta. */
  records = 0;
  bytes = 0;
  /** Mass ever pushed and popped at the head; a tracer's place is a point on this axis. */
  pushed = 0;
  popped = 0;
  /** Sum of record × seconds between cohort time and leaving, over all that left by either end. */
  delaySum = 0;
  /** Bytes of the last pop. */
  poppedBytes = 0;

  private from = new Float64Array(INITIAL_SLOTS);
  private to = new Float64Array(INITIAL_SLOTS);
  private recordsOf = new Float64Array(INITIAL_SLOTS);
  private bytesOf = new Float64Array(INITIAL_SLOTS);
  private mask = INITIAL_SLOTS - 1;
  private head = 0;
  private count = 0;

  private readonly byteQuantum: Quantum;

  constructor(byteQuantum: Quantum) {
    this.byteQuantum = byteQuantum;
  }

  /** Start of the oldest cohort; Infinity when empty. */
  get oldest(): number {
    return this.count > 0 ? (this.from[this.head] as number) : Number.POSITIVE_INFINITY;
  }

  /** True when the oldest and the newest cohort differ in mean size: a byte limit then serves them unevenly. */
  get mixesSizes(): boolean {
    if (this.count < 2) {
      return false;
    }
    const last = (this.head + this.count - 1) & this.mask;
    const size = (this.bytesOf[this.head] as number) / (this.recordsOf[this.head] as number);
    const lastSize = (this.bytesOf[last] as number) / (this.recordsOf[last] as number);
    return Math.abs(size - lastSize) > 1e-6 * size;
  }

  /**
   * Cohorts as release times: the even rate of release from `now` on, and until when it lasts
   * (`whole`: until nothing is left).
   */
  getEven(now: number): { rate: number; byteRate: number; until: number; whole: boolean } {
    if (this.count === 0) {
      return { rate: 0, byteRate: 0, until: Number.POSITIVE_INFINITY, whole: true };
    }
    const start = this.from[this.head] as number;
    let end = this.to[this.head] as number;
    if (start > now + 1e-9 || end <= now + 1e-9) {
      return { rate: 0, byteRate: 0, until: start, whole: false };
    }
    const mass = this.recordsOf[this.head] as number;
    const rate = mass / (end - start);
    const byteRate = (this.bytesOf[this.head] as number) / (end - start);
    let i = 1;
    for (; i < this.count; i++) {
      const slot = (this.head + i) & this.mask;
      const from = this.from[slot] as number;
      const to = this.to[slot] as number;
      const next = this.recordsOf[slot] as number;
      const same = Math.abs(next - rate * (to - from)) <= 1e-6 * next;
      if (to <= from || from > end + 1e-9 || !same) {
        break;
      }
      end = to;
    }
    return { rate, byteRate, until: end, whole: i === this.count };
  }

  push(from: number, to: number, records: number, bytes: number): void {
    this.records += records;
    this.bytes += bytes;
    this.pushed += records;
    const last = (this.head + this.count - 1) & this.mask;
    if (this.count > 0 && this.from[last] === from && this.to[last] === to) {
      // Another lane's part of the same stretch.
      this.recordsOf[last] = (this.recordsOf[last] as number) + records;
      this.bytesOf[last] = (this.bytesOf[last] as number) + bytes;
      return;
    }
    if (this.count > this.mask) {
      if (this.count >= MOST_SLOTS) {
        this.mergePairs();
      } else {
        this.grow();
      }
    }
    const slot = (this.head + this.count) & this.mask;
    this.from[slot] = from;
    this.to[slot] = to;
    this.recordsOf[slot] = records;
    this.bytesOf[slot] = bytes;
    this.count++;
  }

  /** Largest mass at the head within both bounds. */
  getServable(maxRecords: number, maxBytes: number, quantum: Quantum): number {
    if (maxBytes >= this.bytes) {
      return Math.min(maxRecords, this.records);
    }
    let records = 0;
    let bytesLeft = maxBytes;
    for (let i = 0; i < this.count; i++) {
      const slot = (this.head + i) & this.mask;
      const cohortRecords = this.recordsOf[slot] as number;
      const cohortBytes = this.bytesOf[slot] as number;
      if (cohortBytes > bytesLeft) {
        records += Math.floor(((cohortRecords * bytesLeft) / cohortBytes) * quantum.scale) * quantum.size;
        break;
      }
      records += cohortRecords;
      bytesLeft -= cohortBytes;
      if (records >= maxRecords) {
        break;
      }
    }
    return Math.min(maxRecords, records);
  }

  /**
   * Takes `take` records (at most what is held) from the head; they leave evenly over
   * [leaveFrom, leaveTo]. Times from cohort to leaving go to the histogram.
   */
  pop(
    take: number,
    leaveFrom: number,
    leaveTo: number,
    times: Histogram | undefined,
    recorder?: CurveRecorder,
  ): void {
    let left = take;
    let leave = leaveFrom;
    const pace = take > 0 ? (leaveTo - leaveFrom) / take : 0;
    this.poppedBytes = 0;
    while (left > 0 && this.count > 0) {
      const slot = this.head;
      const mass = this.recordsOf[slot] as number;
      const start = this.from[slot] as number;
      const end = this.to[slot] as number;
      if (mass <= left) {
        const leaveNext = leave + mass * pace;
        times?.addUniform(leave - start, leaveNext - end, mass);
        recorder?.addDelay(start, end, leave - start, leaveNext - end, mass);
        this.delaySum += mass * ((leave + leaveNext - start - end) / 2);
        leave = leaveNext;
        left -= mass;
        this.poppedBytes += this.bytesOf[slot] as number;
        this.head = (slot + 1) & this.mask;
        this.count--;
      } else {
        const share = left / mass;
        const cut = start + share * (end - start);
        const part = Math.min(
          this.bytesOf[slot] as number,
          Math.floor((this.bytesOf[slot] as number) * share * this.byteQuantum.scale) * this.byteQuantum.size,
        );
        times?.addUniform(leave - start, leaveTo - cut, left);
        recorder?.addDelay(start, cut, leave - start, leaveTo - cut, left);
        this.delaySum += left * ((leave + leaveTo - start - cut) / 2);
        this.from[slot] = cut;
        this.recordsOf[slot] = mass - left;
        this.bytesOf[slot] = (this.bytesOf[slot] as number) - part;
        this.poppedBytes += part;
        left = 0;
      }
    }
    this.records -= take;
    this.popped += take;
    this.bytes -= this.poppedBytes;
  }

  /** Takes what is due before `until`: cohorts as release times. Returns the records. */
  getDue(until: number, quantum: Quantum): number {
    let due = 0;
    for (let i = 0; i < this.count; i++) {
      const slot = (this.head + i) & this.mask;
      const start = this.from[slot] as number;
      const end = this.to[slot] as number;
      const mass = this.recordsOf[slot] as number;
      if (end <= until) {
        due += mass;
        continue;
      }
      if (start < until) {
        due += Math.floor(mass * ((until - start) / (end - start)) * quantum.scale) * quantum.size;
      }
      break;
    }
    return due;
  }

  /** Removes mass from the newest end at time `now`; returns its bytes. */
  trim(records: number, now: number): number {
    let left = records;
    let bytes = 0;
    while (left > 0 && this.count > 0) {
      const slot = (this.head + this.count - 1) & this.mask;
      const mass = this.recordsOf[slot] as number;
      const from = this.from[slot] as number;
      const to = this.to[slot] as number;
      if (mass <= left) {
        left -= mass;
        bytes += this.bytesOf[slot] as number;
        this.delaySum += mass * (now - (from + to) / 2);
        this.count--;
      } else {
        const share = left / mass;
        const cut = to - share * (to - from);
        this.delaySum += left * (now - (cut + to) / 2);
        this.to[slot] = cut;
        const part =
          Math.floor((this.bytesOf[slot] as number) * share * this.byteQuantum.scale) * this.byteQuantum.size;
        this.recordsOf[slot] = mass - left;
        this.bytesOf[slot] = (this.bytesOf[slot] as number) - part;
        bytes += part;
        left = 0;
      }
    }
    this.records -= records;
    this.pushed -= records;
    this.bytes -= bytes;
    return bytes;
  }

  /** Moves everything to another queue, keeping the cohorts. */
  moveAllTo(target: CohortQueue): void {
    this.moveTo(target, this.records);
  }

  /** Moves the oldest `take` records to another queue, keeping their times. */
  moveTo(target: CohortQueue, take: number): void {
    let left = take;
    while (left > 0 && this.count > 0) {
      const slot = this.head;
      const from = this.from[slot] as number;
      const to = this.to[slot] as number;
      const mass = this.recordsOf[slot] as number;
      const part = Math.min(mass, left);
      const cut = part < mass ? from + (part / mass) * (to - from) : to;
      this.pop(part, cut, cut, undefined);
      target.push(from, cut, part, this.poppedBytes);
      left -= part;
    }
  }

  private mergePairs(): void {
    let kept = 0;
    for (let i = 0; i < this.count; i += 2) {
      const first = (this.head + i) & this.mask;
      const second = (first + 1) & this.mask;
      const pair = i + 1 < this.count;
      const slot = (this.head + kept++) & this.mask;
      this.from[slot] = this.from[first] as number;
      this.to[slot] = this.to[pair ? second : first] as number;
      this.recordsOf[slot] =
        (this.recordsOf[first] as number) + (pair ? (this.recordsOf[second] as number) : 0);
      this.bytesOf[slot] = (this.bytesOf[first] as number) + (pair ? (this.bytesOf[second] as number) : 0);
    }
    this.count = kept;
  }

  private grow(): void {
    const size = (this.mask + 1) * 2;
    const copy = (ring: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(size);
      for (let i = 0; i < this.count; i++) {
        larger[i] = ring[(this.head + i) & this.mask] as number;
      }
      return larger;
    };
    this.from = copy(this.from);
    this.to = copy(this.to);
    this.recordsOf = copy(this.recordsOf);
    this.bytesOf = copy(this.bytesOf);
    this.head = 0;
    this.mask = size - 1;
  }
}
