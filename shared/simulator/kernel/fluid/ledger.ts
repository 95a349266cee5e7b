/** What one station has done so far: exact masses by fate, and which limit held it back. */
export class Ledger {
  arrived = 0;
  arrivedBytes = 0;
  departed = 0;
  departedBytes = 0;
  throttled = 0;
  throttledBytes = 0;
  dropped = 0;
  droppedBytes = 0;
  expired = 0;
  expiredBytes = 0;
  /** Dead letters that left by a dead-letter link or, without one, ended here. */
  deadLettered = 0;
  deadLetteredBytes = 0;
  attempts = 0;
  batches = 0;
  /** Net mass made by the transform (negative when it removes). */
  made = 0;
  madeBytes = 0;
  /** Dead letters of the current step, taken away by the network. */
  deadRecords = 0;
  deadBytes = 0;
  private readonly bound = new Map<string, number>();

  /** Mass that came in and went out in the same step. */
  pass(records: number, bytes: number): void {
    this.arrived += records;
    this.arrivedBytes += bytes;
    this.attempts += records;
    this.departed += records;
    this.departedBytes += bytes;
  }

  giveUp(fate: 'drop' | 'dead-letter', records: number, bytes: number): void {
    if (fate === 'drop') {
      this.dropped += records;
      this.droppedBytes += bytes;
    } else {
      this.deadLettered += records;
      this.deadLetteredBytes += bytes;
      this.deadRecords += records;
      this.deadBytes += bytes;
    }
  }

  /** The named limit held the station back for this long. */
  bind(label: string, seconds: number): void {
    this.bound.set(label, (this.bound.get(label) ?? 0) + seconds);
  }

  /** Limit that held the station back longest; undefined when none did. */
  getBindingLimit(): string | undefined {
    let best: string | undefined;
    let longest = 0;
    for (const [label, seconds] of [...this.bound].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (seconds > longest) {
        best = label;
        longest = seconds;
      }
    }
    return best;
  }
}
