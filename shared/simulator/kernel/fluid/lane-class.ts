import type { Histogram } from '../histogram.ts';
import { drawPoisson } from '../distributions.ts';
import type { RandomStream } from '../random.ts';
import type { CurveRecorder } from '../trace.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import type { Admission, StationSpec } from '../station.ts';
import { Gate } from './gate.ts';
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
  /** Mass that comes lane by lane from a station with the same lanes. */
  directRecords = 0;
  directBytes = 0;
  /** Mass served here that has not left the station yet. */
  unsent = 0;
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

  /** Records of the given mean size that the lanes can serve in this step. */
  getCapacity(recordBytes: number): number {
    return recordBytes > 0 ? Math.min(this.capRecords, this.capBytes / recordBytes) : this.capRecords;
  }

  /** Adds what came lane by lane to the inflow. */
  addDirect(): void {
    this.inRecords += this.directRecords;
    this.inBytes += this.directBytes;
    this.directRecords = 0;
    this.directBytes = 0;
  }

  /** Serves the whole inflow at once: the queue is empty and there is room. */
  passAll(): void {
    this.served = this.inRecords;
    this.servedBytes = this.inBytes;
    this.expired = 0;
    this.trimmed = 0;
    this.carry = 0;
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

  /** Whole quanta the lanes can serve in this step, with what rounding left of the steps before. */
  getWholeCapacity(clock: FluidClock): number {
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
  keepBytesWithRecords(classes);
}

/**
 * The same for drawn arrivals: each class gets a count drawn around its share, scaled to the whole,
 * since records choose their lanes one by one.
 */
export function splitByLot(
  classes: readonly LaneClass[],
  records: number,
  bytes: number,
  clock: FluidClock,
  random: RandomStream,
): void {
  random.seek(clock.step);
  let drawn = 0;
  for (const lane of classes) {
    lane.inRecords = drawPoisson(random, records * lane.share);
    drawn += lane.inRecords;
  }
  let recordsLeft = records;
  let bytesLeft = bytes;
  const last = classes.length - 1;
  for (let i = 0; i < last; i++) {
    const lane = classes[i] as LaneClass;
    lane.inRecords =
      drawn > 0 ? Math.min(recordsLeft, floorRecords(clock, (lane.inRecords * records) / drawn)) : 0;
    lane.inBytes = partOfBytes(clock, lane.inRecords, records, bytes);
    recordsLeft -= lane.inRecords;
    bytesLeft -= lane.inBytes;
  }
  const lane = classes[last] as LaneClass;
  lane.inRecords = recordsLeft;
  lane.inBytes = bytesLeft;
  keepBytesWithRecords(classes);
}

/** Adds a mass to the inflow of the classes by share, the last taking the rest. */
export function addByShare(
  classes: readonly LaneClass[],
  records: number,
  bytes: number,
  clock: FluidClock,
): void {
  let recordsLeft = records;
  let bytesLeft = bytes;
  for (let i = 0; i < classes.length; i++) {
    const lane = classes[i] as LaneClass;
    const isLast = i === classes.length - 1;
    const part = isLast ? recordsLeft : floorRecords(clock, records * lane.share);
    const partBytes = isLast ? bytesLeft : partOfBytes(clock, part, records, bytes);
    lane.inRecords += part;
    lane.inBytes += partBytes;
    recordsLeft -= part;
    bytesLeft -= partBytes;
  }
  keepBytesWithRecords(classes);
}

/** What rounding left for a last class without records goes with the records of another: no bytes travel alone. */
function keepBytesWithRecords(classes: readonly LaneClass[]): void {
  const last = classes[classes.length - 1] as LaneClass;
  if (last.inRecords > 0 || last.inBytes === 0) return;
  for (let i = classes.length - 2; i >= 0; i--) {
    const lane = classes[i] as LaneClass;
    if (lane.inRecords <= 0) continue;
    lane.inBytes += last.inBytes;
    last.inBytes = 0;
    return;
  }
}

/** Busy share of a lane class in the last step, by records or bytes. */
export function getBusy(lane: LaneClass): number {
  const { capRecords, capBytes } = lane;
  const byRecords = capRecords > 0 && capRecords !== Number.POSITIVE_INFINITY ? lane.served / capRecords : 0;
  const byBytes = capBytes > 0 && capBytes !== Number.POSITIVE_INFINITY ? lane.servedBytes / capBytes : 0;
  return Math.min(1, Math.max(byRecords, byBytes));
}

/** Lanes of equal share form a class, unless each is to have a fate of its own; largest share first. */
export function buildLaneClasses(
  spec: StationSpec,
  admissions: readonly Admission[],
  clock: FluidClock,
  apart: boolean,
): LaneClass[] {
  const weights = new Map<number, number>();
  const lanes = spec.lanes ?? 1;
  if (apart) {
    const shares = [...(spec.laneShares ?? Array.from({ length: lanes }, () => 1 / lanes))].sort(
      (a, b) => b - a,
    );
    return shares.map((share) => {
      const gate = admissions.length > 0 ? new Gate(admissions, 1, clock) : undefined;
      return new LaneClass(1, share, gate, clock);
    });
  }
  for (const share of spec.laneShares ?? [1 / lanes]) {
    weights.set(share, (weights.get(share) ?? 0) + (spec.laneShares === undefined ? lanes : 1));
  }
  return [...weights]
    .sort(([a], [b]) => b - a)
    .map(([share, weight]) => {
      const gate = admissions.length > 0 ? new Gate(admissions, weight, clock) : undefined;
      return new LaneClass(weight, share * weight, gate, clock);
    });
}

/** True when both stations have the same lanes with the same shares. */
export function haveSameLanes(a: readonly LaneClass[], b: readonly LaneClass[]): boolean {
  return (
    a.length > 1 &&
    a.length === b.length &&
    a.every((lane, i) => lane.weight === b[i]?.weight && Math.abs(lane.share - (b[i]?.share ?? 0)) < 1e-12)
  );
}
