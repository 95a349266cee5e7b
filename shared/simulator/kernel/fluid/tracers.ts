import { drawExponential } from '../distributions.ts';
import { Histogram } from '../histogram.ts';
import { RandomStream } from '../random.ts';
import type { SinkLatency } from '../run.ts';
import { drawServiceTime, getMeanSeconds } from '../service-time.ts';
import type { ServiceTime } from '../station.ts';
import type { FluidClock } from './clock.ts';
import type { FluidStation } from './fluid-station.ts';
import type { LaneClass } from './lane-class.ts';
import type { FluidLink, FluidNetwork, FluidSource } from './network.ts';

/** Tagged records per run, over all sources: so many, or fewer where each visits many stations. */
const TRACERS = 20_000;
const FEWEST = 1000;
const VISITS = 150_000;
/** Above this many at once a copy follows one link, with the weight of all. */
const MOST_LIVE = 100_000;

/** A tagged record that stands for a mass and finds its way through the curves of the stations. */
interface Tracer {
  source: number;
  birth: number;
  /** Moment in the present step. */
  now: number;
  /** Seconds spent that the fluid does not hold as mass: service, waits inside a step. */
  extra: number;
  weight: number;
}

/** Tracers in one FIFO stage, by their place in its mass. */
class TracerLine {
  private readonly places: number[] = [];
  private readonly waiting: Tracer[] = [];
  private head = 0;
  private passed = 0;

  get size(): number {
    return this.waiting.length - this.head;
  }

  /** Puts a tracer behind `ahead` records of mass, counted from the start of the step. */
  add(tracer: Tracer, ahead: number): void {
    this.places.push(this.passed + ahead);
    this.waiting.push(tracer);
  }

  /** Lets `out` records of mass leave evenly over the step; calls back with the tracers among them. */
  advance(out: number, clock: FluidClock, leave: (tracer: Tracer) => void): void {
    const until = this.passed + out;
    while (this.head < this.waiting.length && (this.places[this.head] as number) <= until + 1e-9) {
      const tracer = this.waiting[this.head] as Tracer;
      const share = out > 0 ? ((this.places[this.head] as number) - this.passed) / out : 0;
      tracer.now = Math.max(tracer.now, clock.start + Math.max(0, share) * clock.dt);
      this.head++;
      leave(tracer);
    }
    this.passed = until;
    if (this.head === this.waiting.length) {
      this.clear();
    } else if (this.head > 1024) {
      this.places.splice(0, this.head);
      this.waiting.splice(0, this.head);
      this.head = 0;
    }
  }

  /** Drops those whose place was cut off at the tail, where `held` records of mass remain. */
  trim(held: number): void {
    while (this.waiting.length > this.head && (this.places.at(-1) as number) > this.passed + held) {
      this.places.pop();
      this.waiting.pop();
    }
  }

  private clear(): void {
    this.places.length = 0;
    this.waiting.length = 0;
    this.head = 0;
    this.passed = 0;
  }
}

/** The tracers of one station: at the door, in each lane class, and past service. */
class StationTracers {
  private readonly arrivals: Tracer[] = [];
  /** So many of the arrivals are inside already. */
  private arrived = 0;
  private isSorted = true;
  private readonly next: Tracer[] = [];
  private readonly station: FluidStation;
  private readonly random: RandomStream;
  private readonly door = new TracerLine();
  private readonly lanes: TracerLine[];
  private readonly line = new TracerLine();
  private readonly time: ServiceTime | undefined;

  constructor(station: FluidStation, seed: number) {
    this.station = station;
    this.random = new RandomStream(seed, `tracers:${station.spec.id}`);
    this.lanes = station.classes.map(() => new TracerLine());
    const service = station.spec.service;
    this.time = service?.kind === 'servers' || service?.kind === 'unlimited' ? service.time : undefined;
  }

  /** Tracers inside, on their way in included. */
  present = 0;

