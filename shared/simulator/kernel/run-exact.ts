import { checkNetwork } from './check-network.ts';
import { ExactSource } from './exact/exact-source.ts';
import { ExactStation } from './exact/exact-station.ts';
import { Forks } from './exact/forks.ts';
import { type Handler, Simulation } from './exact/simulation.ts';
import { StationMeter, type StationProbe } from './exact/station-meter.ts';
import { Histogram } from './histogram.ts';
import { NetworkError } from './network-error.ts';
import { RandomStream } from './random.ts';
import type { LinkResult, RunControl, RunOptions, RunResult } from './run.ts';
import type { LinkSpec, NetworkSpec } from './station.ts';
import { getLinkShares, getTopology, type Topology } from './topology.ts';

export interface ExactOptions extends RunOptions {
  /** So many records count; sources go on, so that these leave under the same load, and then the run ends. */
  recordLimit?: number;
  /** With `recordLimit`: sources stop there, and the run ends empty. */
  drain?: boolean;
  /** The first records do not count in results. */
  warmUpRecords?: number;
  /** Collect sojourns of records whose work is within a tenth of this (shared capacity). */
  nearSize?: number;
}

export interface ExactResult extends RunResult {
  /** By station id. */
  probes: ReadonlyMap<string, StationProbe>;
  /** Counted latencies by terminal station, finer than in `endToEnd`. */
  sinks: ReadonlyMap<string, Histogram>;
  /** Time of the last event. */
  endedAt: number;
}

const DEFAULT_BUCKETS = 1440;
const REPORT_EVERY = 65_536;

/**
 * Simulates single records event by event: exact for the stated distributions, slow for large flows.
 * Throws NetworkError for a network, an option or a feature it cannot run.
 */
export function runExact(network: NetworkSpec, options: ExactOptions, control?: RunControl): ExactResult {
  checkNetwork(network);
  const endless = options.recordLimit === undefined && !Number.isFinite(options.durationSeconds);
  if (!(options.durationSeconds > 0) || endless) {
    throw new NetworkError('', 'an exact run needs a duration above 0 or a number of records');
  }
  return new ExactRun(network, getTopology(network), options).run(control);
}

interface ExactLink {
  spec: LinkSpec;
  target: ExactStation;
  records: number;
  bytes: number;
}

class ExactRun {
  private readonly simulation = new Simulation();
  private readonly options: ExactOptions;
  private readonly stations: ExactStation[];
  private readonly meters: StationMeter[];
  private readonly sourceIds: string[];
  private readonly links: ExactLink[];
  private readonly sinks = new Map<string, Histogram>();
  /** Latencies by source and terminal station; only kept when there are several sources. */
  private readonly pairs: Map<string, Histogram>[] = [];
  private readonly forks = new Forks();
  private readonly joins: boolean;
  private emitted = 0;
  /** Counted records still on their way. */
  private countedLive = 0;
  private copied = 0;
  private ended = 0;

  constructor(network: NetworkSpec, topology: Topology, options: ExactOptions) {
    this.options = options;
    const duration = Number.isFinite(options.durationSeconds) ? options.durationSeconds : 1;
    const bucket = options.bucketSeconds ?? duration / DEFAULT_BUCKETS;
    this.joins = network.stations.some((station) => station.joinCopies !== undefined);
    this.meters = topology.stations.map((spec) => new StationMeter(spec, duration, bucket));
    const shares = getLinkShares(network);
    this.links = [];
    this.stations = topology.stations.map(
      (spec, i) =>
        new ExactStation(
          this.simulation,
          spec,
          this.meters[i] as StationMeter,
          {
            end: (record) => this.end(record),
            copy: (record) => this.copy(record),
          },
          options,
        ),
    );
    const byId = new Map(this.stations.map((station) => [station.spec.id, station]));
    for (const spec of [...network.links].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      this.links.push({ spec, target: byId.get(spec.to) as ExactStation, records: 0, bytes: 0 });
    }
    for (const station of this.stations) {
      const { id, fanOut, joinCopies } = station.spec;
      station.output = this.getRouter(id, fanOut === 'split', 'output', shares, joinCopies);
      station.deadLetter = this.getRouter(id, false, 'dead-letter', shares);
    }
    const sources = [...network.sources].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.sourceIds = sources.map((source) => source.id);
    const starts = sources.map((source) => this.getRouter(source.id, false, 'output', shares));
    const limit = options.recordLimit ?? Number.POSITIVE_INFINITY;
    const last = options.drain === true ? limit : Number.POSITIVE_INFINITY;
    sources.forEach((spec, i) => {
      const start = starts[i] as (record: number) => void;
      // Registers itself for its events; nothing else needs it.
      new ExactSource(
        this.simulation,
        spec,
        i,
        options.seed,
        () => this.emitted < last,
        (source, sizeBytes) => this.emit(source, sizeBytes, start),
      );
    });
  }

