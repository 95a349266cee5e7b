import { NetworkError } from '../network-error.ts';

/** Beyond this many records at once a run is refused: the network is overloaded for the exact engine. */
const MOST_RECORDS = 2 ** 23;

/** Live records as columns; a record is a slot number. */
export class RecordPool {
  live = 0;
  /** Arrival at the source, and at the station the record is in. */
  birth = new Float64Array(1024);
  entered = new Float64Array(1024);
  /** Seconds waited at the present station so far. */
  waited = new Float64Array(1024);
  sizeBytes = new Float64Array(1024);
  source = new Int32Array(1024);
  lane = new Int32Array(1024);
  attempts = new Int32Array(1024);
  /** Fork the record is a copy of; −1 when it is none. */
  group = new Int32Array(1024);
  /** 1 when the record counts in results (born after the warm-up). */
  counted = new Uint8Array(1024);
  private free = new Int32Array(1024);
  private freeCount = 0;
  private used = 0;

  create(): number {
    this.live++;
    if (this.freeCount > 0) {
      return this.free[--this.freeCount] as number;
    }
    if (this.used === this.birth.length) {
      this.grow();
    }
    return this.used++;
  }

  release(record: number): void {
    this.live--;
    this.free[this.freeCount++] = record;
  }

  copy(record: number): number {
    const copy = this.create();
    this.birth[copy] = this.birth[record] as number;
    this.sizeBytes[copy] = this.sizeBytes[record] as number;
    this.source[copy] = this.source[record] as number;
    this.group[copy] = this.group[record] as number;
    this.counted[copy] = this.counted[record] as number;
    return copy;
  }

  private grow(): void {
    const size = this.birth.length * 2;
    if (size > MOST_RECORDS) {
      throw new NetworkError(
        '',
        `more than ${MOST_RECORDS} records wait at once; the fluid engine is the one for this`,
      );
    }
    const floats = (old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const wide = new Float64Array(size);
      wide.set(old);
      return wide;
    };
    const integers = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const wide = new Int32Array(size);
      wide.set(old);
      return wide;
    };
    this.birth = floats(this.birth);
    this.entered = floats(this.entered);
    this.waited = floats(this.waited);
    this.sizeBytes = floats(this.sizeBytes);
    this.source = integers(this.source);
    this.lane = integers(this.lane);
    this.attempts = integers(this.attempts);
    this.group = integers(this.group);
    this.free = integers(this.free);
    const counted = new Uint8Array(size);
    counted.set(this.counted);
    this.counted = counted;
  }
}
