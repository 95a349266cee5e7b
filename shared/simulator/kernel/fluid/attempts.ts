import type { Failure } from '../station.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import type { Ledger } from './ledger.ts';

/** Failing attempts: the last allowed is given up, the others come back after their back-off. */
export class Attempts {
  readonly line: CohortQueue;
  /** What the last `split` let through. */
  passedRecords = 0;
  passedBytes = 0;
  private readonly failure: Failure;
  private readonly exhaustedShare: number;

  constructor(failure: Failure, clock: FluidClock) {
    this.failure = failure;
    this.line = new CohortQueue(clock.bytes);
    this.exhaustedShare = getExhaustedShare(failure.probability, failure.maxAttempts);
  }

  split(clock: FluidClock, from: number, to: number, records: number, bytes: number, ledger: Ledger): void {
    const failed = floorRecords(clock, records * this.failure.probability);
    const failedBytes = partOfBytes(clock, failed, records, bytes);
    const exhausted = floorRecords(clock, failed * this.exhaustedShare);
    const exhaustedBytes = partOfBytes(clock, exhausted, failed, failedBytes);
    ledger.giveUp(this.failure.onExhausted, exhausted, exhaustedBytes);
    if (failed > exhausted) {
      const back = this.failure.backoffSeconds;
      // Back at the next step at the earliest.
      const first = Math.max(clock.end, from + back);
      const last = Math.max(clock.end, to + back);
      this.line.push(first, last, failed - exhausted, failedBytes - exhaustedBytes);
    }
    this.passedRecords = records - failed;
    this.passedBytes = bytes - failedBytes;
  }

  /** Takes out what comes back in this step; its bytes are in `line.poppedBytes`. */
  takeDue(clock: FluidClock): number {
    if (this.line.records === 0) {
      return 0;
    }
    const due = this.line.getDue(clock.end, clock.records);
    if (due > 0) {
      this.line.pop(due, clock.end, clock.end, undefined);
    }
    return due;
  }
}

/**
 * Share of failing attempts that were the last allowed: of a steady flow with independent failures,
 * λp^n are given up among λ(1 − p^n)·p/(1 − p) failures.
 */
export function getExhaustedShare(probability: number, maxAttempts: number): number {
  if (maxAttempts <= 1) {
    return 1;
  }
  if (probability >= 1) {
    return 1 / maxAttempts;
  }
  const last = probability ** (maxAttempts - 1);
  return (last * (1 - probability)) / (1 - last * probability);
}
