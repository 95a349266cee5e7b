import { checkNetwork } from './check-network.ts';
import type { FluidClock } from './fluid/clock.ts';
import { ClusterRun } from './fluid/cluster-run.ts';
import { buildClusters } from './fluid/clusters.ts';
import { Flow } from './fluid/flow.ts';
import { buildFluidNetwork, type FluidNetwork } from './fluid/network.ts';
import { chooseStep } from './fluid/step-plan.ts';
import { StationRecorder } from './fluid/station-recorder.ts';
import { Tracers } from './fluid/tracers.ts';
import { WindowClock, WindowRecorder } from './fluid/window-recorder.ts';
import { ArrivalCurve } from './arrivals.ts';
import { NetworkError } from './network-error.ts';
import { getQuantum } from './quantum.ts';
import type { LinkResult, RunControl, RunOptions, RunResult, Window, WindowResult } from './run.ts';
import { BucketClock, SeriesGroup } from './series.ts';
import type { NetworkSpec, SourceSpec } from './station.ts';
import { getTopology, type Topology } from './topology.ts';
import { CurveRecorder } from './trace.ts';

const DEFAULT_BUCKETS = 1440;
/** Station-steps between two reports of progress: some milliseconds of work. */
const REPORT_EVERY = 20_000;
/** Most nominal steps in a block. */
const MOST_BLOCK_STEPS = 240;
const EPSILON = 1e-9;
/** Most steps in a window: some megabytes for a large design. */
const MOST_WINDOW_STEPS = 20_000;

/**
 * Simulates a network as stepped FIFO fluid: exact mass, delays within one step.
 * Throws NetworkError for a network or options that cannot be run.
 */
export function runFluid(network: NetworkSpec, options: RunOptions, control?: RunControl): RunResult {
  checkNetwork(network);
  checkOptions(options);
  const topology = getTopology(network);
  return new FluidRun(network, topology, options).run(control);
}

function checkOptions(options: RunOptions): void {
  const { durationSeconds, stepSeconds, window } = options;
  if (!(durationSeconds > 0) || !Number.isFinite(durationSeconds)) {
    throw new NetworkError('', `the duration is ${durationSeconds} s; it must be above 0`);
  }
  if (stepSeconds !== undefined && (!(stepSeconds > 0) || durationSeconds / stepSeconds > 1e9)) {
    throw new NetworkError(
      '',
      `the step is ${stepSeconds} s; it must be above 0 and give at most 10^9 steps`,
    );
  }
  if (window !== undefined) {
    checkWindow(window, durationSeconds, stepSeconds ?? chooseStep(durationSeconds));
  }
}

function checkWindow({ fromSeconds, toSeconds }: Window, durationSeconds: number, step: number): void {
  if (!(fromSeconds >= 0) || !(toSeconds > fromSeconds) || toSeconds > durationSeconds) {
    throw new NetworkError(
      '',
      `the window is ${fromSeconds} s to ${toSeconds} s; it must rise and lie within the ${durationSeconds} s of the run`,
    );
  }
  const steps = Math.ceil((toSeconds - fromSeconds) / step);
  if (steps > MOST_WINDOW_STEPS) {
    throw new NetworkError(
      '',
      `the window has ${steps} steps of ${step} s; at most ${MOST_WINDOW_STEPS} are recorded`,
    );
  }
}

class FluidRun {
  private readonly options: RunOptions;
  private readonly clock: FluidClock;
  private readonly network: FluidNetwork;
  private readonly buckets: BucketClock;
  private readonly recorders: StationRecorder[];
  private readonly windowClock: WindowClock | undefined;
  private readonly windowRecorders: WindowRecorder[];
  private readonly linkSeries: SeriesGroup[];
  private readonly clusters: ClusterRun[];
  private readonly topology: Topology;
  private readonly notes: string[] = [];
  private readonly tracers: Tracers;
  private warmUpDone: boolean;

