import { type FluidClock, floorRecords } from './clock.ts';
import type { FluidStation } from './fluid-station.ts';
import type { LaneClass } from './lane-class.ts';
import type { FluidLink } from './network.ts';
import { getBound } from './queue-bounds.ts';

const INFINITY = Number.POSITIVE_INFINITY;
/** Rates equal up to this share are not told apart. */
const SAME = 1e-9;
/** A queue with less room than this share of its bound is full. */
const FULL = 1e-6;

/**
 * How long a station will go on as it does now, with even inflow: no queue empties or fills, no
 * buffer is flushed, no run ends. One long step over that time gives what many short ones would.
 */
export class Outlook {
  /** Moment up to which all stays as it is. */
  until = INFINITY;
  /** What flows on meanwhile, per second. */
  rate = 0;
  byteRate = 0;
  /** Inflow per second that comes lane by lane, and what service lets out of each. */
  readonly laneIn: Float64Array;
  readonly laneInBytes: Float64Array;
  readonly laneOut: Float64Array;
  readonly laneOutBytes: Float64Array;
  /** Records per second that full queues downstream let go: in all, and per lane class. */
  most = INFINITY;
  readonly laneMost: Float64Array;
  /** Records per second that the station itself takes: what it serves while it is full, else any number. */
  accepts = INFINITY;
  readonly laneAccepts: Float64Array;

  constructor(classes: number) {
    this.laneIn = new Float64Array(classes);
    this.laneInBytes = new Float64Array(classes);
    this.laneOut = new Float64Array(classes);
    this.laneOutBytes = new Float64Array(classes);
    this.laneMost = new Float64Array(classes).fill(INFINITY);
    this.laneAccepts = new Float64Array(classes).fill(INFINITY);
  }

  /** Inflow per second that comes lane by lane, in all. */
  get directRate(): number {
    return this.laneIn.reduce((sum, rate) => sum + rate, 0);
  }

  get directByteRate(): number {
    return this.laneInBytes.reduce((sum, rate) => sum + rate, 0);
  }

  /** Something may change at that moment. */
  limit(moment: number): void {
    if (moment < this.until) {
      this.until = moment;
    }
  }
}

/**
 * Sets the outlook of a station for an inflow that stays even from the start of the clock's step on:
 * one that is spread by lane shares, beside what the outlook has lane by lane.
 */
export function foresee(station: FluidStation, rate: number, byteRate: number, clock: FluidClock): void {
  const { outlook, spec, attempts } = station;
  const now = clock.start;
  outlook.until = INFINITY;
  outlook.rate = rate + outlook.directRate;
  outlook.byteRate = byteRate + outlook.directByteRate;
  for (let i = 0; i < station.classes.length; i++) {
    const { share } = station.classes[i] as LaneClass;
    outlook.laneOut[i] = rate * share + (outlook.laneIn[i] as number);
    outlook.laneOutBytes[i] = byteRate * share + (outlook.laneInBytes[i] as number);
  }
  if (station.isAlwaysDirect && !station.isHeldBack && station.recorder === undefined) {
    return;
  }
  if (station.recorder !== undefined || station.scaler?.isOften(clock.nominal)) {
    outlook.until = now;
    return;
  }
  passGate(station, now);
  if (attempts !== undefined) {
    const line = attempts.line.getEven(now);
    outlook.limit(line.until);
    if (spec.failure !== undefined && outlook.rate > 0) {
      outlook.limit(now + spec.failure.backoffSeconds);
    }
    for (let i = 0; i < station.classes.length; i++) {
      const { share } = station.classes[i] as LaneClass;
      outlook.laneOut[i] = (outlook.laneOut[i] as number) + line.rate * share;
      outlook.laneOutBytes[i] = (outlook.laneOutBytes[i] as number) + line.byteRate * share;
    }
  }
  if (outlook.until <= now + clock.nominal) {
    return;
  }
  serve(station, clock);
  if (attempts !== undefined && spec.failure !== undefined) {
    outlook.rate *= 1 - spec.failure.probability;
    outlook.byteRate *= 1 - spec.failure.probability;
  }
  station.after.foresee(outlook, now);
}

/** Token buckets: all passes while they last; what senders keep, or a cut, needs short steps. */
function passGate(station: FluidStation, now: number): void {
  const { outlook } = station;
  const units = station.scaler?.units ?? 1;
  const { rate, byteRate, laneOut, laneOutBytes } = outlook;
  if (station.gate !== undefined) {
    outlook.limit(now + station.gate.getCalmSeconds(rate, byteRate, units));
  }
  if (station.gatesLanes) {
    for (let i = 0; i < station.classes.length; i++) {
      const { gate } = station.classes[i] as LaneClass;
      const calm = gate?.getCalmSeconds(laneOut[i] as number, laneOutBytes[i] as number, units);
      outlook.limit(now + (calm ?? 0));
    }
  }
}