  /** Follows the step that the station has just made; calls back with tracers that leave it. */
  step(clock: FluidClock, leave: (tracer: Tracer) => void): void {
    if (this.next.length > 0) {
      this.arrivals.push(...this.next);
      this.next.length = 0;
    }
    this.sortArrivals();
    if (this.isOpen()) {
      this.passOn(clock, leave);
      return;
    }
    this.passDoor(clock);
    this.passLanes(clock);
    this.passAfter(clock, leave);
    this.present = this.arrivals.length - this.arrived + this.next.length + this.door.size + this.line.size;
    for (const line of this.lanes) {
      this.present += line.size;
    }
  }

  /** Whether the step let everything through at once, and no tracer is inside. */
  private isOpen(): boolean {
    const { station } = this;
    const lane = station.classes[0] as LaneClass;
    return (
      this.lanes.length === 1 &&
      station.after.isImmediate &&
      this.door.size === 0 &&
      this.line.size === 0 &&
      (this.lanes[0] as TracerLine).size === 0 &&
      station.stepRefused <= 0 &&
      station.heldBefore === 0 &&
      station.stepPassed <= station.stepArrived &&
      lane.queue.records === 0 &&
      lane.expired === 0 &&
      lane.trimmed === 0 &&
      lane.served <= lane.inRecords
    );
  }

  /** Tracers that nothing holds leave at the moment they come. */
  private passOn(clock: FluidClock, leave: (tracer: Tracer) => void): void {
    const { arrivals, served } = this;
    const lane = this.station.classes[0] as LaneClass;
    while (this.arrived < arrivals.length && (arrivals[this.arrived] as Tracer).now <= clock.end) {
      this.serve(arrivals[this.arrived] as Tracer, lane);
      this.arrived++;
    }
    this.clearArrivals();
    for (let i = 0; i < served.length; i++) {
      leave(served[i] as Tracer);
    }
    served.length = 0;
    this.present = arrivals.length - this.arrived + this.next.length;
  }

  private clearArrivals(): void {
    if (this.arrived > 0 && this.arrived === this.arrivals.length) {
      this.arrivals.length = 0;
      this.arrived = 0;
    }
  }

  /** A tracer that comes in this step, or in the next one. */
  receive(tracer: Tracer, later: boolean): void {
    this.present++;
    if (later) {
      this.next.push(tracer);
      return;
    }
    const last = this.arrivals.at(-1);
    this.isSorted &&= last === undefined || last.now <= tracer.now;
    this.arrivals.push(tracer);
  }

  /** Senders have written a whole block: what comes in this step stands first. */
  private sortArrivals(): void {
    if (!this.isSorted) {
      this.arrivals.splice(0, this.arrived);
      this.arrived = 0;
      this.arrivals.sort((a, b) => a.now - b.now);
      this.isSorted = true;
    }
  }

  private readonly entering: Tracer[] = [];
  private readonly served: Tracer[] = [];

  private passDoor(clock: FluidClock): void {
    const { station } = this;
    const inflow = station.stepArrived - Math.min(station.stepArrived, station.stepRefused);
    const held = station.heldBefore;
    const before = held + station.stepPassed - inflow;
    const survival = station.stepArrived > 0 ? inflow / station.stepArrived : 1;
    while (this.arrived < this.arrivals.length) {
      const tracer = this.arrivals[this.arrived] as Tracer;
      if (tracer.now > clock.end) {
        break;
      }
      this.arrived++;
      if (survival >= 1 || this.random.next() < survival) {
        this.door.add(tracer, before + getShare(tracer, clock) * inflow);
      }
    }
    this.clearArrivals();
    if (this.door.size > 0) {
      this.door.advance(Math.max(0, station.stepPassed), clock, this.enter);
    }
  }

  private readonly enter = (tracer: Tracer): void => {
    this.entering.push(tracer);
  };