  constructor(network: NetworkSpec, topology: Topology, options: RunOptions) {
    const step = options.stepSeconds ?? chooseStep(options.durationSeconds);
    const { records, bytes } = getLoad(network, options.durationSeconds, topology.largestGain);
    this.options = options;
    this.topology = topology;
    this.clock = {
      start: 0,
      end: 0,
      dt: 0,
      step: 0,
      nominal: step,
      steps: options.durationSeconds / step,
      records: getQuantum(records),
      bytes: getQuantum(bytes),
    };
    this.network = buildFluidNetwork(network, topology, this.clock, options.seed);
    const loads = this.network.sources.map((source) => getSourceLoad(source.spec, options.durationSeconds));
    this.tracers = new Tracers(
      this.network,
      loads,
      topology.visits / Math.max(1, loads.length),
      options.seed,
    );
    const bucket = Math.max(options.bucketSeconds ?? options.durationSeconds / DEFAULT_BUCKETS, step);
    this.buckets = new BucketClock(options.durationSeconds, bucket);
    const traced = new Set(options.trace ?? []);
    for (const station of this.network.stations) {
      if (traced.has(station.spec.id)) {
        station.record(new CurveRecorder(station.spec.id));
      }
    }
    this.recorders = this.network.stations.map((station) => new StationRecorder(station, this.buckets));
    const windowClock = options.window && new WindowClock(options.window, step);
    this.windowClock = windowClock;
    this.windowRecorders = windowClock
      ? this.network.stations.map((station) => new WindowRecorder(station, windowClock))
      : [];
    this.linkSeries = this.network.links.map(() => new SeriesGroup(this.buckets, 2));
    const random = new Set(
      this.network.stations.filter((item) => item.randomArrivals).map((item) => item.spec.id),
    );
    const clusters = buildClusters(this.network);
    for (const link of clusters.flatMap((cluster) => cluster.outgoing)) {
      const source = network.sources.find((item) => item.id === link.spec.from);
      const drawn = source ? source.arrivals.randomness === 'poisson' : random.has(link.spec.from);
      link.flow = new Flow(this.clock, drawn);
    }
    const books = {
      network: this.network,
      clock: this.clock,
      buckets: this.buckets,
      recorders: this.recorders,
      windowRecorders: this.windowRecorders,
      linkSeries: this.linkSeries,
      tracers: this.tracers,
    };
    this.clusters = clusters.map((cluster) => new ClusterRun(books, cluster, options.durationSeconds));
    this.warmUpDone = (options.warmUpSeconds ?? 0) <= 0;
    this.describe(step, options.stepSeconds === undefined);
  }

  run(control: RunControl | undefined): RunResult {
    const duration = this.options.durationSeconds;
    const warmUp = this.options.warmUpSeconds ?? 0;
    let now = 0;
    let cancelled = false;
    let unreported = 0;
    while (now < duration - EPSILON) {
      if (!this.warmUpDone && now >= warmUp - EPSILON) {
        this.warmUpDone = true;
        for (const recorder of this.recorders) {
          recorder.endWarmUp();
        }
      }
      const end = this.getBlockEnd(now, this.warmUpDone ? duration : Math.min(duration, warmUp));
      for (const cluster of this.clusters) {
        unreported += cluster.run(now, end, this.warmUpDone);
      }
      now = end;
      if (control !== undefined && unreported >= REPORT_EVERY) {
        unreported = 0;
        if (!control.onProgress(now / duration, now)) {
          cancelled = true;
          break;
        }
      }
    }
    return this.getResult(cancelled, now);
  }

  /** The last grid point up to which steps count in the same bucket; some steps on at most. */
  private getBlockEnd(now: number, most: number): number {
    const { nominal } = this.clock;
    const first = Math.floor((now + EPSILON) / nominal);
    const last = Math.ceil(this.buckets.getEndOf(now + nominal / 2) / nominal - 0.5 - EPSILON);
    const end = Math.max(first + 1, Math.min(last, first + MOST_BLOCK_STEPS)) * nominal;
    return end >= most - EPSILON ? most : end;
  }

