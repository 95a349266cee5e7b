import { checkNetwork } from './check-network.ts';
import type { FluidClock } from './fluid/clock.ts';
import type { FluidStation } from './fluid/fluid-station.ts';
import {
  buildFluidNetwork,
  deliver,
  emitSource,
  type FluidLink,
  type FluidNetwork,
  sendOutput,
} from './fluid/network.ts';
import { getLaneRoom, getRoom } from './fluid/room.ts';
import { grantShares } from './fluid/sharing.ts';
import { Tracers } from './fluid/tracers.ts';
import { StationRecorder } from './fluid/station-recorder.ts';
import { chooseStep, getBurstTimes, getCuts } from './fluid/step-plan.ts';
import { ArrivalCurve } from './arrivals.ts';
import { NetworkError } from './network-error.ts';
import { getQuantum } from './quantum.ts';
import type { LinkResult, RunControl, RunOptions, RunResult } from './run.ts';
import { BucketClock, SeriesGroup } from './series.ts';
import type { NetworkSpec, SourceSpec } from './station.ts';
import { getTopology, type Topology } from './topology.ts';
import { CurveRecorder } from './trace.ts';

const DEFAULT_BUCKETS = 1440;
/** Station-steps between two reports of progress: some milliseconds of work. */
const REPORT_EVERY = 20_000;
const EPSILON = 1e-9;

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
  const { durationSeconds, stepSeconds } = options;
  if (!(durationSeconds > 0) || !Number.isFinite(durationSeconds)) {
    throw new NetworkError('', `the duration is ${durationSeconds} s; it must be above 0`);
  }
  if (stepSeconds !== undefined && (!(stepSeconds > 0) || durationSeconds / stepSeconds > 1e9)) {
    throw new NetworkError(
      '',
      `the step is ${stepSeconds} s; it must be above 0 and give at most 10^9 steps`,
    );
  }
}

