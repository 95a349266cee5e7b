import type { BucketClock, SeriesGroup } from '../series.ts';
import type { FluidClock } from './clock.ts';
import type { Cluster } from './clusters.ts';
import type { Flow } from './flow.ts';
import type { FluidStation } from './fluid-station.ts';
import {
  deliver,
  emitSource,
  type FluidLink,
  type FluidNetwork,
  type FluidSource,
  sendOutput,
} from './network.ts';
import { foresee } from './outlook.ts';
import { getLaneRoom, getRoom } from './room.ts';
import { grantShares } from './sharing.ts';
import { getCuts } from './step-plan.ts';
import type { StationRecorder } from './station-recorder.ts';
import type { Tracers } from './tracers.ts';
import type { WindowRecorder } from './window-recorder.ts';

const EPSILON = 1e-9;
/** A ramp counts as even while it stays within this share of what arrives in a nominal step. */
const RAMP_SLACK = 0.1;

/** What all clusters of a run write to. */
export interface RunBooks {
  network: FluidNetwork;
  clock: FluidClock;
  buckets: BucketClock;
  recorders: readonly StationRecorder[];
  /** Empty without a window. */
  windowRecorders: readonly WindowRecorder[];
  linkSeries: readonly SeriesGroup[];
  tracers: Tracers;
}

/** Takes one cluster through a block of time, in steps as long as everything in it stays even. */
export class ClusterRun {
  private readonly books: RunBooks;
  private readonly cluster: Cluster;
  private readonly stations: readonly FluidStation[];
  private readonly sources: readonly FluidSource[];
  private readonly flows: readonly Flow[];
  private readonly scaled: readonly FluidStation[];
  private readonly jobs: readonly FluidStation[];
  /** Instants at which a step must end. */
  private readonly cuts: readonly number[];
  private readonly holdable: readonly boolean[];
  private readonly outputs: readonly FluidLink[][];
  private readonly deadLetters: readonly FluidLink[][];
  private readonly linkOf: readonly FluidLink[];
  /** Nominal steps only: something leads back, or dead letters come at a rate nobody foresees. */
  private readonly goesFine: boolean;
  /** Some source draws its counts, step by step. */
  private readonly isDrawn: boolean;
  private cut = 0;
  /** Inflow per second of each station, as foreseen. */
  private readonly rates: Float64Array;
  private readonly byteRates: Float64Array;
  private counts = false;

  constructor(books: RunBooks, cluster: Cluster, durationSeconds: number) {
    const { network } = books;
    const pick = <T>(items: readonly T[]): T[] => cluster.stations.map((i) => items[i] as T);
    this.books = books;
    this.cluster = cluster;
    this.stations = pick(network.stations);
    this.holdable = pick(network.holdable);
    this.outputs = pick(network.outputs);
    this.deadLetters = pick(network.deadLetters);
    this.sources = cluster.sources.map((i) => network.sources[i] as FluidSource);
    this.flows = cluster.incoming.map((link) => link.flow as Flow);
    this.scaled = this.stations.filter((station) => station.scaler !== undefined);
    this.jobs = this.stations.filter((station) => station.after.job !== undefined);
    this.linkOf = cluster.links.map((i) => network.links[i] as FluidLink);
    this.cuts = getCuts(this.sources, this.stations, durationSeconds);
    this.goesFine =
      cluster.feedback.length > 0 ||
      this.deadLetters.some((links) => links.some((link) => this.stations.includes(link.target)));
    this.isDrawn = this.sources.some((source) => source.spec.arrivals.randomness === 'poisson');
    this.rates = new Float64Array(this.stations.length);
    this.byteRates = new Float64Array(this.stations.length);
  }

  /** Returns the number of steps of single stations made. */
  run(from: number, to: number, counts: boolean): number {
    this.counts = counts;
    let now = from;
    let steps = 0;
    while (now < to - EPSILON) {
      const end = this.getStepEnd(now, to);
      this.makeStep(now, end);
      now = end;
      steps++;
    }
    for (const flow of this.flows) {
      flow.clear();
    }
    return steps * (this.stations.length + this.sources.length);
  }

  private getStepEnd(now: number, blockEnd: number): number {
    const { nominal } = this.books.clock;
    let end = blockEnd;
    for (let i = 0; i < this.flows.length; i++) {
      const flow = this.flows[i] as Flow;
      if (flow.isBurst) {
        return now;
      }
      if (flow.end < end) {
        end = flow.end;
      }
    }
    for (let i = 0; i < this.sources.length; i++) {
      const source = this.sources[i] as FluidSource;
      const burst = source.spec.arrivals.bursts?.[source.nextBurst];
      if (burst !== undefined) {
        if (burst[0] <= now + EPSILON) {
          return now;
        }
        end = Math.min(end, Math.max(burst[0], now + EPSILON));
      }
    }
    const next = (Math.floor((now + EPSILON) / nominal) + 1) * nominal;
    end = this.cutShort(now, end);
    if (end <= next + EPSILON) {
      return end;
    }
    if (this.isDrawn) {
      return next;
    }
    const until = this.foresee(now);
    return until >= end ? end : Math.max(next, Math.floor(until / nominal + EPSILON) * nominal);
  }