  private passLanes(clock: FluidClock): void {
    const { station } = this;
    for (let n = 0; n < this.entering.length; n++) {
      const tracer = this.entering[n] as Tracer;
      const i = this.chooseClass();
      const lane = station.classes[i] as LaneClass;
      const out = lane.served + lane.expired;
      const before = lane.queue.records + lane.trimmed + out - lane.inRecords;
      (this.lanes[i] as TracerLine).add(
        tracer,
        Math.max(0, before) + getShare(tracer, clock) * lane.inRecords,
      );
    }
    if (this.entering.length > 0) {
      this.entering.length = 0;
    }
    for (let i = 0; i < this.lanes.length; i++) {
      const line = this.lanes[i] as TracerLine;
      if (line.size === 0) {
        continue;
      }
      const lane = station.classes[i] as LaneClass;
      const out = lane.served + lane.expired;
      line.advance(out, clock, (tracer) => {
        if (lane.expired === 0 || this.random.next() * out >= lane.expired) {
          this.serve(tracer, lane);
        }
      });
      line.trim(lane.queue.records);
    }
  }

  private serve(tracer: Tracer, lane: LaneClass): void {
    const { station, random } = this;
    const wait = station.findSubStepWait(lane);
    if (wait !== undefined && random.next() < wait.share) {
      tracer.extra += drawExponential(random, wait.meanSeconds);
    }
    tracer.extra += this.drawExtraService();
    const failure = station.spec.failure;
    if (failure !== undefined) {
      // Failures before the first success are geometric.
      const failures = Math.floor(Math.log(random.next()) / Math.log(failure.probability));
      if (failures >= failure.maxAttempts) {
        return;
      }
      tracer.extra += Math.max(0, failures) * (failure.backoffSeconds + station.serviceSeconds);
    }
    this.served.push(tracer);
  }

  /** Time in service that the mass does not spend: all of it, or its difference from the mean. */
  private drawExtraService(): number {
    const { station, time } = this;
    const held = station.after.delayLine === undefined ? 0 : station.fixedSeconds;
    if (time === undefined) {
      return station.fixedSeconds - held;
    }
    return drawServiceTime(time, this.random) - getMeanSeconds(time) + station.fixedSeconds - held;
  }

  private passAfter(clock: FluidClock, leave: (tracer: Tracer) => void): void {
    const { after } = this.station;
    const before = Math.max(0, after.waiting + after.inFlight + after.wentOut - after.cameIn);
    if (this.served.length > 0) {
      for (const tracer of this.served) {
        this.line.add(tracer, before + getShare(tracer, clock) * after.cameIn);
      }
      this.served.length = 0;
    }
    if (this.line.size > 0) {
      this.line.advance(after.wentOut, clock, leave);
    }
  }

  private chooseClass(): number {
    const { classes } = this.station;
    if (classes.length === 1) {
      return 0;
    }
    let draw = this.random.next();
    for (let i = 0; i < classes.length - 1; i++) {
      draw -= (classes[i] as LaneClass).share;
      if (draw < 0) {
        return i;
      }
    }
    return classes.length - 1;
  }
}

/** Where in the step a tracer is, 0–1. */
function getShare(tracer: Tracer, clock: FluidClock): number {
  return clock.dt > 0 ? Math.max(0, Math.min(1, (tracer.now - clock.start) / clock.dt)) : 0;
}

/** All tracers of a run: end-to-end latency without adding percentiles. */
export class Tracers {
  private readonly network: FluidNetwork;
  private readonly stations: StationTracers[];
  private readonly byStation: Map<FluidStation, StationTracers>;
  private readonly random: RandomStream;
  private readonly strides: number[];
  private readonly nextPlaces: number[];
  /** By source and station where they end: source × stations + station. */
  private readonly latencies = new Map<number, Histogram>();
  private readonly leaves: ((tracer: Tracer) => void)[];
  private live = 0;

