import type { Quantum } from '../quantum.ts';

/** The current step and the two quanta, shared by everything in one fluid run. */
export interface FluidClock {
  start: number;
  end: number;
  /** end − start; 0 for the instant of a burst. */
  dt: number;
  /** Serial number of the step, for draws. */
  step: number;
  /** Nominal step: times below it are carried as statistics, not as held mass. */
  nominal: number;
  /** Steps of the whole run, about. */
  steps: number;
  records: Quantum;
  bytes: Quantum;
}

/** Largest exact record mass not above the value. */
export function floorRecords(clock: FluidClock, value: number): number {
  return Math.floor(value * clock.records.scale) * clock.records.size;
}

/** Largest exact byte mass not above the value. */
export function floorBytes(clock: FluidClock, value: number): number {
  return Math.floor(value * clock.bytes.scale) * clock.bytes.size;
}

/** Bytes that go with `part` of `records`; all of them when the part is the whole. */
export function partOfBytes(clock: FluidClock, part: number, records: number, bytes: number): number {
  return part >= records ? bytes : floorBytes(clock, (bytes * part) / records);
}
