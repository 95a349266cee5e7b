import { type FluidClock, floorRecords } from './clock.ts';
import type { FluidStation } from './fluid-station.ts';
import type { LaneClass } from './lane-class.ts';
import { getBound } from './queue-bounds.ts';

const INFINITY = Number.POSITIVE_INFINITY;
/** Rates equal up to this share are not told apart. */
const SAME = 1e-9;

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

  /** Something may change at that moment. */
  limit(moment: number): void {
    if (moment < this.until) {
      this.until = moment;
    }
  }
}

/** Sets the outlook of a station for an inflow that stays even from the start of the clock's step on. */
export function foresee(station: FluidStation, rate: number, byteRate: number, clock: FluidClock): void {
  const { outlook, spec, attempts } = station;
  const now = clock.start;
  outlook.until = INFINITY;
  outlook.rate = rate;
  outlook.byteRate = byteRate;
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
    if (spec.failure !== undefined && rate > 0) {
      outlook.limit(now + spec.failure.backoffSeconds);
    }
    outlook.rate += line.rate;
    outlook.byteRate += line.byteRate;
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
  const { rate, byteRate } = outlook;
  if (station.gate !== undefined) {
    outlook.limit(now + station.gate.getCalmSeconds(rate, byteRate, units));
  }
  if (station.gatesLanes) {
    for (const lane of station.classes) {
      outlook.limit(now + (lane.gate?.getCalmSeconds(rate * lane.share, byteRate * lane.share, units) ?? 0));
    }
  }
}

function serve(station: FluidStation, clock: FluidClock): void {
  const { outlook, classes, spec } = station;
  const { rate, byteRate } = outlook;
  const now = clock.start;
  // Capacities per second come from those of a nominal step.
  clock.end = now + clock.nominal;
  clock.dt = clock.nominal;
  station.prepare();
  const queue = spec.queue;
  const refuses = spec.service?.kind === 'servers' && spec.service.whenBusy === 'reject';
  let served = 0;
  let servedBytes = 0;
  let growth = 0;
  let held = 0;
  for (const lane of classes) {
    const inRate = rate * lane.share;
    const inBytes = byteRate * lane.share;
    const backlog = lane.queue.records;
    const pace = getPace(lane, inRate, inBytes) / clock.nominal;
    held += backlog;
    if (backlog === 0 && inRate <= pace * (1 + SAME)) {
      served += inRate;
      servedBytes += inBytes;
      continue;
    }
    if (refuses || station.isBlocking || station.isHeldBack || spec.shared || pace === INFINITY) {
      outlook.until = now;
      return;
    }
    served += pace;
    servedBytes += pace * (backlog > 0 ? lane.queue.bytes / backlog : inBytes / inRate);
    growth += Math.max(0, inRate - pace);
    if (inRate < pace) {
      outlook.limit(now + backlog / (pace - inRate));
    }
    if (lane.queue.mixesSizes) {
      outlook.until = now;
    }
    if (queue?.retentionSeconds !== undefined) {
      outlook.limit(Math.min(lane.queue.oldest, now) + queue.retentionSeconds);
    }
  }
  if (growth > 0 && queue !== undefined) {
    const room = floorRecords(clock, getBound(queue, station.getMeanSize())) - held;
    outlook.limit(now + Math.max(0, room) / growth);
  }
  outlook.rate = served;
  outlook.byteRate = servedBytes;
}

/** Records per nominal step that a class can serve, of what waits or else of what comes. */
function getPace(lane: LaneClass, inRate: number, inBytes: number): number {
  const { records, bytes } = lane.queue;
  const size = records > 0 ? bytes / records : inRate > 0 ? inBytes / inRate : 0;
  return lane.getCapacity(size);
}