  run(control: RunControl | undefined): ExactResult {
    const { simulation, options } = this;
    const { heap, handlers } = simulation;
    const until = options.durationSeconds;
    const limit = options.recordLimit ?? Number.POSITIVE_INFINITY;
    const drain = options.drain === true;
    let cancelled = false;
    let events = 0;
    this.setCountFrom();
    while (heap.pop()) {
      if (heap.time > until) {
        break;
      }
      simulation.now = heap.time;
      (handlers[heap.handler] as Handler).handle(heap.payload);
      if (this.emitted >= limit && (drain ? simulation.records.live : this.countedLive) === 0) {
        break;
      }
      if (control !== undefined && ++events % REPORT_EVERY === 0) {
        const done = Number.isFinite(until) ? simulation.now / until : this.emitted / limit;
        if (!control.onProgress(Math.min(1, done), simulation.now)) {
          cancelled = true;
          break;
        }
      }
    }
    const endedAt =
      Number.isFinite(until) && !cancelled && options.recordLimit === undefined ? until : simulation.now;
    return this.getResult(endedAt, cancelled);
  }

  private setCountFrom(): void {
    const seconds = this.options.warmUpSeconds ?? 0;
    const counting = (this.options.warmUpRecords ?? 0) === 0;
    for (const meter of this.meters) {
      meter.countFrom = counting ? seconds : Number.POSITIVE_INFINITY;
    }
  }

  private emit(source: number, sizeBytes: number, start: (record: number) => void): void {
    const { records, now } = this.simulation;
    const record = records.create();
    records.birth[record] = now;
    records.sizeBytes[record] = sizeBytes;
    records.source[record] = source;
    records.group[record] = -1;
    const index = this.emitted++;
    const first = this.options.warmUpRecords ?? 0;
    const last = this.options.recordLimit ?? Number.POSITIVE_INFINITY;
    const counted = index >= first && index < last && now >= (this.options.warmUpSeconds ?? 0) ? 1 : 0;
    records.counted[record] = counted;
    this.countedLive += counted;
    if (index === first && first > 0) {
      for (const meter of this.meters) {
        meter.advance(now);
        meter.countFrom = now;
      }
    }
    start(record);
  }

  /** The way of a record out of one station or source. */
  private getRouter(
    id: string,
    split: boolean,
    carries: 'output' | 'dead-letter',
    shares: ReadonlyMap<string, number>,
    joinCopies?: number,
  ): (record: number) => void {
    const links = this.links.filter(
      (link) => link.spec.from === id && (link.spec.carries ?? 'output') === carries,
    );
    const { records } = this.simulation;
    const send = this.getSender(id, links, split, carries, shares);
    if (joinCopies === undefined) {
      return send;
    }
    return (record) => {
      if (this.forks.join(records, record, joinCopies)) {
        send(record);
      } else {
        this.end(record);
      }
    };
  }

