/** Inputs and outputs of a kernel run; shared by the fluid engine and the exact engine. */

import type { StationTrace } from './trace.ts';

export interface RunOptions {
  durationSeconds: number;
  /** Results before this time count in series but not in totals and percentiles. */
  warmUpSeconds?: number;
  seed: number;
  /** Fixed step; absent lets the engine choose and state it. */
  stepSeconds?: number;
  /** Width of the buckets of the result series; absent: duration / 1,440, at least one step. */
  bucketSeconds?: number;
  /** Stations whose full cumulative curves and delays the result carries; memory grows with the steps. */
  trace?: readonly string[];
  /** A stretch of which the result also carries every step; fluid engine only. */
  window?: Window;
}

/** A stretch of a run. */
export interface Window {
  fromSeconds: number;
  toSeconds: number;
}

/** How a caller follows and stops a run. Called at most every few milliseconds of work. */
export interface RunControl {
  /** `fraction` in 0–1. Return false to cancel. */
  onProgress(fraction: number, simulatedSeconds: number): boolean;
}

/** Min, mean and max of a quantity in buckets of equal width. Equal arrays may be one and the same: do not write. */
export interface Series {
  bucketSeconds: number;
  mean: Float64Array;
  min: Float64Array;
  max: Float64Array;
}

/** Mass-weighted distribution of a time in seconds. NaN never appears; empty means count 0. */
export interface Distribution {
  count: number;
  mean: number;
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  p999: number;
  max: number;
}

/** Records (or bytes) by fate, whole run. */
export interface Totals {
  arrived: number;
  departed: number;
  /** Attempts refused by a limit; a retried record may count several times. */
  throttled: number;
  dropped: number;
  expired: number;
  deadLettered: number;
  /** At the end of the run: waiting, and being served or delayed. */
  backlog: number;
  inFlight: number;
}

export interface StationResult {
  id: string;
  owner: string;
  label: string;
  arrivalRate: Series;
  throughput: Series;
  /** Refused attempts per second. */
  throttledRate: Series;
  /** Dropped plus expired per second. */
  lossRate: Series;
  backlog: Series;
  /** Served over capacity, 0–1; the fullest lane in `max`. */
  utilization: Series;
  /** Age of the oldest record waiting (iterator age). */
  ageSeconds: Series;
  /** Capacity units over time when the station scales. */
  units?: Series;
  totals: Totals;
  totalBytes: Totals;
  /** Waiting plus service plus delay in this station. */
  sojourn: Distribution;
  waiting: Distribution;
  /** Batches or runs completed. */
  batches: number;
  /** Records that went through service, repeated attempts included. */
  attempts: number;
  /** Seconds of work of all servers together, or of all runs of a job; 0 where neither exists. */
  busySeconds: number;
  /**
   * Little's law as a check of the run: the integral of records held over time, and the sum of the
   * times they were held. Equal when the station ends empty. Fluid engine: queue, retries and buffer;
   * exact engine: the whole station.
   */
  little: { recordSeconds: number; delaySeconds: number };
  /** Label of the limit that bound the station most of the time it was busy, if any. */
  bindingLimit?: string;
}

/** The series of one station. */
export type StationSeries = Pick<
  StationResult,
  | 'id'
  | 'arrivalRate'
  | 'throughput'
  | 'throttledRate'
  | 'lossRate'
  | 'backlog'
  | 'utilization'
  | 'ageSeconds'
  | 'units'
>;

/** A window in buckets of one step; its ends are those of the steps that hold what was asked for. */
export interface WindowResult extends Window {
  stations: StationSeries[];
}

export interface LinkResult {
  id: string;
  owner: string;
  rate: Series;
  bytesRate: Series;
  records: number;
  bytes: number;
}

/** Records by time, as parallel arrays: `records[i]` took between `seconds[i - 1]` and `seconds[i]`. */
export interface TimeCounts {
  seconds: Float64Array;
  records: Float64Array;
}

export interface SinkLatency {
  /** Source and last station. */
  from: string;
  to: string;
  latency: Distribution;
  /** The whole distribution, for shares above a time; only times that occurred. */
  counts: TimeCounts;
}

export interface RunResult {
  durationSeconds: number;
  stepSeconds: number;
  seed: number;
  stations: StationResult[];
  links: LinkResult[];
  endToEnd: SinkLatency[];
  /**
   * in − out − backlog − in flight − dropped − expired − dead-lettered; exactly 0. What copies and
   * selectivities add or remove is booked where it happens, as part of `in`.
   */
  massResidual: number;
  cancelled: boolean;
  /** How the numbers were made: step, cut feedback edges, error bounds. */
  notes: string[];
  /** For the stations asked for in the options. */
  traces?: StationTrace[];
  /** For the window asked for in the options. */
  window?: WindowResult;
}
