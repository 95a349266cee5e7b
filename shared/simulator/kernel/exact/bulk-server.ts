import { RecordRing } from './record-ring.ts';
import type { Handler, Simulation, Stage } from './simulation.ts';

/** Servers that take up to `maxBatch`, at least `minBatch`, waiting records for one service time. */
export class BulkServer implements Stage, Handler {
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly options: {
    servers: number;
    minBatch: number;
    maxBatch: number;
    /** Service time of a batch with so many bytes. */
    sample: (bytes: number) => number;
    next: Stage;
    onBatch: (records: number) => void;
  };
  private readonly waiting = new RecordRing();
  private readonly idle: number[] = [];
  private readonly taken: RecordRing[] = [];

  constructor(simulation: Simulation, options: BulkServer['options']) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.options = options;
    for (let server = options.servers - 1; server >= 0; server--) {
      this.idle.push(server);
      this.taken[server] = new RecordRing();
    }
  }

  enter(record: number): void {
    this.waiting.push(record);
    this.start();
  }

  handle(server: number): void {
    const batch = this.taken[server] as RecordRing;
    this.idle.push(server);
    // The server is free before its batch moves on: what the batch causes may start it again.
    const done: number[] = [];
    while (batch.size > 0) {
      done.push(batch.shift());
    }
    this.start();
    for (const record of done) {
      this.options.next.enter(record);
    }
  }

  private start(): void {
    const { minBatch, maxBatch, sample, onBatch } = this.options;
    while (this.idle.length > 0 && this.waiting.size >= minBatch && this.waiting.size > 0) {
      const server = this.idle.pop() as number;
      const { records, now } = this.simulation;
      const count = Math.min(maxBatch, this.waiting.size);
      let bytes = 0;
      for (let i = 0; i < count; i++) {
        const record = this.waiting.shift();
        records.waited[record] = now - (records.entered[record] as number);
        bytes += records.sizeBytes[record] as number;
        (this.taken[server] as RecordRing).push(record);
      }
      onBatch(count);
      this.simulation.schedule(now + sample(bytes), this.id, server);
    }
  }
}
