/**
 * What the kernel is given. A network is a list of stations and links; a station is one stage of
 * a node. Nothing here knows AWS. Times are seconds, rates per second, sizes bytes.
 *
 * The stages of one station act in this order on what arrives:
 * admission (token buckets) → queue (FIFO, bounded by size and age) → service (capacity) →
 * batch (size-or-time) → job (periodic) → delay → output (copies or shares to the links).
 */

/** What happens to records a limit refuses. `retry`: the sender keeps them and tries again. */
export type Refusal = 'retry' | 'drop' | 'dead-letter';

/** A token bucket in front of the queue, per lane or for the whole station. */
export interface Admission {
  /** Shown in explanations: `Shard write limit`. */
  label: string;
  recordsPerSecond?: number;
  bytesPerSecond?: number;
  /** Depth of the bucket in seconds of its rate; 1 where nothing is published. */
  burstSeconds?: number;
  /** Share of the bucket that is full at the start, 0–1; 1 by default. */
  initialFill?: number;
  scope: 'lane' | 'station';
  onRefuse: Refusal;
  /** With `retry`: refused records are given up after this many seconds; absent means never. */
  retryForSeconds?: number;
}

export interface Queue {
  /** Most records waiting, in all lanes together; absent means unbounded. */
  maxRecords?: number;
  maxBytes?: number;
  /** Oldest records leave unread after this long (retention). */
  retentionSeconds?: number;
  /** `block`: the stage before keeps what does not fit (back-pressure). */
  onFull: 'block' | 'drop' | 'dead-letter';
  onExpire?: 'drop' | 'dead-letter';
}

export type ServiceTime =
  | { distribution: 'deterministic'; meanSeconds: number }
  | { distribution: 'exponential'; meanSeconds: number }
  | { distribution: 'lognormal'; meanSeconds: number; coefficientOfVariation: number }
  /** Exponential with a mean drawn by lot; probabilities sum to 1. */
  | { distribution: 'hyperexponential'; branches: readonly { probability: number; meanSeconds: number }[] }
  /** `firstSeconds` with the probability, else `secondSeconds`. */
  | { distribution: 'two-point'; probability: number; firstSeconds: number; secondSeconds: number };

export type Service =
  | {
      /** Fluid capacity per lane; the smaller of the two applies. */
      kind: 'rate';
      label: string;
      recordsPerSecond?: number;
      bytesPerSecond?: number;
    }
  | {
      /** `servers` per lane, each taking `batchRecords` records for one service time. */
      kind: 'servers';
      label: string;
      servers: number;
      time: ServiceTime;
      batchRecords?: number;
      /** Extra seconds per byte of the batch. */
      secondsPerByte?: number;
      /** `reject`: nothing waits, a busy station refuses (Erlang loss). */
      whenBusy?: 'queue' | 'reject';
      /** What `reject` does with a refused record; `drop` by default. */
      onReject?: 'drop' | 'dead-letter';
      /** A free server waits until this many records are there (bulk service); 1 by default. */
      minBatchRecords?: number;
    }
  /** Room for everything at once; each record stays `time` (0 by default). */
  | { kind: 'unlimited'; time?: ServiceTime }
  /**
   * Everything present is served at once and shares the capacity equally (processor sharing). `time`
   * is what a record takes alone; without it a record takes its size over `bytesPerSecond`.
   * `maxBytesPerSecond` caps one record's share (max-min fair).
   */
  | {
      kind: 'sharing';
      label: string;
      time?: ServiceTime;
      bytesPerSecond?: number;
      maxBytesPerSecond?: number;
    }
  /** Each record runs all branches side by side and leaves when the last one ends. */
  | { kind: 'parallel'; label: string; branches: readonly ServiceTime[] }
  /** Each record runs `items` tasks, at most `concurrency` at a time, and leaves when the last one ends. */
  | { kind: 'map'; label: string; items: number; concurrency: number; time: ServiceTime };

export interface Batch {
  label: string;
  maxRecords?: number;
  maxBytes?: number;
  maxSeconds: number;
  scope: 'lane' | 'station';
  /** When the clock of `maxSeconds` starts. */
  timer: 'first-record' | 'last-flush';
}

/** Work done in runs: everything waiting at the start of a run is processed by it. */
export interface Job {
  label: string;
  /** Seconds between starts; 0 starts a run as soon as there is input and a free slot. */
  periodSeconds: number;
  /** First start. */
  offsetSeconds: number;
  startupSeconds: number;
  recordsPerSecond?: number;
  bytesPerSecond?: number;
  /** Fixed part of the run besides start-up. */
  fixedSeconds?: number;
  /** Runs at the same time. */
  slots: number;
  /** Longest run; the rest waits for the next one. */
  timeoutSeconds?: number;
}

