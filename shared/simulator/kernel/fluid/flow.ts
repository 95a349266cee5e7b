import type { FluidClock } from './clock.ts';

const INITIAL_SEGMENTS = 16;
/** Rates closer than this, or than a few quanta of mass, are the same: neighbours become one segment. */
const SAME_RATE = 1e-9;
const SAME_QUANTA = 4;

/**
 * What a link carries during one block, as stretches of even flow in the order of time; a stretch
 * without width is a burst. The sender writes the whole block before the receiver reads it.
 */
export class Flow {
  /** What the last `take` gave. */
  records = 0;
  bytes = 0;
  private from = new Float64Array(INITIAL_SEGMENTS);
  private to = new Float64Array(INITIAL_SEGMENTS);
  private recordsOf = new Float64Array(INITIAL_SEGMENTS);
  private bytesOf = new Float64Array(INITIAL_SEGMENTS);
  private count = 0;
  private cursor = 0;
  private readonly recordSlack: number;
  private readonly byteSlack: number;
  private readonly clock: FluidClock;
  /** Drawn counts stay apart even when two of them happen to be equal. */
  private readonly drawn: boolean;

  constructor(clock: FluidClock, drawn: boolean) {
    this.clock = clock;
    this.drawn = drawn;
    this.recordSlack = SAME_QUANTA * clock.records.size;
    this.byteSlack = SAME_QUANTA * clock.bytes.size;
  }

  /** End of the stretch to be read next; Infinity when all are read. */
  get end(): number {
    return this.cursor < this.count ? (this.to[this.cursor] as number) : Number.POSITIVE_INFINITY;
  }

  /** Start of the stretch to be read next; Infinity when all are read. */
  get start(): number {
    return this.cursor < this.count ? (this.from[this.cursor] as number) : Number.POSITIVE_INFINITY;
  }

  /** Mass of the stretch to be read next. */
  get nextRecords(): number {
    return this.recordsOf[this.cursor] as number;
  }

  get nextBytes(): number {
    return this.bytesOf[this.cursor] as number;
  }

  /** Goes past the stretch that was to be read next. */
  skip(): void {
    this.cursor++;
  }

  /** True when the next stretch is a burst. */
  get isBurst(): boolean {
    const { cursor } = this;
    return cursor < this.count && this.from[cursor] === this.to[cursor];
  }

  /** Records per second of the stretch to be read next. */
  get rate(): number {
    const { cursor } = this;
    const width = (this.to[cursor] as number) - (this.from[cursor] as number);
    return cursor < this.count && width > 0 ? (this.recordsOf[cursor] as number) / width : 0;
  }

  get byteRate(): number {
    const { cursor } = this;
    const width = (this.to[cursor] as number) - (this.from[cursor] as number);
    return cursor < this.count && width > 0 ? (this.bytesOf[cursor] as number) / width : 0;
  }

  push(from: number, to: number, records: number, bytes: number): void {
    if (to === from && records === 0 && bytes === 0) {
      return;
    }
    if (this.count > 0 && this.continues(from, to, records, bytes)) {
      const last = this.count - 1;
      this.to[last] = to;
      this.recordsOf[last] = (this.recordsOf[last] as number) + records;
      this.bytesOf[last] = (this.bytesOf[last] as number) + bytes;
      return;
    }
    if (this.count === this.from.length) {
      this.grow();
    }
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.recordsOf[this.count] = records;
    this.bytesOf[this.count] = bytes;
    this.count++;
  }

  /** Takes what flows until then, at most to the end of the present stretch. A burst is taken alone. */
  take(until: number): void {
    const { cursor } = this;
    this.records = 0;
    this.bytes = 0;
    if (cursor >= this.count) {
      return;
    }
    const from = this.from[cursor] as number;
    const to = this.to[cursor] as number;
    if (until >= to) {
      this.records = this.recordsOf[cursor] as number;
      this.bytes = this.bytesOf[cursor] as number;
      this.cursor++;
      return;
    }
    if (until <= from) {
      return;
    }
    const share = (until - from) / (to - from);
    const { records, bytes } = this.clock;
    this.records = Math.floor((this.recordsOf[cursor] as number) * share * records.scale) * records.size;
    this.bytes = Math.floor((this.bytesOf[cursor] as number) * share * bytes.scale) * bytes.size;
    this.from[cursor] = until;
    this.recordsOf[cursor] = (this.recordsOf[cursor] as number) - this.records;
    this.bytesOf[cursor] = (this.bytesOf[cursor] as number) - this.bytes;
  }

  clear(): void {
    this.count = 0;
    this.cursor = 0;
  }

  private continues(from: number, to: number, records: number, bytes: number): boolean {
    const last = this.count - 1;
    const width = (this.to[last] as number) - (this.from[last] as number);
    const lastRecords = this.recordsOf[last] as number;
    if (width === 0 || to === from || (this.drawn && (records > 0 || lastRecords > 0))) {
      return false;
    }
    const scale = (to - from) / width;
    const expected = lastRecords * scale;
    const expectedBytes = (this.bytesOf[last] as number) * scale;
    return (
      Math.abs(records - expected) <= this.recordSlack * Math.max(1, scale) + SAME_RATE * expected &&
      Math.abs(bytes - expectedBytes) <= this.byteSlack * Math.max(1, scale) + SAME_RATE * expectedBytes
    );
  }

  private grow(): void {
    const copy = (old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(old.length * 2);
      larger.set(old);
      return larger;
    };
    this.from = copy(this.from);
    this.to = copy(this.to);
    this.recordsOf = copy(this.recordsOf);
    this.bytesOf = copy(this.bytesOf);
  }
}
