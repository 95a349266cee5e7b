import { EventHeap } from './event-heap.ts';
import { RecordPool } from './record-pool.ts';

/** Something that acts when one of its events is due. */
export interface Handler {
  handle(payload: number): void;
}

/** One stage of a station: a record comes in; later it goes to the stage after. */
export interface Stage {
  enter(record: number): void;
}

/** Clock, event list and records of one exact run. */
export class Simulation {
  now = 0;
  readonly heap = new EventHeap();
  readonly records = new RecordPool();
  readonly handlers: Handler[] = [];

  /** Number to schedule the handler's events with. */
  register(handler: Handler): number {
    this.handlers.push(handler);
    return this.handlers.length - 1;
  }

  schedule(time: number, handler: number, payload: number): void {
    this.heap.push(time, handler, payload);
  }
}
