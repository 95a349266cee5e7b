import type { Series } from './run.ts';

/** Time spent in each bucket, shared by all series of a run. */
export class BucketClock {
  readonly bucketSeconds: number;
  readonly buckets: number;
  readonly covered: Float64Array;
  /** Bucket of the current step, and the step's width. */
  bucket = 0;
  width = 0;

  constructor(durationSeconds: number, bucketSeconds: number) {
    this.bucketSeconds = bucketSeconds;
    this.buckets = Math.max(1, Math.ceil(durationSeconds / bucketSeconds - 1e-9));
    this.covered = new Float64Array(this.buckets);
  }

  /** Moves to the bucket that holds the middle of the step. */
  advance(start: number, end: number): void {
    this.width = end - start;
    this.bucket = Math.min(this.buckets - 1, Math.floor((start + end) / 2 / this.bucketSeconds));
    this.covered[this.bucket] = (this.covered[this.bucket] as number) + this.width;
  }
}

/** Collects one quantity per step into min/mean/max buckets. */
export class SeriesRecorder {
  private readonly sums: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly clock: BucketClock;

  constructor(clock: BucketClock) {
    this.clock = clock;
    this.sums = new Float64Array(clock.buckets);
    this.lows = new Float64Array(clock.buckets).fill(Number.POSITIVE_INFINITY);
    this.highs = new Float64Array(clock.buckets);
  }

  /** The value that holds during the current step; `high` when a part of the station is above it. */
  add(value: number, high = value): void {
    const bucket = this.clock.bucket;
    this.sums[bucket] = (this.sums[bucket] as number) + value * this.clock.width;
    if (value < (this.lows[bucket] as number)) {
      this.lows[bucket] = value;
    }
    if (high > (this.highs[bucket] as number)) {
      this.highs[bucket] = high;
    }
  }

  getSeries(): Series {
    const covered = this.clock.covered;
    return {
      bucketSeconds: this.clock.bucketSeconds,
      mean: this.sums.map((sum, i) => ((covered[i] as number) > 0 ? sum / (covered[i] as number) : 0)),
      min: this.lows.map((low) => (Number.isFinite(low) ? low : 0)),
      max: this.highs.slice(),
    };
  }
}
