const INITIAL = 1024;

/** Children of a place; wider than two, so that a move down touches fewer levels. */
const ARITY_BITS = 2;
const ARITY = 1 << ARITY_BITS;

/**
 * Future events ordered by time, then by insertion. Times and slots live in typed arrays; the
 * payload of an event (handler and one number) sits in its slot. An event that is taken mostly
 * causes another: the root stays open until the next call and takes the new event in.
 */
export class EventHeap {
  /** Of the last event taken. */
  time = 0;
  handler = 0;
  payload = 0;

  /** Places in use, the open root included. */
  private count = 0;
  private isOpen = false;
  private times = new Float64Array(INITIAL);
  private slots = new Int32Array(INITIAL);
  private serials = new Float64Array(INITIAL);
  private handlers = new Int32Array(INITIAL);
  private payloads = new Int32Array(INITIAL);
  private free = new Int32Array(INITIAL);
  private freeCount = 0;
  private used = 0;
  private serial = 0;

  push(time: number, handler: number, payload: number): void {
    if (this.count === this.times.length) {
      this.grow();
    }
    const slot = this.freeCount > 0 ? (this.free[--this.freeCount] as number) : this.used++;
    this.handlers[slot] = handler;
    this.payloads[slot] = payload;
    this.serials[slot] = this.serial++;
    if (this.isOpen) {
      this.isOpen = false;
      this.sink(time, slot);
      return;
    }
    const { times, slots } = this;
    // A new event is younger than all others, so at equal times it stays below: no serial needed.
    let hole = this.count++;
    while (hole > 0) {
      const parent = (hole - 1) >> ARITY_BITS;
      const parentTime = times[parent] as number;
      if (parentTime <= time) {
        break;
      }
      times[hole] = parentTime;
      slots[hole] = slots[parent] as number;
      hole = parent;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  /** Takes the earliest event into `time`, `handler` and `payload`; false when none is left. */
  pop(): boolean {
    if (this.isOpen) {
      const last = --this.count;
      this.isOpen = false;
      if (last > 0) {
        this.sink(this.times[last] as number, this.slots[last] as number);
      }
    }
    if (this.count === 0) {
      return false;
    }
    const slot = this.slots[0] as number;
    this.time = this.times[0] as number;
    this.handler = this.handlers[slot] as number;
    this.payload = this.payloads[slot] as number;
    this.free[this.freeCount++] = slot;
    this.isOpen = true;
    return true;
  }

  /** Puts an event where the root is open, or as far below as it belongs. */
  private sink(time: number, slot: number): void {
    const { times, slots, count } = this;
    let hole = 0;
    for (;;) {
      const first = (hole << ARITY_BITS) + 1;
      if (first >= count) {
        break;
      }
      const end = first + ARITY < count ? first + ARITY : count;
      let child = first;
      let childTime = times[first] as number;
      for (let i = first + 1; i < end; i++) {
        const other = times[i] as number;
        if (other < childTime || (other === childTime && this.isOlder(slots[i], slots[child]))) {
          child = i;
          childTime = other;
        }
      }
      if (time < childTime || (time === childTime && this.isOlder(slot, slots[child]))) {
        break;
      }
      times[hole] = childTime;
      slots[hole] = slots[child] as number;
      hole = child;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  private isOlder(slot: number | undefined, other: number | undefined): boolean {
    return (this.serials[slot as number] as number) < (this.serials[other as number] as number);
  }

  private grow(): void {
    const size = this.times.length * 2;
    const widen = <T extends Float64Array | Int32Array>(old: T, wide: T): T => {
      wide.set(old);
      return wide;
    };
    this.times = widen(this.times, new Float64Array(size));
    this.slots = widen(this.slots, new Int32Array(size));
    this.serials = widen(this.serials, new Float64Array(size));
    this.handlers = widen(this.handlers, new Int32Array(size));
    this.payloads = widen(this.payloads, new Int32Array(size));
    this.free = widen(this.free, new Int32Array(size));
  }
}
