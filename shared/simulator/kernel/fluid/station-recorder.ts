import { Histogram } from '../histogram.ts';
import type { StationResult, Totals } from '../run.ts';
import { type BucketClock, SeriesGroup } from '../series.ts';
import { getMeanSeconds, getServiceQuantile } from '../service-time.ts';
import type { StationSpec } from '../station.ts';
import type { FluidStation } from './fluid-station.ts';
import type { Ledger } from './ledger.ts';
import {
  AGE,
  ARRIVAL,
  BACKLOG,
  countQuantities,
  LOSS,
  nameSeries,
  THROTTLED,
  THROUGHPUT,
  UNITS,
  UTILIZATION,
} from './station-series.ts';

type Counts = Omit<Totals, 'backlog' | 'inFlight'>;

/** Follows one station through the run: series, totals after warm-up, trace. */
export class StationRecorder {
  private readonly station: FluidStation;
  private readonly series: SeriesGroup;
  private arrived = 0;
  private departed = 0;
  private throttled = 0;
  private lost = 0;
  private backlog = 0;
  private age = 0;
  private startCounts: Counts | undefined;
  private startBytes: Counts | undefined;
  private startBatches = 0;
  private startAttempts = 0;
  private startBusy = 0;

  constructor(station: FluidStation, clock: BucketClock) {
    this.station = station;
    this.series = new SeriesGroup(clock, countQuantities(station));
  }

  /** Books the step that has just been made. */
  record(end: number, dt: number, nominal: number): void {
    const { station } = this;
    const { ledger } = station;
    if (station.quiet) {
      this.recordQuiet(1 / dt);
      return;
    }
    const lost = ledger.dropped + ledger.expired;
    const { series } = this;
    const pace = 1 / dt;
    series.startStep();
    series.addEven(ARRIVAL, (ledger.arrived - this.arrived) * pace);
    series.addEven(THROUGHPUT, (ledger.departed - this.departed) * pace);
    series.addEven(THROTTLED, (ledger.throttled - this.throttled) * pace);
    series.addEven(LOSS, (lost - this.lost) * pace);
    const backlog = station.backlog;
    this.addLine(BACKLOG, this.backlog, backlog, dt / nominal);
    series.add(UTILIZATION, station.utilization, station.peakUtilization);
    const oldest = backlog > 0 ? station.oldest : end;
    const age = oldest < end ? end - oldest : 0;
    this.addLine(AGE, this.age, age, dt / nominal);
    this.backlog = backlog;
    this.age = age;
    if (station.scaler !== undefined) {
      series.add(UNITS, station.scaler.units, station.scaler.units);
    }
    this.arrived = ledger.arrived;
    this.departed = ledger.departed;
    this.throttled = ledger.throttled;
    this.lost = lost;
  }

  /** A quantity that ran in a line over so many nominal steps, at the end of each of which it counts. */
  private addLine(quantity: number, from: number, to: number, steps: number): void {
    if (steps <= 1) {
      this.series.add(quantity, to, to);
      return;
    }
    const first = from + (to - from) / steps;
    this.series.add(quantity, (first + to) / 2, Math.max(first, to), Math.min(first, to));
  }

  /** Books a step in which everything passed at once. */
  recordShort(records: number, dt: number): void {
    const { series, station } = this;
    const pace = 1 / dt;
    series.startStep();
    series.addEven(ARRIVAL, records * pace);
    series.addEven(THROUGHPUT, station.outRecords * pace);
    series.add(UTILIZATION, station.utilization, station.peakUtilization);
    series.addZero(THROTTLED);
    series.addZero(LOSS);
    series.addZero(BACKLOG);
    series.addZero(AGE);
    this.backlog = 0;
    this.age = 0;
    this.arrived = station.ledger.arrived;
    this.departed = station.ledger.departed;
  }

  /** Nothing waited, was refused or lost: what came in went out. */
  private recordQuiet(pace: number): void {
    const { series, station } = this;
    const { ledger } = station;
    series.startStep();
    series.addEven(ARRIVAL, (ledger.arrived - this.arrived) * pace);
    series.addEven(THROUGHPUT, (ledger.departed - this.departed) * pace);
    series.add(UTILIZATION, station.utilization, station.peakUtilization);
    this.backlog = 0;
    this.age = 0;
    series.addZero(THROTTLED);
    series.addZero(LOSS);
    series.addZero(BACKLOG);
    series.addZero(AGE);
    this.arrived = ledger.arrived;
    this.departed = ledger.departed;
  }

  /** Adds a point to the trace, also for a step of no width. */
  trace(end: number): void {
    const { station } = this;
    const { recorder, ledger } = station;
    if (recorder === undefined) {
      return;
    }
    const { trace } = recorder;
    recorder.addPoint(trace.arrivals, end, ledger.arrived);
    recorder.addPoint(trace.departures, end, ledger.attempts);
    recorder.addPoint(trace.expired, end, ledger.expired);
    recorder.addPoint(trace.refused, end, ledger.throttled);
    recorder.addPoint(trace.deadLettered, end, ledger.deadLettered);
    recorder.addPoint(trace.backlog, end, station.backlog);
    recorder.addPoint(trace.inFlight, end, station.inFlight);
    recorder.addPoint(trace.units, end, station.scaler?.units ?? 1);
  }