  /** The end, or an instant before it at which a step must end. */
  private cutShort(now: number, end: number): number {
    const { cuts, books } = this;
    while (this.cut < cuts.length && (cuts[this.cut] as number) <= now + EPSILON) {
      this.cut++;
    }
    let result = this.cut < cuts.length ? getEarlier(now, end, cuts[this.cut] as number) : end;
    for (const station of this.scaled) {
      const { scaler } = station;
      scaler?.update(now, station.backlog);
      result = getEarlier(now, result, scaler?.getNextTime(books.clock.nominal) ?? result);
      result = getEarlier(now, result, scaler?.restartEnd ?? result);
    }
    for (const station of this.jobs) {
      result = getEarlier(now, result, station.after.job?.nextScheduled ?? result);
    }
    return result;
  }

  /** Until when everything in the cluster goes on as it does now. */
  private foresee(now: number): number {
    const { cluster, stations, rates, byteRates } = this;
    const { clock } = this.books;
    if (this.goesFine) {
      return now;
    }
    clock.start = now;
    let until = Number.POSITIVE_INFINITY;
    rates.fill(0);
    byteRates.fill(0);
    for (let i = 0; i < this.sources.length; i++) {
      const source = this.sources[i] as FluidSource;
      const rate = source.curve.getRate(now);
      if (source.pending.records > 0) {
        return now;
      }
      until = Math.min(until, source.curve.getEvenUntil(now, RAMP_SLACK * Math.max(1, rate * clock.nominal)));
      for (const link of source.outputs) {
        this.addRate(link, rate, rate * source.spec.recordSizeBytes);
      }
    }
    for (let i = 0; i < this.flows.length; i++) {
      const flow = this.flows[i] as Flow;
      this.addRate(cluster.incoming[i] as FluidLink, flow.rate, flow.byteRate);
    }
    for (let i = 0; i < stations.length; i++) {
      const station = stations[i] as FluidStation;
      foresee(station, rates[i] as number, byteRates[i] as number, clock);
      const { outlook } = station;
      until = Math.min(until, outlook.until);
      if (until <= now + clock.nominal) {
        return now;
      }
      for (const link of this.outputs[i] as FluidLink[]) {
        const share = station.spec.fanOut === 'split' ? link.share : 1;
        this.addRate(link, outlook.rate * share, outlook.byteRate * share);
      }
    }
    return cluster.groups.length > 0 && !this.isContent() ? now : until;
  }

  private addRate(link: FluidLink, rate: number, byteRate: number): void {
    const { place } = link;
    if (place >= 0 && this.stations[place] === link.target) {
      this.rates[place] = (this.rates[place] as number) + rate;
      this.byteRates[place] = (this.byteRates[place] as number) + byteRate;
    }
  }

  /** Members of shared limits ask for no more than there is, and for the same as in the step before. */
  private isContent(): boolean {
    return this.cluster.groups.every((group) => {
      const steady = group.members.every((member) => {
        const rate = this.rates[this.stations.indexOf(member)] as number;
        return Math.abs(rate * member.lastWidth - member.stepArrived) <= 1e-6 * member.stepArrived;
      });
      return steady && this.hasRoom(group);
    });
  }

  private hasRoom(group: Cluster['groups'][number]): boolean {
    const spec = group.specs[0];
    if (spec === undefined) {
      return true;
    }
    let rate = 0;
    let byteRate = 0;
    for (const member of group.members) {
      const place = this.stations.indexOf(member);
      rate += this.rates[place] as number;
      byteRate += this.byteRates[place] as number;
    }
    const classes = group.members[0]?.classes ?? [];
    let fits = true;
    for (const lane of classes) {
      const limit = spec.scope === 'lane' ? lane.weight : 1;
      const share = spec.scope === 'lane' ? lane.share : 1;
      fits &&= rate * share <= (spec.recordsPerSecond ?? Number.POSITIVE_INFINITY) * limit;
      fits &&= byteRate * share <= (spec.bytesPerSecond ?? Number.POSITIVE_INFINITY) * limit;
    }
    return fits;
  }

