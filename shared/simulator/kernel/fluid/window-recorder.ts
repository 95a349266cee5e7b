import type { StationSeries, Window } from '../run.ts';
import { BucketClock, SeriesGroup } from '../series.ts';
import type { FluidClock } from './clock.ts';
import type { FluidStation } from './fluid-station.ts';
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

/** The buckets of a window: one for each nominal step that lies in it, counted from the start of the run. */
export class WindowClock {
  readonly first: number;
  readonly buckets: BucketClock;

  constructor({ fromSeconds, toSeconds }: Window, nominal: number) {
    this.first = Math.floor(fromSeconds / nominal + 1e-9);
    const last = Math.ceil(toSeconds / nominal - 1e-9);
    this.buckets = new BucketClock((last - this.first) * nominal, nominal);
  }
}

/**
 * Follows one station through a window at the width of the nominal step. It only looks: the steps of
 * the run stay the same, and one that spans several nominal steps, because everything was even, is
 * laid out over them along the line it stands for.
 */
export class WindowRecorder {
  private readonly station: FluidStation;
  private readonly clock: WindowClock;
  private readonly series: SeriesGroup;
  private arrived = 0;
  private departed = 0;
  private throttled = 0;
  private lost = 0;
  private backlog = 0;
  private age = 0;

  constructor(station: FluidStation, clock: WindowClock) {
    this.station = station;
    this.clock = clock;
    this.series = new SeriesGroup(clock.buckets, countQuantities(station));
  }

  /** Books the part of the step just made that lies in the window. */
  record({ start, end, dt, nominal }: FluidClock): void {
    const { ledger, backlog, oldest } = this.station;
    const lost = ledger.dropped + ledger.expired;
    const age = backlog > 0 && oldest < end ? end - oldest : 0;
    const { first, buckets } = this.clock;
    const from = Math.max(0, Math.floor(start / nominal + 1e-9) - first);
    const to = Math.min(buckets.buckets, Math.ceil(end / nominal - 1e-9) - first);
    for (let bucket = from; bucket < to; bucket++) {
      const bucketStart = Math.max(start, (bucket + first) * nominal);
      const bucketEnd = Math.min(end, (bucket + first + 1) * nominal);
      buckets.bucket = bucket;
      buckets.width = bucketEnd - bucketStart;
      this.addStep(1 / dt, lost, (bucketEnd - start) / dt, age);
    }
    this.arrived = ledger.arrived;
    this.departed = ledger.departed;
    this.throttled = ledger.throttled;
    this.lost = lost;
    this.backlog = backlog;
    this.age = age;
  }

  getResult(): StationSeries {
    return nameSeries(this.station, this.series);
  }

  /** One nominal step, at the end of which `share` of the step made has gone by. */
  private addStep(pace: number, lost: number, share: number, age: number): void {
    const { series, station } = this;
    const { ledger } = station;
    series.startStep();
    series.addEven(ARRIVAL, (ledger.arrived - this.arrived) * pace);
    series.addEven(THROUGHPUT, (ledger.departed - this.departed) * pace);
    series.addEven(THROTTLED, (ledger.throttled - this.throttled) * pace);
    series.addEven(LOSS, (lost - this.lost) * pace);
    series.addEven(BACKLOG, getBetween(this.backlog, station.backlog, share));
    series.add(UTILIZATION, station.utilization, station.peakUtilization);
    series.addEven(AGE, getBetween(this.age, age, share));
    if (station.scaler !== undefined) {
      series.addEven(UNITS, station.scaler.units);
    }
  }
}

const getBetween = (from: number, to: number, share: number): number =>
  share >= 1 ? to : from + (to - from) * share;