  /** Every record that came in, was copied or was made, minus every record accounted for. */
  private getMassResidual(): number {
    const { sources, stations, outputs, deadLetters, links } = this.network;
    let residual = 0;
    for (const source of sources) {
      residual += source.emitted - source.pending.records;
      // A source with n links is copied n times; without links its records end there.
      residual += (source.emitted - source.pending.records) * (source.outputs.length - 1);
    }
    stations.forEach((station, i) => {
      const { ledger } = station;
      residual += ledger.made;
      const outs = outputs[i]?.length ?? 0;
      const deads = deadLetters[i]?.length ?? 0;
      residual -= station.backlog + station.inFlight + ledger.dropped + ledger.expired;
      if (station.spec.fanOut !== 'split') {
        residual += ledger.departed * (outs - 1);
      } else {
        residual -= outs === 0 ? ledger.departed : 0;
      }
      residual += ledger.deadLettered * (deads - 1);
    });
    for (const link of links) {
      residual -= link.waitingRecords;
    }
    return residual;
  }

  private getResult(cancelled: boolean, now: number): RunResult {
    const traces = this.network.stations.flatMap((station) =>
      station.recorder === undefined ? [] : [station.recorder.trace],
    );
    return {
      durationSeconds: cancelled ? now : this.options.durationSeconds,
      stepSeconds: this.clock.nominal,
      seed: this.options.seed,
      stations: this.recorders.map((recorder) => recorder.getResult()),
      links: this.network.links.map(
        (link, i): LinkResult => ({
          id: link.spec.id,
          owner: link.spec.owner,
          rate: (this.linkSeries[i] as SeriesGroup).getSeries(0),
          bytesRate: (this.linkSeries[i] as SeriesGroup).getSeries(1),
          records: link.records,
          bytes: link.bytes,
        }),
      ),
      endToEnd: this.tracers.getLatencies(),
      massResidual: this.getMassResidual(),
      cancelled,
      notes: this.notes,
      ...(traces.length > 0 ? { traces } : {}),
      ...(this.windowClock ? { window: this.getWindow(this.windowClock) } : {}),
    };
  }

  private getWindow({ first, buckets }: WindowClock): WindowResult {
    const { nominal } = this.clock;
    return {
      fromSeconds: first * nominal,
      toSeconds: Math.min((first + buckets.buckets) * nominal, this.options.durationSeconds),
      stations: this.windowRecorders.map((recorder) => recorder.getResult()),
    };
  }

  private describe(step: number, chosen: boolean): void {
    const { records } = this.clock;
    this.notes.push(
      chosen
        ? `Step ${step} s, chosen from the duration; delays are right to within one step per queue.`
        : `Step ${step} s; delays are right to within one step per queue.`,
      `Mass is counted in multiples of 2^${-records.bits} record.`,
    );
    for (const id of [...this.topology.feedback].sort()) {
      this.notes.push(`Link ${id} leads back: its flow arrives one step later.`);
    }
  }
}

/** Upper bounds of the mass any counter of the run can reach. */
function getLoad(
  network: NetworkSpec,
  durationSeconds: number,
  gain: number,
): { records: number; bytes: number } {
  let records = 0;
  let bytes = 0;
  for (const source of network.sources) {
    const total = getSourceLoad(source, durationSeconds);
    records += total;
    bytes += total * source.recordSizeBytes;
  }
  const byteGain = network.stations.reduce(
    (product, station) => product * Math.max(1, station.transform?.bytesPerByte ?? 1),
    1,
  );
  const largest = network.stations.reduce(
    (most, station) => Math.max(most, station.transform?.outputBytes ?? 0),
    0,
  );
  // Drawn counts and repeated attempts go a little above the mean.
  return {
    records: records * gain * 4 + 1024,
    bytes: Math.max(bytes, records * largest) * gain * byteGain * 4 + 1024,
  };
}

/** Mean number of records a source emits in the run. */
function getSourceLoad(source: SourceSpec, durationSeconds: number): number {
  const steady = new ArrivalCurve(source.arrivals).getCumulative(durationSeconds);
  const bursts = source.arrivals.bursts ?? [];
  return bursts.reduce(
    (sum, [seconds, records]) => (seconds < durationSeconds ? sum + records : sum),
    steady,
  );
}