  private makeStep(start: number, end: number): void {
    const { cluster, sources, books } = this;
    const { clock } = books;
    clock.start = start;
    clock.end = end;
    clock.dt = end - start;
    clock.step = cluster.steps++;
    if (clock.dt > 0) {
      books.buckets.advance(start, end);
    }
    for (let i = 0; i < this.flows.length; i++) {
      const flow = this.flows[i] as Flow;
      // In the instant of a burst the even flows stand still.
      flow.take(end);
      const { target } = cluster.incoming[i] as FluidLink;
      target.inRecords += flow.records;
      target.inBytes += flow.bytes;
    }
    this.startFeedback();
    this.prepareStations();
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i] as FluidSource;
      const before = source.emitted;
      emitSource(source, clock);
      const sent = source.emitted - before;
      books.tracers.emit(cluster.sources[i] as number, source, sent, clock, this.counts);
    }
    this.moveStations();
    for (const link of cluster.outgoing) {
      link.flow?.push(start, end, link.movedRecords, link.movedBytes);
      link.movedRecords = 0;
      link.movedBytes = 0;
    }
    if (clock.dt > 0) {
      this.record();
    }
  }

  private startFeedback(): void {
    for (const link of this.cluster.feedback) {
      if (link.waitingRecords > 0 || link.waitingBytes > 0) {
        link.target.inRecords += link.waitingRecords;
        link.target.inBytes += link.waitingBytes;
        link.waitingRecords = 0;
        link.waitingBytes = 0;
      }
    }
  }

  /** Shared limits, then in reverse the capacity of each station and what the room downstream lets it send. */
  private prepareStations(): void {
    const { stations, cluster } = this;
    for (const group of cluster.groups) {
      for (const member of group.members) {
        member.capacity.grantedRecords.fill(Number.POSITIVE_INFINITY);
        member.capacity.grantedBytes.fill(Number.POSITIVE_INFINITY);
        // Its own capacity bounds what it can ask of the group.
        member.prepare();
      }
    }
    for (const group of cluster.groups) {
      grantShares(group, this.books.clock);
    }
    for (let i = stations.length - 1; i >= 0; i--) {
      const station = stations[i] as FluidStation;
      if (this.holdable[i]) {
        this.setAllowance(station, this.outputs[i] as FluidLink[]);
      }
      station.prepare();
    }
  }

  /** What the room downstream lets a station send in this step. */
  private setAllowance(station: FluidStation, links: readonly FluidLink[]): void {
    station.allowance = Number.POSITIVE_INFINITY;
    station.laneAllowance.fill(Number.POSITIVE_INFINITY);
    station.isHeldBack = true;
    station.holder = undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const link of links) {
      const share = station.spec.fanOut === 'split' ? link.share : 1;
      if (share <= 0 || !link.target.isBlocking) {
        continue;
      }
      if (!link.lanewise) {
        const room = getRoom(link.target) / share;
        station.allowance = Math.min(station.allowance, room);
        if (room < least) {
          least = room;
          station.holder = link.target;
        }
        continue;
      }
      for (let i = 0; i < station.laneAllowance.length; i++) {
        const room = getLaneRoom(link.target, i) / share;
        station.laneAllowance[i] = Math.min(station.laneAllowance[i] as number, room);
        if (room < least) {
          least = room;
          station.holder = link.target;
        }
      }
    }
  }

  private moveStations(): void {
    const { stations, books, cluster } = this;
    const { clock } = books;
    for (let i = 0; i < stations.length; i++) {
      const station = stations[i] as FluidStation;
      const links = this.outputs[i] as FluidLink[];
      if (this.holdable[i]) {
        // Another sender may have used part of the room since the reverse pass.
        this.setAllowance(station, links);
      }
      station.step();
      sendOutput(station, links, clock);
      const { ledger } = station;
      if (ledger.deadRecords > 0 || ledger.deadBytes > 0) {
        for (const link of this.deadLetters[i] as FluidLink[]) {
          deliver(link, ledger.deadRecords, ledger.deadBytes);
        }
        ledger.deadRecords = 0;
        ledger.deadBytes = 0;
      }
      const place = cluster.stations[i] as number;
      books.recorders[place]?.trace(clock.end);
      books.tracers.step(place, clock);
    }
  }

  private record(): void {
    const { cluster, books } = this;
    const { dt, end, nominal } = books.clock;
    for (let i = 0; i < cluster.stations.length; i++) {
      books.recorders[cluster.stations[i] as number]?.record(end, dt, nominal);
    }
    if (books.windowRecorders.length > 0) {
      for (const station of cluster.stations) {
        books.windowRecorders[station]?.record(books.clock);
      }
    }
    const pace = 1 / dt;
    for (let i = 0; i < this.linkOf.length; i++) {
      const link = this.linkOf[i] as FluidLink;
      const series = books.linkSeries[cluster.links[i] as number] as SeriesGroup;
      const rate = link.stepRecords * pace;
      const bytesRate = link.stepBytes * pace;
      series.startStep();
      series.add(0, rate, rate);
      series.add(1, bytesRate, bytesRate);
      link.stepRecords = 0;
      link.stepBytes = 0;
    }
  }
}

/** The candidate when it lies inside (now, end), else the end. */
function getEarlier(now: number, end: number, candidate: number): number {
  return candidate > now + EPSILON && candidate < end - EPSILON ? candidate : end;
}