  /** From here on totals and percentiles count. */
  endWarmUp(): void {
    const { ledger } = this.station;
    this.startCounts = getCounts(ledger);
    this.startBytes = getByteCounts(ledger);
    this.startBatches = ledger.batches;
    this.startAttempts = ledger.attempts;
    this.startBusy = this.station.busySeconds;
    this.station.clearTimes();
  }

  getResult(): StationResult {
    const { station } = this;
    const { ledger, spec } = station;
    const waiting = combine(combine(station.retryWaits, station.waits), station.after.waits);
    const totals = subtract(getCounts(ledger), this.startCounts);
    // What lanes hand straight on never enters a queue: it waited 0 s.
    const gone = totals.dropped + totals.expired + totals.deadLettered + station.backlog + station.inFlight;
    const straight = totals.arrived - gone - waiting.mass;
    if (straight > 0) waiting.addZero(straight);
    const sojourn = addService(waiting, spec, station.fixedSeconds);
    const limit = ledger.getBindingLimit();
    return {
      ...nameSeries(station, this.series),
      owner: spec.owner,
      label: spec.label,
      totals: {
        ...totals,
        backlog: station.backlog,
        inFlight: station.inFlight,
      },
      totalBytes: {
        ...subtract(getByteCounts(ledger), this.startBytes),
        backlog: station.backlogBytes,
        inFlight: station.inFlightBytes,
      },
      sojourn: sojourn.getDistribution(),
      waiting: waiting.getDistribution(),
      batches: ledger.batches - this.startBatches,
      attempts: ledger.attempts - this.startAttempts,
      busySeconds: station.busySeconds - this.startBusy,
      little: station.getLittle(),
      ...(limit === undefined ? {} : { bindingLimit: limit }),
    };
  }
}

function getCounts(ledger: Ledger): Counts {
  const { arrived, departed, throttled, dropped, expired, deadLettered } = ledger;
  return { arrived, departed, throttled, dropped, expired, deadLettered };
}

function getByteCounts(ledger: Ledger): Counts {
  return {
    arrived: ledger.arrivedBytes,
    departed: ledger.departedBytes,
    throttled: ledger.throttledBytes,
    dropped: ledger.droppedBytes,
    expired: ledger.expiredBytes,
    deadLettered: ledger.deadLetteredBytes,
  };
}

function subtract(counts: Counts, start: Counts | undefined): Counts {
  if (start === undefined) {
    return counts;
  }
  return {
    arrived: counts.arrived - start.arrived,
    departed: counts.departed - start.departed,
    throttled: counts.throttled - start.throttled,
    dropped: counts.dropped - start.dropped,
    expired: counts.expired - start.expired,
    deadLettered: counts.deadLettered - start.deadLettered,
  };
}

/** Distribution of the sum of two independent times; exact when one of them is always zero. */
function combine(first: Histogram, second: Histogram): Histogram {
  if (second.isZero || second.mass === 0) {
    return first;
  }
  if (first.isZero || first.mass === 0) {
    return second;
  }
  const sum = new Histogram(first.subBits);
  const parts = getQuantiles(first, 32);
  for (const seconds of parts) {
    sum.merge(second, seconds, 1 / parts.length);
  }
  return sum;
}

/** Means of equal parts of the mass, in order. */
function getQuantiles(histogram: Histogram, count: number): number[] {
  return Array.from({ length: count }, (_, i) => histogram.getPercentile((i + 0.5) / count));
}

/** Borders of the parts a service time is cut into: finer towards the rare long ones. */
const PART_BORDERS = [
  ...Array.from({ length: 36 }, (_, i) => (0.9 * i) / 36),
  ...Array.from({ length: 12 }, (_, i) => 0.9 + (0.09 * i) / 12),
  ...Array.from({ length: 8 }, (_, i) => 0.99 + (0.009 * i) / 8),
  ...Array.from({ length: 8 }, (_, i) => 0.999 + (0.001 * i) / 8),
  1,
];

/** Waiting plus service and delay: a shift, or the sum with a random service time. */
function addService(waiting: Histogram, spec: StationSpec, fixedSeconds: number): Histogram {
  if (fixedSeconds === 0) {
    return waiting;
  }
  const sojourn = new Histogram(waiting.subBits);
  const service = spec.service;
  const time = service?.kind === 'servers' || service?.kind === 'unlimited' ? service.time : undefined;
  if (time === undefined || time.distribution === 'deterministic') {
    sojourn.merge(waiting, fixedSeconds);
    return sojourn;
  }
  const parts = PART_BORDERS.slice(1).map((border, i) => {
    const from = PART_BORDERS[i] as number;
    return { share: border - from, seconds: getServiceQuantile(time, (from + border) / 2) };
  });
  const mean = parts.reduce((sum, part) => sum + part.share * part.seconds, 0);
  // The middles of the parts miss the mean by a little; the scale puts it right.
  const scale = mean > 0 ? getMeanSeconds(time) / mean : 1;
  const rest = fixedSeconds - getMeanSeconds(time);
  for (const { share, seconds } of parts) {
    sojourn.merge(waiting, rest + seconds * scale, share);
  }
  return sojourn;
}