export interface Failure {
  label: string;
  /** Of each attempt, independent, 0–1. */
  probability: number;
  maxAttempts: number;
  backoffSeconds: number;
  onExhausted: 'drop' | 'dead-letter';
}

/** Capacity that follows load: lanes, servers or rate times `units`. */
export interface Scaling {
  label: string;
  initialUnits: number;
  minUnits: number;
  maxUnits: number;
  /** Units are multiplied (`double`), or added, when the metric passes `upAbove`. */
  step: { kind: 'multiply'; factor: number } | { kind: 'add'; units: number } | { kind: 'target' };
  metric: 'utilization' | 'backlog-per-unit' | 'arrival-per-capacity';
  /** `period` (default): mean since the last evaluation; `instant`: value at the evaluation. */
  observe?: 'period' | 'instant';
  upAbove: number;
  downBelow?: number;
  evaluateEverySeconds: number;
  /** First evaluation; `evaluateEverySeconds` by default. */
  firstEvaluationSeconds?: number;
  /** The metric must hold for this many evaluations. */
  upEvaluations: number;
  downEvaluations: number;
  cooldownSeconds: number;
  /** Until new units serve. */
  warmUpSeconds: number;
  /** Whole station serves nothing for this long at each change (restart). */
  restartSeconds?: number;
}

/** Capacity of one lane shared by several stations, max-min fair, every step. */
export interface SharedCapacity {
  /** Stations with the same group share. */
  group: string;
  label: string;
  recordsPerSecond?: number;
  bytesPerSecond?: number;
  scope: 'lane' | 'station';
}

/** Change from what enters a station to what leaves it. */
export interface Transform {
  /** Records out per record in (selectivity). */
  recordsPerRecord?: number;
  /** Bytes out per byte in (compression, conversion). */
  bytesPerByte?: number;
  /** Bytes of each record out, whatever came in; stands in for `bytesPerByte`. */
  outputBytes?: number;
}

export interface StationSpec {
  /** Unique in the network. */
  id: string;
  /** Node or edge of the design the station belongs to. */
  owner: string;
  /** Shown in results: `shards`, `delivery buffer`. */
  label: string;
  /** Parallel partitions with limits of their own; 1 by default. */
  lanes?: number;
  /** What lanes are called in explanations: `shards`. */
  laneName?: string;
  /** Share of the arrivals each lane gets, summing to 1; equal by default. */
  laneShares?: readonly number[];
  admission?: readonly Admission[];
  queue?: Queue;
  service?: Service;
  shared?: readonly SharedCapacity[];
  batch?: Batch;
  job?: Job;
  failure?: Failure;
  scaling?: Scaling;
  /** Added to every record after service. */
  delaySeconds?: number;
  transform?: Transform;
  /** `copy`: every link gets all; `split`: links share by weight. */
  fanOut?: 'copy' | 'split';
  /** Waits until this many copies of a record (made by `fanOut: copy` upstream) have come, then lets one on. */
  joinCopies?: number;
  /** Capacity factor over time: outages (0) and slow-downs (between 0 and 1). */
  outages?: readonly { fromSeconds: number; toSeconds: number; capacityFactor: number }[];
}

export interface SourceSpec {
  id: string;
  owner: string;
  label: string;
  /** Mean rate at time t, and whether counts are drawn around it. */
  arrivals: ArrivalSpec;
  /** Mean size. */
  recordSizeBytes: number;
  /** Sizes drawn record by record where the engine follows records, with `recordSizeBytes` as their mean. */
  sizes?: readonly { bytes: number; share: number }[];
  /** Age of the event a record tells of when the source emits it; part of freshness, not of delays. */
  eventAgeSeconds?: number;
}

/** Piecewise-linear rate over time; repeats after `repeatSeconds` when given. */
export interface ArrivalSpec {
  /** `[seconds, recordsPerSecond]`, times rising; the rate is linear between points, constant after the last. */
  points: readonly (readonly [number, number])[];
  repeatSeconds?: number;
  /** `steady`: exactly the rate; `poisson`: counts drawn per step. */
  randomness: 'steady' | 'poisson';
  /** `[seconds, records]` that arrive at one instant, times rising; never repeated. */
  bursts?: readonly (readonly [number, number])[];
}

export interface LinkSpec {
  id: string;
  /** Edge of the design; several links may belong to one. */
  owner: string;
  from: string;
  to: string;
  /** Share of the sender's output with `split`; 1 by default. */
  weight?: number;
  /** `dead-letter`: carries what the sender gave up on. */
  carries?: 'output' | 'dead-letter';
}

export interface NetworkSpec {
  sources: readonly SourceSpec[];
  stations: readonly StationSpec[];
  links: readonly LinkSpec[];
}