  private getSender(
    id: string,
    links: readonly ExactLink[],
    split: boolean,
    carries: 'output' | 'dead-letter',
    shares: ReadonlyMap<string, number>,
  ): (record: number) => void {
    const only = links[0];
    if (only === undefined) {
      return carries === 'output' ? (record) => this.finish(record, id) : (record) => this.end(record);
    }
    if (links.length === 1) {
      return (record) => this.follow(only, record);
    }
    if (!split) {
      return (record) => this.copyTo(links, record);
    }
    const random = new RandomStream(this.options.seed, `route:${id}`);
    const weights = links.map((link) => shares.get(link.spec.id) ?? 0);
    return (record) => {
      let draw = random.next();
      let i = 0;
      while (i < links.length - 1 && draw >= (weights[i] as number)) {
        draw -= weights[i] as number;
        i++;
      }
      this.follow(links[i] as ExactLink, record);
    };
  }

  private copyTo(links: readonly ExactLink[], record: number): void {
    const { records } = this.simulation;
    if (this.joins) {
      records.group[record] = this.forks.open(records, record);
    }
    // All copies exist before the first moves on, which may end it at once.
    const copies = links.map((_, i) => (i === 0 ? record : this.copy(record)));
    links.forEach((link, i) => this.follow(link, copies[i] as number));
  }

  private copy(record: number): number {
    const { records } = this.simulation;
    this.copied++;
    this.countedLive += records.counted[record] as number;
    return records.copy(record);
  }

  private follow(link: ExactLink, record: number): void {
    link.records++;
    link.bytes += this.simulation.records.sizeBytes[record] as number;
    link.target.enter(record);
  }

  private finish(record: number, station: string): void {
    const { records, now } = this.simulation;
    if (records.counted[record] === 1) {
      const latency = now - (records.birth[record] as number);
      this.getSink(station).addPoint(latency, 1);
      if (this.sourceIds.length > 1) {
        this.getPair(records.source[record] as number, station).addPoint(latency, 1);
      }
    }
    this.end(record);
  }

  private end(record: number): void {
    this.ended++;
    this.countedLive -= this.simulation.records.counted[record] as number;
    this.simulation.records.release(record);
  }

  private getSink(station: string): Histogram {
    let histogram = this.sinks.get(station);
    if (histogram === undefined) {
      histogram = new Histogram(8);
      this.sinks.set(station, histogram);
    }
    return histogram;
  }

  private getPair(source: number, station: string): Histogram {
    const bySink = (this.pairs[source] ??= new Map());
    let histogram = bySink.get(station);
    if (histogram === undefined) {
      histogram = new Histogram(8);
      bySink.set(station, histogram);
    }
    return histogram;
  }

  private getResult(endedAt: number, cancelled: boolean): ExactResult {
    const only = this.sourceIds.length === 1 ? this.sourceIds[0] : undefined;
    const pairs =
      only === undefined
        ? this.pairs.flatMap((bySink, i) =>
            [...bySink].map(([to, latency]) => ({ from: this.sourceIds[i] as string, to, latency })),
          )
        : [...this.sinks].map(([to, latency]) => ({ from: only, to, latency }));
    const present = this.meters.reduce((sum, meter) => sum + meter.present, 0);
    return {
      durationSeconds: endedAt,
      stepSeconds: 0,
      seed: this.options.seed,
      stations: this.meters.map((meter) => meter.getResult(endedAt)),
      links: this.links.map((link): LinkResult => {
        const rate = endedAt > 0 ? 1 / endedAt : 0;
        const flat = (value: number) => {
          const mean = Float64Array.of(value);
          return { bucketSeconds: endedAt, mean, min: mean, max: mean };
        };
        return {
          id: link.spec.id,
          owner: link.spec.owner,
          rate: flat(link.records * rate),
          bytesRate: flat(link.bytes * rate),
          records: link.records,
          bytes: link.bytes,
        };
      }),
      endToEnd: pairs
        .map(({ from, to, latency }) => ({
          from,
          to,
          latency: latency.getDistribution(),
          counts: latency.getCounts(),
        }))
        .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
      massResidual: this.emitted + this.copied - this.ended - present,
      cancelled,
      notes: ['Single records, event by event: exact for the stated distributions.'],
      probes: new Map(this.meters.map((meter) => [meter.spec.id, meter.probe])),
      sinks: this.sinks,
      endedAt,
    };
  }
}
