import { Histogram } from '../histogram.ts';
import type { Series, StationResult } from '../run.ts';
import type { StationSpec } from '../station.ts';

const FINE = 8;

/** What an exact run can tell of a station beyond the common result. */
export interface StationProbe {
  waits: Histogram;
  sojourns: Histogram;
  /** Counted records that waited at all. */
  waited: number;
  /** Counted records that came, and those refused for good. */
  offered: number;
  refused: number;
  /** Counted attempts, and records given up after the last of them. */
  attempts: number;
  exhausted: number;
  batches: number;
  batchRecords: number;
  timeoutBatches: number;
  /** Seconds with n records in the station, by n. */
  occupancy: Float64Array;
  /** Sums over counted records near the size asked for: service time alone, and sojourn. */
  sizeNear: number;
  sojournNear: number;
  /** Integral of records in the station over time, and sum of all sojourns, warm-up included. */
  area: number;
  sojournSum: number;
}

interface Bucketed {
  arrived: Float64Array;
  departed: Float64Array;
  refused: Float64Array;
  lost: Float64Array;
  present: Float64Array;
  busy: Float64Array;
}

/** Counts of one station in an exact run: by record, by time in state, and in buckets over time. */
export class StationMeter {
  readonly spec: StationSpec;
  readonly probe: StationProbe = {
    waits: new Histogram(FINE),
    sojourns: new Histogram(FINE),
    waited: 0,
    offered: 0,
    refused: 0,
    attempts: 0,
    exhausted: 0,
    batches: 0,
    batchRecords: 0,
    timeoutBatches: 0,
    occupancy: new Float64Array(64),
    sizeNear: 0,
    sojournNear: 0,
    area: 0,
    sojournSum: 0,
  };
  present = 0;
  arrived = 0;
  departed = 0;
  dropped = 0;
  deadLettered = 0;
  /** Seconds before which time in state does not count. */
  countFrom = 0;
  private readonly servers: number;
  private readonly bucketSeconds: number;
  private readonly buckets: Bucketed;
  private bucket = 0;
  private bucketEnd: number;
  private last = 0;
  /** The open bucket: counts, and integrals of records present and in service. */
  private openArrived = 0;
  private openDeparted = 0;
  private openPresent = 0;
  private openBusy = 0;

  constructor(spec: StationSpec, durationSeconds: number, bucketSeconds: number) {
    this.spec = spec;
    const service = spec.service;
    const lanes = spec.lanes ?? 1;
    this.servers = service?.kind === 'servers' ? service.servers * lanes : Number.POSITIVE_INFINITY;
    this.bucketSeconds = bucketSeconds;
    const count = Math.max(1, Math.ceil(durationSeconds / bucketSeconds - 1e-9));
    const column = (): Float64Array => new Float64Array(count);
    this.buckets = {
      arrived: column(),
      departed: column(),
      refused: column(),
      lost: column(),
      present: column(),
      busy: column(),
    };
    this.bucketEnd = count > 1 ? bucketSeconds : Number.POSITIVE_INFINITY;
  }

  arrive(now: number, counted: number): void {
    this.advance(now);
    this.arrived++;
    this.present++;
    this.probe.offered += counted;
    this.openArrived++;
  }

  depart(now: number, counted: number, waited: number, sojourn: number): void {
    this.advance(now);
    this.departed++;
    this.present--;
    this.probe.sojournSum += sojourn;
    this.openDeparted++;
    if (counted === 1) {
      this.probe.waits.addPoint(waited, 1);
      this.probe.sojourns.addPoint(sojourn, 1);
      if (waited > 0) {
        this.probe.waited++;
      }
    }
  }

  /** A record leaves for good without having been served to the end. */
  lose(now: number, counted: number, fate: 'drop' | 'dead-letter', refused: boolean, sojourn: number): void {
    this.advance(now);
    this.present--;
    this.probe.sojournSum += sojourn;
    if (fate === 'drop') {
      this.dropped++;
      this.bump(this.buckets.lost);
    } else {
      this.deadLettered++;
    }
    if (refused) {
      this.probe.refused += counted;
      this.bump(this.buckets.refused);
    }
  }

