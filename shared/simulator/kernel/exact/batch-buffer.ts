import type { Batch } from '../station.ts';
import { RecordRing } from './record-ring.ts';
import type { Handler, Simulation, Stage } from './simulation.ts';

/** Size-or-time buffer for single records; one per lane or one for the station. */
export class BatchBuffer implements Stage, Handler {
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly spec: Batch;
  private readonly next: Stage;
  private readonly onFlush: (records: number, byTime: boolean) => void;
  private readonly held = new RecordRing();
  private heldBytes = 0;
  private generation = 0;

  constructor(
    simulation: Simulation,
    spec: Batch,
    next: Stage,
    onFlush: (records: number, byTime: boolean) => void,
  ) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.spec = spec;
    this.next = next;
    this.onFlush = onFlush;
    if (spec.timer === 'last-flush') {
      this.startTimer();
    }
  }

  enter(record: number): void {
    const { records } = this.simulation;
    records.waited[record] = (records.waited[record] as number) - this.simulation.now;
    this.held.push(record);
    this.heldBytes += records.sizeBytes[record] as number;
    const full =
      this.held.size >= (this.spec.maxRecords ?? Number.POSITIVE_INFINITY) ||
      this.heldBytes >= (this.spec.maxBytes ?? Number.POSITIVE_INFINITY);
    if (full) {
      this.flush(false);
    } else if (this.held.size === 1 && this.spec.timer === 'first-record') {
      this.startTimer();
    }
  }

  handle(generation: number): void {
    if (generation === this.generation) {
      this.flush(true);
    }
  }

  private startTimer(): void {
    this.simulation.schedule(this.simulation.now + this.spec.maxSeconds, this.id, this.generation);
  }

  private flush(byTime: boolean): void {
    this.generation = (this.generation + 1) | 0;
    const { records, now } = this.simulation;
    const count = this.held.size;
    if (count > 0) {
      this.onFlush(count, byTime);
    }
    this.heldBytes = 0;
    for (let i = 0; i < count; i++) {
      const record = this.held.shift();
      records.waited[record] = (records.waited[record] as number) + now;
      this.next.enter(record);
    }
    if (this.spec.timer === 'last-flush') {
      this.startTimer();
    }
  }
}
