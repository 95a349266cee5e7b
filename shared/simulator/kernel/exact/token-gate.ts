import type { Admission } from '../station.ts';
import { RecordRing } from './record-ring.ts';
import type { Loss } from './servers.ts';
import type { Handler, Simulation, Stage } from './simulation.ts';

interface Bucket {
  recordRate: number;
  byteRate: number;
  recordDepth: number;
  byteDepth: number;
  recordTokens: number;
  byteTokens: number;
}

/** A token bucket per lane (or one): a record passes when its token and its bytes are there. */
export class TokenGate implements Stage, Handler {
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly spec: Admission;
  private readonly next: Stage;
  private readonly onRefuse: Loss;
  private readonly buckets: Bucket[];
  private readonly filledAt: Float64Array;
  private readonly pending: RecordRing[];
  private readonly onThrottle: (record: number) => void;

  constructor(
    simulation: Simulation,
    spec: Admission,
    lanes: number,
    next: Stage,
    onRefuse: Loss,
    onThrottle: (record: number) => void,
  ) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.spec = spec;
    this.next = next;
    this.onRefuse = onRefuse;
    this.onThrottle = onThrottle;
    const count = spec.scope === 'lane' ? lanes : 1;
    const burst = spec.burstSeconds ?? 1;
    const fill = spec.initialFill ?? 1;
    const recordRate = spec.recordsPerSecond ?? Number.POSITIVE_INFINITY;
    const byteRate = spec.bytesPerSecond ?? Number.POSITIVE_INFINITY;
    this.buckets = Array.from({ length: count }, () => ({
      recordRate,
      byteRate,
      recordDepth: recordRate * burst,
      byteDepth: byteRate * burst,
      recordTokens: recordRate === Number.POSITIVE_INFINITY ? recordRate : recordRate * burst * fill,
      byteTokens: byteRate === Number.POSITIVE_INFINITY ? byteRate : byteRate * burst * fill,
    }));
    this.filledAt = new Float64Array(count);
    this.pending = Array.from({ length: count }, () => new RecordRing());
  }

  enter(record: number): void {
    const lane = this.getLane(record);
    const queue = this.pending[lane] as RecordRing;
    if (queue.size === 0 && this.spend(lane, record)) {
      this.next.enter(record);
      return;
    }
    this.onThrottle(record);
    if (this.spec.onRefuse !== 'retry') {
      this.onRefuse(record);
      return;
    }
    queue.push(record);
    if (queue.size === 1) {
      this.plan(lane);
    }
  }

  handle(lane: number): void {
    const queue = this.pending[lane] as RecordRing;
    const { records, now } = this.simulation;
    const limit = this.spec.retryForSeconds ?? Number.POSITIVE_INFINITY;
    while (queue.size > 0) {
      const record = queue.peek();
      const kept = now - (records.entered[record] as number);
      if (kept > limit) {
        queue.shift();
        this.onRefuse(record);
      } else if (this.spend(lane, record)) {
        queue.shift();
        records.waited[record] = kept;
        this.next.enter(record);
      } else {
        this.plan(lane);
        return;
      }
    }
  }

  private getLane(record: number): number {
    return this.spec.scope === 'lane' ? (this.simulation.records.lane[record] as number) : 0;
  }

  private refill(lane: number): Bucket {
    const bucket = this.buckets[lane] as Bucket;
    const span = this.simulation.now - (this.filledAt[lane] as number);
    this.filledAt[lane] = this.simulation.now;
    if (span > 0) {
      bucket.recordTokens = Math.min(bucket.recordDepth, bucket.recordTokens + bucket.recordRate * span);
      bucket.byteTokens = Math.min(bucket.byteDepth, bucket.byteTokens + bucket.byteRate * span);
    }
    return bucket;
  }

  private spend(lane: number, record: number): boolean {
    const bucket = this.refill(lane);
    const size = this.getSize(bucket, record);
    // A token short of whole by rounding alone counts as whole.
    if (bucket.recordTokens < 1 - 1e-9 || bucket.byteTokens < size * (1 - 1e-9)) {
      return false;
    }
    bucket.recordTokens -= 1;
    bucket.byteTokens -= size;
    return true;
  }

  /** A record larger than the bucket passes when the bucket is full. */
  private getSize(bucket: Bucket, record: number): number {
    return Math.min(this.simulation.records.sizeBytes[record] as number, bucket.byteDepth);
  }

  private plan(lane: number): void {
    const bucket = this.buckets[lane] as Bucket;
    const size = this.getSize(bucket, (this.pending[lane] as RecordRing).peek());
    const forRecords = (1 - bucket.recordTokens) / bucket.recordRate || 0;
    const forBytes = (size - bucket.byteTokens) / bucket.byteRate || 0;
    const wait = Math.max(forRecords, forBytes, 1e-9);
    this.simulation.schedule(this.simulation.now + wait, this.id, lane);
  }
}