  /** Brings the integrals over time up to `now`. */
  advance(now: number): void {
    const { last } = this;
    if (now <= last) {
      return;
    }
    const n = this.present;
    if (now > this.countFrom) {
      const { probe } = this;
      if (n >= probe.occupancy.length) {
        this.widenOccupancy(n);
      }
      const span = last >= this.countFrom ? now - last : now - this.countFrom;
      probe.occupancy[n] = (probe.occupancy[n] as number) + span;
    }
    if (now > this.bucketEnd) {
      this.closeBuckets(now, n);
    }
    this.add(now - this.last, n);
    this.last = now;
  }

  /** Fills the buckets that end before `now`. */
  private closeBuckets(now: number, n: number): void {
    while (now > this.bucketEnd) {
      this.add(this.bucketEnd - this.last, n);
      this.last = this.bucketEnd;
      this.closeBucket();
      this.bucket++;
      const isLast = this.bucket + 1 === this.buckets.present.length;
      this.bucketEnd = isLast ? Number.POSITIVE_INFINITY : (this.bucket + 1) * this.bucketSeconds;
    }
  }

  private closeBucket(): void {
    const { buckets, bucket } = this;
    buckets.arrived[bucket] = this.openArrived;
    buckets.departed[bucket] = this.openDeparted;
    buckets.present[bucket] = this.openPresent;
    buckets.busy[bucket] = this.openBusy;
    this.openArrived = 0;
    this.openDeparted = 0;
    this.openPresent = 0;
    this.openBusy = 0;
  }

  getResult(now: number): StationResult {
    this.advance(now);
    this.closeBucket();
    const { spec, probe, buckets } = this;
    const width = this.bucketSeconds;
    const rate = (counts: Float64Array): Series => this.getSeries(counts.map((count) => count / width));
    const present = buckets.present.map((area) => area / width);
    const busy = buckets.busy.map((area) => area / width);
    const waiting = present.map((value, i) => Math.max(0, value - (busy[i] as number)));
    const finite = Number.isFinite(this.servers);
    return {
      id: spec.id,
      owner: spec.owner,
      label: spec.label,
      arrivalRate: rate(buckets.arrived),
      throughput: rate(buckets.departed),
      throttledRate: rate(buckets.refused),
      lossRate: rate(buckets.lost),
      backlog: this.getSeries(waiting),
      utilization: this.getSeries(busy.map((value) => (finite ? value / this.servers : 0))),
      ageSeconds: this.getSeries(new Float64Array(present.length)),
      totals: {
        arrived: this.arrived,
        departed: this.departed,
        throttled: probe.refused,
        dropped: this.dropped,
        expired: 0,
        deadLettered: this.deadLettered,
        backlog: finite ? Math.max(0, this.present - this.servers) : 0,
        inFlight: finite ? Math.min(this.present, this.servers) : this.present,
      },
      totalBytes: {
        arrived: 0,
        departed: 0,
        throttled: 0,
        dropped: 0,
        expired: 0,
        deadLettered: 0,
        backlog: 0,
        inFlight: 0,
      },
      sojourn: probe.sojourns.getDistribution(),
      waiting: probe.waits.getDistribution(),
      batches: probe.batches,
      attempts: probe.attempts,
      busySeconds: finite ? buckets.busy.reduce((sum, area) => sum + area, 0) : 0,
      little: { recordSeconds: probe.area, delaySeconds: probe.sojournSum },
    };
  }

  private getSeries(mean: Float64Array): Series {
    return { bucketSeconds: this.bucketSeconds, mean, min: mean, max: mean };
  }

  private bump(column: Float64Array): void {
    column[this.bucket] = (column[this.bucket] as number) + 1;
  }

  private add(span: number, n: number): void {
    const area = n * span;
    this.probe.area += area;
    this.openPresent += area;
    this.openBusy += n <= this.servers ? area : this.servers * span;
  }

  private widenOccupancy(n: number): void {
    const wide = new Float64Array(2 ** Math.ceil(Math.log2(n + 2)));
    wide.set(this.probe.occupancy);
    this.probe.occupancy = wide;
  }
}
