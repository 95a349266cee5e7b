const INITIAL = 1024;

/**
 * Future events ordered by time, then by insertion. Times and slots live in typed arrays; the
 * payload of an event (handler and one number) sits in its slot.
 */
export class EventHeap {
  size = 0;
  /** Of the last event taken. */
  time = 0;
  handler = 0;
  payload = 0;

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
    if (this.size === this.times.length) {
      this.grow();
    }
    const slot = this.freeCount > 0 ? (this.free[--this.freeCount] as number) : this.used++;
    this.handlers[slot] = handler;
    this.payloads[slot] = payload;
    this.serials[slot] = this.serial++;
    const { times, slots } = this;
    // A new event is younger than all others, so at equal times it stays below: no serial needed.
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
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
    if (this.size === 0) {
      return false;
    }
    const { times, slots, serials } = this;
    const slot = slots[0] as number;
    this.time = times[0] as number;
    this.handler = this.handlers[slot] as number;
    this.payload = this.payloads[slot] as number;
    this.free[this.freeCount++] = slot;
    const last = --this.size;
    if (last > 0) {
      const time = times[last] as number;
      const moved = slots[last] as number;
      let hole = 0;
      for (;;) {
        let child = 2 * hole + 1;
        if (child >= last) {
          break;
        }
        let childTime = times[child] as number;
        if (child + 1 < last) {
          const otherTime = times[child + 1] as number;
          if (
            otherTime < childTime ||
            (otherTime === childTime &&
              (serials[slots[child + 1] as number] as number) < (serials[slots[child] as number] as number))
          ) {
            child++;
            childTime = otherTime;
          }
        }
        if (
          time < childTime ||
          (time === childTime && (serials[moved] as number) < (serials[slots[child] as number] as number))
        ) {
          break;
        }
        times[hole] = childTime;
        slots[hole] = slots[child] as number;
        hole = child;
      }
      times[hole] = time;
      slots[hole] = moved;
    }
    return true;
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
