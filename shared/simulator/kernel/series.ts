import type { Series } from './run.ts';

/** Width and number of the buckets of a run, and the bucket of the current step. */
export class BucketClock {
  readonly bucketSeconds: number;
  readonly buckets: number;
  bucket = 0;
  /** Width of the current step. */
  width = 0;
  /** Stands for every series that is zero throughout. */
  readonly zeros: Float64Array;

  constructor(durationSeconds: number, bucketSeconds: number) {
    this.bucketSeconds = bucketSeconds;
    this.buckets = Math.max(1, Math.ceil(durationSeconds / bucketSeconds - 1e-9));
    this.zeros = new Float64Array(this.buckets);
  }

  /** End of the bucket that holds a moment. */
  getEndOf(seconds: number): number {
    const bucket = Math.floor(seconds / this.bucketSeconds);
    return bucket >= this.buckets - 1 ? Number.POSITIVE_INFINITY : (bucket + 1) * this.bucketSeconds;
  }

  /** Moves to the bucket that holds the middle of the step. */
  advance(start: number, end: number): void {
    this.width = end - start;
    this.bucket = Math.min(this.buckets - 1, Math.floor((start + end) / 2 / this.bucketSeconds));
  }
}

/**
 * Min, mean and max of one quantity over all buckets. Most quantities are zero throughout, or even
 * within every bucket: those keep no array, or one for all three.
 */
class Column {
  private mean: Float64Array | undefined;
  private min: Float64Array | undefined;
  private max: Float64Array | undefined;

  set(clock: BucketClock, bucket: number, mean: number, low: number, high: number): void {
    if (this.mean === undefined) {
      if (low === 0 && high === 0) {
        return;
      }
      this.mean = new Float64Array(clock.buckets);
    }
    const isEven = low === high;
    if (!isEven && this.min === undefined) {
      this.min = this.mean.slice();
      this.max = this.mean.slice();
    }
    this.mean[bucket] = isEven ? low : mean;
    if (this.min !== undefined && this.max !== undefined) {
      this.min[bucket] = low;
      this.max[bucket] = high;
    }
  }

  getSeries(clock: BucketClock): Series {
    const mean = this.mean ?? clock.zeros;
    return { bucketSeconds: clock.bucketSeconds, mean, min: this.min ?? mean, max: this.max ?? mean };
  }
}

const SUM = 0;
const LOW = 1;
const HIGH = 2;
const FIELDS = 3;

/**
 * Collects several quantities of one station or link into min/mean/max buckets. The open bucket
 * lives in a few neighbouring numbers; the long arrays are touched once a bucket, not once a step.
 */
export class SeriesGroup {
  private readonly clock: BucketClock;
  private readonly count: number;
  private readonly open: Float64Array;
  private readonly columns: readonly Column[];
  private bucket = 0;
  private covered = 0;

  constructor(clock: BucketClock, count: number) {
    this.clock = clock;
    this.count = count;
    this.open = new Float64Array(count * FIELDS);
    this.columns = Array.from({ length: count }, () => new Column());
    this.clear();
  }

  /** Call once a step, before its values. */
  startStep(): void {
    if (this.clock.bucket !== this.bucket) {
      this.close();
      this.bucket = this.clock.bucket;
    }
    this.covered += this.clock.width;
  }

  /** The value of one quantity during the step; `high` and `low` when it was above or below that in part. */
  add(quantity: number, value: number, high: number, low = value): void {
    const { open } = this;
    const at = quantity * FIELDS;
    open[at] = (open[at] as number) + value * this.clock.width;
    if (low < (open[at + LOW] as number)) {
      open[at + LOW] = low;
    }
    if (high > (open[at + HIGH] as number)) {
      open[at + HIGH] = high;
    }
  }

  /** The value of one quantity throughout the step. */
  addEven(quantity: number, value: number): void {
    const { open } = this;
    const at = quantity * FIELDS;
    open[at] = (open[at] as number) + value * this.clock.width;
    if (value < (open[at + LOW] as number)) {
      open[at + LOW] = value;
    }
    if (value > (open[at + HIGH] as number)) {
      open[at + HIGH] = value;
    }
  }

  /** A quantity that is zero in this step. */
  addZero(quantity: number): void {
    const at = quantity * FIELDS + LOW;
    if ((this.open[at] as number) > 0) {
      this.open[at] = 0;
    }
  }

  getSeries(quantity: number): Series {
    this.close();
    return (this.columns[quantity] as Column).getSeries(this.clock);
  }

  private close(): void {
    const { open, covered } = this;
    if (covered > 0) {
      for (let i = 0; i < this.count; i++) {
        const low = open[i * FIELDS + LOW] as number;
        const high = open[i * FIELDS + HIGH] as number;
        const mean = (open[i * FIELDS + SUM] as number) / covered;
        (this.columns[i] as Column).set(this.clock, this.bucket, mean, low, high);
      }
      this.clear();
    }
  }

  private clear(): void {
    this.covered = 0;
    for (let i = 0; i < this.count; i++) {
      this.open[i * FIELDS + SUM] = 0;
      this.open[i * FIELDS + LOW] = Number.POSITIVE_INFINITY;
      this.open[i * FIELDS + HIGH] = 0;
    }
  }
}