  /**
   * `loads` are the records each source will emit in the run, `visits` the stations that one record
   * and its copies pass on average.
   */
  constructor(network: FluidNetwork, loads: readonly number[], visits: number, seed: number) {
    this.network = network;
    this.stations = network.stations.map((station) => new StationTracers(station, seed));
    this.byStation = new Map(
      network.stations.map((station, i) => [station, this.stations[i] as StationTracers]),
    );
    this.leaves = network.stations.map((_, i) => this.buildLeave(i));
    this.random = new RandomStream(seed, 'tracers');
    const tracers = Math.max(FEWEST, Math.min(TRACERS, VISITS / Math.max(1, visits)));
    const each = Math.ceil(tracers / Math.max(1, loads.length));
    this.strides = loads.map((load) => Math.max(load / each, 1e-9));
    this.nextPlaces = this.strides.map((stride) => stride * this.random.next());
  }

  /** Tags records among those a source has just sent; one in each equal part of its load. */
  emit(index: number, source: FluidSource, sent: number, clock: FluidClock, counts: boolean): void {
    const stride = this.strides[index] as number;
    const before = source.emitted - sent;
    while (sent > 0 && (this.nextPlaces[index] as number) < source.emitted) {
      const place = this.nextPlaces[index] as number;
      this.nextPlaces[index] = (Math.floor(place / stride) + 1 + this.random.next()) * stride;
      if (!counts) {
        continue;
      }
      const birth = clock.start + ((place - before) / sent) * clock.dt;
      const tracer = { source: index, birth, now: birth, extra: 0, weight: stride };
      this.live++;
      this.sendAll(tracer, source.outputs);
    }
  }

  /** Follows the step of one station, after its mass has moved. */
  step(index: number, clock: FluidClock): void {
    const own = this.stations[index] as StationTracers;
    if (own.present > 0) {
      own.step(clock, this.leaves[index] as (tracer: Tracer) => void);
    }
  }

  /** What a tracer does that leaves a station. */
  private buildLeave(index: number): (tracer: Tracer) => void {
    const links = this.network.outputs[index] as FluidLink[];
    if (links.length === 0) {
      return (tracer) => this.finish(tracer, index);
    }
    const splits = (this.network.stations[index] as FluidStation).spec.fanOut === 'split';
    return splits ? (tracer) => this.sendOne(tracer, links) : (tracer) => this.sendAll(tracer, links);
  }

  getLatencies(): SinkLatency[] {
    const { sources, stations } = this.network;
    return [...this.latencies]
      .map(([key, times]) => ({
        from: sources[Math.floor(key / stations.length)]?.spec.id ?? '',
        to: stations[key % stations.length]?.spec.id ?? '',
        latency: times.getDistribution(),
        counts: times.getCounts(),
      }))
      .sort((a, b) => (a.from < b.from || (a.from === b.from && a.to < b.to) ? -1 : 1));
  }

  private sendOne(tracer: Tracer, links: readonly FluidLink[]): void {
    let draw = this.random.next();
    let i = 0;
    while (i < links.length - 1 && draw >= (links[i] as FluidLink).share) {
      draw -= (links[i] as FluidLink).share;
      i++;
    }
    this.send(tracer, links[i] as FluidLink);
  }

  private sendAll(tracer: Tracer, links: readonly FluidLink[]): void {
    if (links.length > 1 && this.live > MOST_LIVE) {
      tracer.weight *= links.length;
      this.send(tracer, links[Math.floor(this.random.next() * links.length)] as FluidLink);
      return;
    }
    links.forEach((link, i) => {
      if (i > 0) {
        this.live++;
      }
      this.send(i === 0 ? tracer : { ...tracer }, link);
    });
  }

  private send(tracer: Tracer, link: FluidLink): void {
    // By a feedback link the mass, too, arrives one step later.
    this.byStation.get(link.target)?.receive(tracer, link.feedback);
  }

  private finish(tracer: Tracer, station: number): void {
    this.live--;
    const key = tracer.source * this.stations.length + station;
    let times = this.latencies.get(key);
    if (times === undefined) {
      times = new Histogram(7);
      this.latencies.set(key, times);
    }
    times.addPoint(Math.max(0, tracer.now - tracer.birth + tracer.extra), tracer.weight);
  }
}
