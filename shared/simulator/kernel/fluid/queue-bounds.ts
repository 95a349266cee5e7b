import type { Queue } from '../station.ts';
import { type FluidClock, floorRecords } from './clock.ts';
import type { LaneClass } from './lane-class.ts';
import type { Ledger } from './ledger.ts';

/** Most records the queue may hold, from both limits at the given mean size. */
export function getBound(queue: Queue, recordBytes: number): number {
  const byBytes =
    queue.maxBytes === undefined || recordBytes <= 0
      ? Number.POSITIVE_INFINITY
      : queue.maxBytes / recordBytes;
  return Math.min(queue.maxRecords ?? Number.POSITIVE_INFINITY, byBytes);
}

/** True when a full queue holds back the stage before. */
export function isBlocking(queue: Queue | undefined): boolean {
  return queue?.onFull === 'block' && (queue.maxRecords !== undefined || queue.maxBytes !== undefined);
}

/** Gives up the newest mass above the bound. */
export function trimQueues(
  queue: Queue,
  classes: readonly LaneClass[],
  recordBytes: number,
  clock: FluidClock,
  ledger: Ledger,
): void {
  if (queue.onFull === 'block') {
    return;
  }
  const bound = getBound(queue, recordBytes);
  let held = 0;
  for (const lane of classes) {
    held += lane.queue.records;
  }
  if (held <= bound) {
    return;
  }
  let excess = held - floorRecords(clock, bound);
  const cut = excess;
  for (const lane of classes) {
    const isLast = lane === classes[classes.length - 1];
    const part = Math.min(
      lane.queue.records,
      isLast ? excess : floorRecords(clock, (cut * lane.queue.records) / held),
    );
    const bytes = lane.queue.trim(part, clock.end);
    excess -= part;
    lane.trimmed = part;
    ledger.giveUp(queue.onFull, part, bytes);
  }
}

/** Takes out what is older than the retention. */
export function expireQueues(
  queue: Queue,
  classes: readonly LaneClass[],
  clock: FluidClock,
  ledger: Ledger,
): void {
  if (queue.retentionSeconds === undefined) {
    return;
  }
  for (const lane of classes) {
    const old = lane.queue.getDue(clock.end - queue.retentionSeconds, clock.records);
    if (old > 0) {
      lane.queue.pop(old, clock.end, clock.end, undefined);
      lane.expired = old;
      if (queue.onExpire === 'dead-letter') {
        ledger.giveUp('dead-letter', old, lane.queue.poppedBytes);
      } else {
        ledger.expired += old;
        ledger.expiredBytes += lane.queue.poppedBytes;
      }
    }
  }
}
