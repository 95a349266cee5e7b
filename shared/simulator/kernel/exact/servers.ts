import type { Simulation, Handler, Stage } from './simulation.ts';

/** What becomes of a record that a stage gives up. */
export type Loss = (record: number) => void;

/**
 * FIFO servers per lane. Since nobody overtakes, start and end of service are known on arrival: one
 * event a record. `most` bounds the records in a lane; beyond it `onFull` takes them.
 */
export class Servers implements Stage, Handler {
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly servers: number;
  private readonly most: number;
  private readonly sample: (record: number) => number;
  private readonly next: Stage;
  private readonly onFull: Loss;
  /** Times at which the servers become free: a heap per lane, `servers` slots each. */
  private readonly freeAt: Float64Array;
  private readonly present: Int32Array;

  constructor(
    simulation: Simulation,
    options: {
      servers: number;
      lanes: number;
      most: number;
      sample: (record: number) => number;
      next: Stage;
      onFull: Loss;
    },
  ) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.servers = options.servers;
    this.most = options.most;
    this.sample = options.sample;
    this.next = options.next;
    this.onFull = options.onFull;
    this.freeAt = new Float64Array(options.servers * options.lanes);
    this.present = new Int32Array(options.lanes);
  }

  enter(record: number): void {
    const { records, now } = this.simulation;
    const lane = records.lane[record] as number;
    const present = this.present[lane] as number;
    if (present >= this.most) {
      this.onFull(record);
      return;
    }
    this.present[lane] = present + 1;
    const base = lane * this.servers;
    const free = this.freeAt[base] as number;
    const start = free > now ? free : now;
    if (start > now) {
      records.waited[record] = (records.waited[record] as number) + (start - now);
    }
    const end = start + this.sample(record);
    if (this.servers === 1) {
      this.freeAt[base] = end;
    } else {
      this.replaceEarliest(base, end);
    }
    this.simulation.schedule(end, this.id, record);
  }

  handle(record: number): void {
    const lane = this.simulation.records.lane[record] as number;
    this.present[lane] = (this.present[lane] as number) - 1;
    this.next.enter(record);
  }

  private replaceEarliest(base: number, time: number): void {
    const { freeAt, servers } = this;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= servers) {
        break;
      }
      if (child + 1 < servers && (freeAt[base + child + 1] as number) < (freeAt[base + child] as number)) {
        child++;
      }
      const childTime = freeAt[base + child] as number;
      if (time <= childTime) {
        break;
      }
      freeAt[base + hole] = childTime;
      hole = child;
    }
    freeAt[base + hole] = time;
  }
}
