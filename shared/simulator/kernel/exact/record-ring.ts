/** FIFO of record slots. */
export class RecordRing {
  size = 0;
  private slots = new Int32Array(16);
  private head = 0;

  push(record: number): void {
    if (this.size === this.slots.length) {
      const wide = new Int32Array(this.size * 2);
      for (let i = 0; i < this.size; i++) {
        wide[i] = this.slots[(this.head + i) & (this.size - 1)] as number;
      }
      this.slots = wide;
      this.head = 0;
    }
    this.slots[(this.head + this.size) & (this.slots.length - 1)] = record;
    this.size++;
  }

  /** Oldest record; only call when there is one. */
  shift(): number {
    const record = this.slots[this.head] as number;
    this.head = (this.head + 1) & (this.slots.length - 1);
    this.size--;
    return record;
  }

  peek(): number {
    return this.slots[this.head] as number;
  }
}