function serve(station: FluidStation, clock: FluidClock): void {
  const { outlook, classes, spec } = station;
  const { laneOut, laneOutBytes } = outlook;
  const now = clock.start;
  setNominal(clock);
  station.prepare();
  const queue = spec.queue;
  const refuses = spec.service?.kind === 'servers' && spec.service.whenBusy === 'reject';
  // Lanes share what the room downstream lets go by what they hold: that changes from step to step.
  const mostOfLane = classes.length === 1 ? outlook.most : INFINITY;
  let served = 0;
  let servedBytes = 0;
  let growth = 0;
  let held = 0;
  for (let i = 0; i < classes.length; i++) {
    const lane = classes[i] as LaneClass;
    const inRate = laneOut[i] as number;
    const inBytes = laneOutBytes[i] as number;
    const backlog = lane.queue.records;
    const own = getPace(lane, inRate, inBytes) / clock.nominal;
    const pace = Math.min(own, outlook.laneMost[i] as number, mostOfLane);
    held += backlog;
    if (backlog === 0 && inRate <= pace * (1 + SAME)) {
      served += inRate;
      servedBytes += inBytes;
      continue;
    }
    if (refuses || pace === INFINITY) {
      outlook.until = now;
      return;
    }
    laneOut[i] = pace;
    laneOutBytes[i] = pace * (backlog > 0 ? lane.queue.bytes / backlog : inBytes / inRate);
    served += pace;
    servedBytes += laneOutBytes[i] as number;
    if (inRate > pace * (1 + SAME)) {
      growth += inRate - pace;
      limitLane(station, lane, inRate - pace, now);
    }
    if (inRate < pace) {
      outlook.limit(now + backlog / (pace - inRate));
    }
    if (lane.queue.mixesSizes) {
      outlook.until = now;
    }
    if (queue?.retentionSeconds !== undefined) {
      outlook.limit(Math.min(lane.queue.oldest, now) + queue.retentionSeconds);
    }
    limitDemand(station, i, inRate, inBytes, clock);
  }
  if (served > outlook.most * (1 + SAME)) {
    outlook.until = now;
  }
  if (growth > 0 && queue !== undefined) {
    const room = floorRecords(clock, getBound(queue, station.getMeanSize())) - held;
    outlook.limit(now + Math.max(0, room) / growth);
  }
  outlook.rate = served;
  outlook.byteRate = servedBytes;
}

/** A lane that holds senders back fills its own part of the bound. */
function limitLane(station: FluidStation, lane: LaneClass, growth: number, now: number): void {
  const { queue } = station.spec;
  if (station.isBlocking && queue !== undefined) {
    const room = getLaneBound(station, lane, getBound(queue, station.getMeanSize())) - lane.queue.records;
    station.outlook.limit(now + Math.max(0, room) / growth);
  }
}

/** A shared group grants the same until a lane has less than its grant to ask for. */
function limitDemand(
  station: FluidStation,
  index: number,
  inRate: number,
  inBytes: number,
  clock: FluidClock,
): void {
  if (station.spec.shared === undefined) {
    return;
  }
  const { queue } = station.classes[index] as LaneClass;
  const { grantedRecords, grantedBytes } = station.capacity;
  const records = (grantedRecords[index] as number) / clock.nominal - inRate;
  const bytes = (grantedBytes[index] as number) / clock.nominal - inBytes;
  if (records > 0 && records < INFINITY) {
    station.outlook.limit(clock.start + queue.records / records);
  }
  if (bytes > 0 && bytes < INFINITY) {
    station.outlook.limit(clock.start + queue.bytes / bytes);
  }
}

/** Capacities per second come from those of a nominal step. */
function setNominal(clock: FluidClock): void {
  clock.end = clock.start + clock.nominal;
  clock.dt = clock.nominal;
}

/** The part of a queue's bound that the lanes of a class have. */
function getLaneBound(station: FluidStation, lane: LaneClass, bound: number): number {
  return (bound * lane.weight) / (station.spec.lanes ?? 1);
}

/**
 * Sets how much a station may send and will take, from its receivers, which come first.
 */
export function foreseeHold(station: FluidStation, links: readonly FluidLink[], clock: FluidClock): void {
  const { outlook, classes, spec } = station;
  outlook.most = INFINITY;
  outlook.laneMost.fill(INFINITY);
  outlook.accepts = INFINITY;
  outlook.laneAccepts.fill(INFINITY);
  for (const { target, share, lanewise } of links) {
    const part = spec.fanOut === 'split' ? share : 1;
    if (part <= 0 || !target.isBlocking) {
      continue;
    }
    if (!lanewise) {
      outlook.most = Math.min(outlook.most, target.outlook.accepts / part);
      continue;
    }
    for (let i = 0; i < classes.length; i++) {
      const accepted = (target.outlook.laneAccepts[i] as number) / part;
      outlook.laneMost[i] = Math.min(outlook.laneMost[i] as number, accepted);
    }
  }
  const { queue } = spec;
  if (!station.isBlocking || queue === undefined) {
    return;
  }
  setNominal(clock);
  station.prepare();
  const size = station.getMeanSize();
  const bound = getBound(queue, size);
  let pace = 0;
  let held = 0;
  for (let i = 0; i < classes.length; i++) {
    const lane = classes[i] as LaneClass;
    const own = Math.min(lane.getCapacity(size) / clock.nominal, outlook.laneMost[i] as number, outlook.most);
    pace += own;
    held += lane.queue.records;
    if (isFull(lane.queue.records, getLaneBound(station, lane, bound))) {
      outlook.laneAccepts[i] = own;
    }
  }
  if (isFull(held, bound)) {
    outlook.accepts = Math.min(pace, outlook.most);
  }
}

const isFull = (held: number, bound: number): boolean => held >= bound * (1 - FULL);

/** Records per nominal step that a class can serve, of what waits or else of what comes. */
function getPace(lane: LaneClass, inRate: number, inBytes: number): number {
  const { records, bytes } = lane.queue;
  const size = records > 0 ? bytes / records : inRate > 0 ? inBytes / inRate : 0;
  return lane.getCapacity(size);
}