class FluidRun {
  private readonly options: RunOptions;
  private readonly clock: FluidClock;
  private readonly network: FluidNetwork;
  private readonly buckets: BucketClock;
  private readonly recorders: StationRecorder[];
  private readonly linkSeries: SeriesGroup[];
  private readonly cuts: number[];
  private readonly bursts: number[];
  private readonly topology: Topology;
  private readonly feedback: FluidLink[];
  private readonly scaled: FluidStation[];
  private readonly jobs: FluidStation[];
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
    this.linkSeries = this.network.links.map(() => new SeriesGroup(this.buckets, 2));
    this.cuts = getCuts(network, options.durationSeconds);
    this.bursts = getBurstTimes(network);
    this.feedback = this.network.links.filter((link) => link.feedback);
    this.scaled = this.network.stations.filter((station) => station.scaler !== undefined);
    this.jobs = this.network.stations.filter((station) => station.after.job !== undefined);
    this.warmUpDone = (options.warmUpSeconds ?? 0) <= 0;
    this.describe(step, options.stepSeconds === undefined);
  }

  run(control: RunControl | undefined): RunResult {
    const { clock } = this;
    const duration = this.options.durationSeconds;
    let now = 0;
    let grid = 0;
    let cut = 0;
    let burst = 0;
    let cancelled = false;
    const reportEvery = Math.max(1, Math.ceil(REPORT_EVERY / (this.network.stations.length + 1)));
    while (now < duration - EPSILON) {
      if (!this.warmUpDone && now >= (this.options.warmUpSeconds ?? 0) - EPSILON) {
        this.warmUpDone = true;
        for (const recorder of this.recorders) {
          recorder.endWarmUp();
        }
      }
      while (burst < this.bursts.length && (this.bursts[burst] as number) <= now + EPSILON) {
        this.makeStep(now, now);
        burst++;
      }
      while ((grid + 1) * clock.nominal <= now + EPSILON) {
        grid++;
      }
      while (cut < this.cuts.length && (this.cuts[cut] as number) <= now + EPSILON) {
        cut++;
      }
      const end = this.getStepEnd(now, Math.min((grid + 1) * clock.nominal, duration), this.cuts[cut]);
      this.makeStep(now, end);
      now = end;
      if (
        control !== undefined &&
        clock.step % reportEvery === 0 &&
        !control.onProgress(now / duration, now)
      ) {
        cancelled = true;
        break;
      }
    }
    return this.getResult(cancelled, now);
  }

  /** The grid point, or earlier: a jump, burst, scheduled start, evaluation or end of the warm-up. */
  private getStepEnd(now: number, gridEnd: number, cut: number | undefined): number {
    let end = cut === undefined ? gridEnd : getEarlier(now, gridEnd, cut);
    for (const station of this.scaled) {
      end = getEarlier(now, end, station.scaler?.getNextTime(this.clock.nominal) ?? end);
      end = getEarlier(now, end, station.scaler?.restartEnd ?? end);
    }
    for (const station of this.jobs) {
      end = getEarlier(now, end, station.after.job?.nextScheduled ?? end);
    }
    return this.warmUpDone ? end : getEarlier(now, end, this.options.warmUpSeconds ?? 0);
  }

  private makeStep(start: number, end: number): void {
    const { clock, network } = this;
    clock.start = start;
    clock.end = end;
    clock.dt = end - start;
    if (clock.dt > 0) {
      this.buckets.advance(start, end);
    }
    for (const station of this.scaled) {
      station.scaler?.update(start, station.backlog);
    }
    this.startFeedback();
    for (const group of network.groups) {
      for (const member of group.members) {
        member.capacity.grantedRecords.fill(Number.POSITIVE_INFINITY);
        member.capacity.grantedBytes.fill(Number.POSITIVE_INFINITY);
        // Its own capacity bounds what it can ask of the group.
        member.prepare();
      }
    }
    for (const group of network.groups) {
      grantShares(group, clock);
    }
    this.prepareStations();
    network.sources.forEach((source, i) => {
      const before = source.emitted;
      emitSource(source, clock);
      this.tracers.emit(i, source, source.emitted - before, clock, this.warmUpDone);
    });
    this.moveStations();
    if (clock.dt > 0) {
      this.record();
    }
    clock.step++;
  }

  private startFeedback(): void {
    for (const link of this.feedback) {
      if (link.waitingRecords > 0 || link.waitingBytes > 0) {
        link.target.inRecords += link.waitingRecords;
        link.target.inBytes += link.waitingBytes;
        link.waitingRecords = 0;
        link.waitingBytes = 0;
      }
    }
  }

  /** Reverse pass: capacity of each station, and what the room downstream lets it send. */
  private prepareStations(): void {
    const { stations, outputs, holdable } = this.network;
    for (let i = stations.length - 1; i >= 0; i--) {
      const station = stations[i] as FluidStation;
      if (holdable[i]) {
        this.setAllowance(station, outputs[i] as FluidLink[]);
      }
      station.prepare();
    }
  }

  /** What the room downstream lets a station send in this step. */
  private setAllowance(station: FluidStation, links: readonly FluidLink[]): void {
    station.allowance = Number.POSITIVE_INFINITY;
    station.laneAllowance.fill(Number.POSITIVE_INFINITY);
    station.isHeldBack = true;
    for (const link of links) {
      const share = station.spec.fanOut === 'split' ? link.share : 1;
      if (share <= 0 || !link.target.isBlocking) {
        continue;
      }
      if (!link.lanewise) {
        station.allowance = Math.min(station.allowance, getRoom(link.target) / share);
        continue;
      }
      for (let i = 0; i < station.laneAllowance.length; i++) {
        const room = getLaneRoom(link.target, i) / share;
        station.laneAllowance[i] = Math.min(station.laneAllowance[i] as number, room);
      }
    }
  }

  private moveStations(): void {
    const { stations, outputs, deadLetters, holdable } = this.network;
    for (let i = 0; i < stations.length; i++) {
      const station = stations[i] as FluidStation;
      const links = outputs[i] as FluidLink[];
      if (holdable[i]) {
        // Another sender may have used part of the room since the reverse pass.
        this.setAllowance(station, links);
      }
      station.step();
      sendOutput(station, links, this.clock);
      const { ledger } = station;
      if (ledger.deadRecords > 0 || ledger.deadBytes > 0) {
        for (const link of deadLetters[i] as FluidLink[]) {
          deliver(link, ledger.deadRecords, ledger.deadBytes);
        }
        ledger.deadRecords = 0;
        ledger.deadBytes = 0;
      }
      this.recorders[i]?.trace(this.clock.end);
      this.tracers.step(i, this.clock);
    }
  }

  private record(): void {
    const { end, dt } = this.clock;
    for (const recorder of this.recorders) {
      recorder.record(end, dt);
    }
    const { links } = this.network;
    const pace = 1 / dt;
    for (let i = 0; i < links.length; i++) {
      const link = links[i] as FluidLink;
      const series = this.linkSeries[i] as SeriesGroup;
      const rate = link.stepRecords * pace;
      const bytesRate = link.stepBytes * pace;
      series.startStep();
      series.add(0, rate, rate);
      series.add(1, bytesRate, bytesRate);
      link.stepRecords = 0;
      link.stepBytes = 0;
    }
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

/** The candidate when it lies inside (now, end), else the end. */
function getEarlier(now: number, end: number, candidate: number): number {
  return candidate > now + EPSILON && candidate < end - EPSILON ? candidate : end;
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
  // Drawn counts and repeated attempts go a little above the mean.
  return { records: records * gain * 4 + 1024, bytes: bytes * gain * byteGain * 4 + 1024 };
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
