import type { RecordPool } from './record-pool.ts';

/** Copies made at forks: how many of each fork have come to the join, and the fork around it. */
export class Forks {
  private readonly arrived: number[] = [];
  private readonly outer: number[] = [];
  private readonly free: number[] = [];

  /** Opens a fork for a record; its copies carry the number returned. */
  open(records: RecordPool, record: number): number {
    const fork = this.free.pop() ?? this.arrived.length;
    this.arrived[fork] = 0;
    this.outer[fork] = records.group[record] as number;
    return fork;
  }

  /** Counts a copy at its join; true for the one that completes it, which goes on alone. */
  join(records: RecordPool, record: number, copies: number): boolean {
    const fork = records.group[record] as number;
    if (fork < 0) {
      return true;
    }
    const count = (this.arrived[fork] ?? 0) + 1;
    this.arrived[fork] = count;
    if (count < copies) {
      return false;
    }
    records.group[record] = this.outer[fork] ?? -1;
    this.free.push(fork);
    return true;
  }
}
