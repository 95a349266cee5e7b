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
import { foresee, foreseeHold, type Outlook } from './outlook.ts';
import { getLaneRoom, getRoom } from './room.ts';
import { grantShares } from './sharing.ts';
import { ShortRun } from './short-run.ts';
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
  /** Some member can hold back another, or a source. */
  private readonly holds: boolean;
  private readonly outputs: readonly FluidLink[][];
  private readonly deadLetters: readonly FluidLink[][];
  private readonly linkOf: readonly FluidLink[];
  /** Nominal steps only: something leads back, or dead letters come at a rate nobody foresees. */
  private readonly goesFine: boolean;
  /** Some source draws its counts, step by step. */
  private readonly isDrawn: boolean;
  private readonly short: ShortRun | undefined;
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
    this.holds = this.stations.some((station) => station.isBlocking);
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
    this.short = this.buildShortRun();
    this.rates = new Float64Array(this.stations.length);
    this.byteRates = new Float64Array(this.stations.length);
  }

  /** For a station that has the cluster to itself and nothing behind that could hold it back. */
  private buildShortRun(): ShortRun | undefined {
    const { books, cluster, stations, flows } = this;
    const station = stations[0] as FluidStation;
    const place = cluster.stations[0] as number;
    const recorder = books.recorders[place];
    const isAlone = stations.length === 1 && this.sources.length === 0 && cluster.groups.length === 0;
    const isFree = !this.goesFine && !this.holdable[0] && books.windowRecorders.length === 0;
    if (!isAlone || !isFree || !station.isShort || flows.length === 0 || recorder === undefined) {
      return undefined;
    }
    const ways = this.linkOf.map((link, i) => ({
      link,
      flow: link.flow as Flow,
      series: books.linkSeries[cluster.links[i] as number] as SeriesGroup,
      carriesOutput: link.spec.carries !== 'dead-letter',
    }));
    const { clock, buckets, tracers } = books;
    return new ShortRun(station, { clock, buckets, tracers, recorder, place, inflows: flows, ways });
  }

  /** Returns the number of steps of single stations made. */
  run(from: number, to: number, counts: boolean): number {
    this.counts = counts;
    let now = from;
    let steps = 0;
    while (now < to - EPSILON) {
      const short = this.short === undefined ? 0 : this.runShort(this.short, now, to);
      if (short > 0) {
        steps += short;
        now = this.short?.reached ?? now;
        continue;
      }
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

  /** Short steps up to the next cut; returns how many. */
  private runShort(short: ShortRun, now: number, to: number): number {
    const { cluster } = this;
    const steps = short.run(now, this.cutShort(now, to), cluster.steps);
    cluster.steps += steps;
    return steps;
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
    this.foreseeBounds();
    let until = Number.POSITIVE_INFINITY;
    rates.fill(0);
    byteRates.fill(0);
    for (let i = 0; i < stations.length; i++) {
      const { outlook } = stations[i] as FluidStation;
      outlook.laneIn.fill(0);
      outlook.laneInBytes.fill(0);
    }
    for (let i = 0; i < this.sources.length; i++) {
      const source = this.sources[i] as FluidSource;
      const rate = source.curve.getRate(now);
      if (source.pending.records > 0) {
        return now;
      }
      until = Math.min(until, source.curve.getEvenUntil(now, RAMP_SLACK * Math.max(1, rate * clock.nominal)));
      for (const link of source.outputs) {
        if (link.target.outlook.accepts < rate) {
          return now;
        }
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
        if (link.lanewise) {
          addLaneRates(outlook, link.target.outlook, share);
          continue;
        }
        this.addRate(link, outlook.rate * share, outlook.byteRate * share);
      }
    }
    return this.isSteady() ? until : now;
  }

  private addRate(link: FluidLink, rate: number, byteRate: number): void {
    const { place } = link;
    if (place >= 0 && this.stations[place] === link.target) {
      this.rates[place] = (this.rates[place] as number) + rate;
      this.byteRates[place] = (this.byteRates[place] as number) + byteRate;
    }
  }

  /** Members of shared limits get the same as in the step before, on which their grants rest. */
  private isSteady(): boolean {
    return this.cluster.groups.every((group) =>
      group.members.every((member) => {
        const rate = (this.rates[this.stations.indexOf(member)] as number) + member.outlook.directRate;
        return Math.abs(rate * member.lastWidth - member.stepArrived) <= 1e-6 * member.stepArrived;
      }),
    );
  }

  /** What shared limits and full queues downstream let each station do, in a nominal step from now on. */
  private foreseeBounds(): void {
    const { clock } = this.books;
    const { stations } = this;
    clock.end = clock.start + clock.nominal;
    clock.dt = clock.nominal;
    this.grant();
    if (this.holds) {
      for (let i = stations.length - 1; i >= 0; i--) {
        foreseeHold(stations[i] as FluidStation, this.outputs[i] as FluidLink[], clock);
      }
    }
  }

  /** What each member of a shared limit gets in the step of the clock. */
  private grant(): void {
    for (const group of this.cluster.groups) {
      for (const member of group.members) {
        member.capacity.grantedRecords.fill(Number.POSITIVE_INFINITY);
        member.capacity.grantedBytes.fill(Number.POSITIVE_INFINITY);
        // Its own capacity bounds what it can ask of the group.
        member.prepare();
      }
    }
    for (const group of this.cluster.groups) {
      grantShares(group, this.books.clock);
    }
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
    const { stations } = this;
    this.grant();
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

/** Hands on what leaves a station in the proportion in which its lanes serve. */
function addLaneRates(from: Outlook, to: Outlook, share: number): void {
  const records = from.laneOut.reduce((sum, rate) => sum + rate, 0);
  const factor = records > 0 ? (from.rate * share) / records : 0;
  const byteFactor = records > 0 ? (from.byteRate * share) / records : 0;
  for (let i = 0; i < to.laneIn.length; i++) {
    const rate = from.laneOut[i] as number;
    to.laneIn[i] = (to.laneIn[i] as number) + rate * factor;
    to.laneInBytes[i] = (to.laneInBytes[i] as number) + rate * byteFactor;
  }
}

/** The candidate when it lies inside (now, end), else the end. */
function getEarlier(now: number, end: number, candidate: number): number {
  return candidate > now + EPSILON && candidate < end - EPSILON ? candidate : end;
}
