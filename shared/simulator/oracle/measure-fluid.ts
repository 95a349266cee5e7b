import type { Distribution, RunResult } from '../kernel/run.ts';
import {
  type Curve,
  type DelayPiece,
  getCurveTime,
  getCurveValue,
  type StationTrace,
} from '../kernel/trace.ts';
import { getDelaysBetween, getDelayStatistic, selectArrivals } from './delay-pieces.ts';
import type { MetricQuery } from './metric-name.ts';
import { OracleError } from './oracle-case.ts';

/** A finished fluid run and where to look in it. */
export interface FluidMeasurement {
  result: RunResult;
  /** Station the metric is about. */
  station: string;
  /** Stations by which flow enters and leaves the whole system, in order. */
  first: string;
  last: string;
  /** Results before this do not count. */
  warmUpSeconds: number;
  /** The node's latency is part of what it holds. */
  latencyHolds: boolean;
  /** Flow goes in one line: end-to-end times can be read off the curves. */
  line: boolean;
  /** Counts are drawn per step: means are over the ends of steps. */
  perStep: boolean;
}

/** Reads one metric out of a fluid run. Throws OracleError for one it does not know. */
export function measureFluid(measurement: FluidMeasurement, query: MetricQuery): number {
  const { warmUpSeconds } = measurement;
  if (query.base === 'endToEnd') {
    return measurement.line
      ? getDelay(getEndToEnd(measurement), query, warmUpSeconds)
      : getTracedLatency(measurement, query);
  }
  const trace = getTrace(measurement, measurement.station);
  switch (query.base) {
    case 'delay':
    case 'sojourn':
    case 'wait':
      return getDelay(trace.delays, query, warmUpSeconds);
    case 'bufferDelayMean':
      return getDelay(trace.delays, { base: 'delay', statistic: 'mean' }, warmUpSeconds);
    case 'backlogMean':
      return getBacklogMean(measurement, trace);
    case 'backlogPeak':
      return getPeak(getHeld(measurement, trace));
    case 'backlogAt':
      return getCurveValue(getHeld(measurement, trace), query.at ?? 0);
    case 'backlogEmptyAt':
      return getEmptyTime(trace.backlog);
    case 'iteratorAgeAt':
      return getAge(trace, query.at ?? 0);
    case 'rejectFraction':
    case 'lossFraction':
      return getGrowth(trace.refused, warmUpSeconds) / getGrowth(trace.arrivals, warmUpSeconds);
    case 'rejectedTotal':
      return getGrowth(trace.refused, warmUpSeconds);
    case 'firstRejectAt':
      return getStart(trace.refused);
    case 'expiredTotal':
      return getGrowth(trace.expired, warmUpSeconds);
    case 'firstExpiryAt':
      return getStart(trace.expired);
    case 'attemptRate':
      return getLateRate(trace.departures);
    case 'deadLetterRate':
      return getLateRate(trace.deadLettered);
    case 'unitSeconds':
      return getUnitSeconds(trace.units, query.from ?? 0, query.to ?? 0);
    case 'objectMB':
    case 'batchSizeMean':
      return getMedian(trace.batches.records);
    case 'lastCompletion':
    case 'makespan':
    case 'makespanMean':
      return getLastCompletion(measurement);
    case 'massResidual':
      return measurement.result.massResidual;
    case 'littleRatio':
      return getLittleRatio(measurement);
    default:
      throw new OracleError(`the metric ${query.base} is not measured on a fluid run`);
  }
}

function getTrace(measurement: FluidMeasurement, id: string): StationTrace {
  const trace = measurement.result.traces?.find((item) => item.id === id);
  if (trace === undefined) {
    throw new OracleError(`no station ${id} to measure`);
  }
  return trace;
}

function getDelay(pieces: readonly DelayPiece[], query: MetricQuery, warmUpSeconds: number): number {
  const from = query.from ?? warmUpSeconds;
  const to = query.to ?? Number.POSITIVE_INFINITY;
  const counted = from > 0 || to < Number.POSITIVE_INFINITY ? selectArrivals(pieces, from, to) : pieces;
  return getDelayStatistic(counted, query.statistic ?? 'mean');
}

function getEndToEnd(measurement: FluidMeasurement): DelayPiece[] {
  return getDelaysBetween(
    getTrace(measurement, measurement.first).arrivals,
    getTrace(measurement, measurement.last).output,
  );
}

function getBacklogMean(measurement: FluidMeasurement, trace: StationTrace): number {
  const { seconds, records } = trace.backlog;
  let area = 0;
  let width = 0;
  for (let i = 0; i < seconds.length; i++) {
    const end = seconds[i] as number;
    const start = i === 0 ? 0 : (seconds[i - 1] as number);
    if (start < measurement.warmUpSeconds - 1e-9) {
      continue;
    }
    const before = i === 0 ? 0 : (records[i - 1] as number);
    const value = records[i] as number;
    area += (measurement.perStep ? value : (before + value) / 2) * (end - start);
    width += end - start;
  }
  return width > 0 ? area / width : 0;
}

/** What the node holds: the queue and, for a rate-latency server, what is on its way through the latency. */
function getHeld(measurement: FluidMeasurement, trace: StationTrace): Curve {
  if (!measurement.latencyHolds) {
    return trace.backlog;
  }
  return {
    seconds: trace.inFlight.seconds,
    records: trace.inFlight.records.map(
      (value, i) => value + getCurveValue(trace.backlog, trace.inFlight.seconds[i] ?? 0),
    ),
  };
}

/** Largest value; a spread call cannot take a million arguments. */
function getPeak(curve: Curve): number {
  return curve.records.reduce((largest, value) => Math.max(largest, value), 0);
}

/** Latency at the metric's station, or over all ends, from tagged records. */
function getTracedLatency(measurement: FluidMeasurement, query: MetricQuery): number {
  const ends = measurement.result.endToEnd.filter((end) => end.to === measurement.station);
  const all = ends.length > 0 ? ends : measurement.result.endToEnd;
  const mass = all.reduce((sum, end) => sum + end.latency.count, 0);
  const mean = (pick: (latency: Distribution) => number): number =>
    all.reduce((sum, end) => sum + pick(end.latency) * end.latency.count, 0) / mass;
  switch (query.statistic) {
    case 'max':
      return Math.max(...all.map((end) => end.latency.max));
    case 0.5:
      return mean((latency) => latency.p50);
    case 0.95:
      return mean((latency) => latency.p95);
    case 0.99:
      return mean((latency) => latency.p99);
    default:
      return mean((latency) => latency.mean);
  }
}

/** First time after the peak at which nothing is left, on the line of the step before. */
function getEmptyTime(backlog: Curve): number {
  const { seconds, records } = backlog;
  let peak = 0;
  for (let i = 1; i < records.length; i++) {
    if ((records[i] as number) > (records[peak] as number) * (1 + 1e-9)) {
      peak = i;
    }
  }
  const small = 1e-7 * Math.max(1, records[peak] ?? 0);
  for (let i = peak + 1; i < records.length; i++) {
    if ((records[i] as number) <= small) {
      return seconds[i] as number;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** Age of the record now read: t − A⁻¹(D(t)), what expired having been passed over. */
function getAge(trace: StationTrace, at: number): number {
  const passed = getCurveValue(trace.departures, at) + getCurveValue(trace.expired, at);
  const arrived = getCurveValue(trace.arrivals, at);
  if (arrived - passed <= 1e-9 * Math.max(1, arrived)) {
    return 0;
  }
  return at - Math.min(at, getCurveTime(trace.arrivals, passed));
}

function getGrowth(curve: Curve, from: number): number {
  return (curve.records.at(-1) ?? 0) - (from > 0 ? getCurveValue(curve, from) : 0);
}

/** Moment a rising curve leaves zero: back from its first points along their line. */
function getStart(curve: Curve): number {
  const { seconds, records } = curve;
  const i = records.findIndex((value) => value > 0);
  if (i < 0) {
    return Number.POSITIVE_INFINITY;
  }
  const before = i === 0 ? 0 : (seconds[i - 1] as number);
  const at = seconds[i] as number;
  const next = seconds[i + 1];
  if (next === undefined || next <= at) {
    return before;
  }
  const pace = ((records[i + 1] as number) - (records[i] as number)) / (next - at);
  return pace > 0 ? Math.max(before, at - (records[i] as number) / pace) : before;
}

/** Slope over the last half of the run. */
function getLateRate(curve: Curve): number {
  const end = curve.seconds.at(-1) ?? 0;
  const half = end / 2;
  return ((curve.records.at(-1) ?? 0) - getCurveValue(curve, half)) / (end - half);
}

/** Integral of a value that holds from the point before to each point. */
function getUnitSeconds(units: Curve, from: number, to: number): number {
  let sum = 0;
  let start = 0;
  units.seconds.forEach((end, i) => {
    const span = Math.min(end, to) - Math.max(start, from);
    if (span > 0) {
      sum += (units.records[i] as number) * span;
    }
    start = end;
  });
  return sum;
}

function getMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** When the last of the mass has left the station, or the last of its parallel parts. */
function getLastCompletion(measurement: FluidMeasurement): number {
  const owner = measurement.station.replace(/#\d+$/, '');
  let latest = 0;
  for (const trace of measurement.result.traces ?? []) {
    if (trace.id === measurement.station || trace.id.startsWith(`${owner}#`)) {
      const total = trace.output.records.at(-1) ?? 0;
      latest = Math.max(latest, getCurveTime(trace.output, total));
    }
  }
  return latest;
}

/** Integral of what the station held over the sum of the times it was held. */
function getLittleRatio(measurement: FluidMeasurement): number {
  const station = measurement.result.stations.find((item) => item.id === measurement.station);
  const { recordSeconds = 0, delaySeconds = 0 } = station?.little ?? {};
  return delaySeconds > 0 ? recordSeconds / delaySeconds : 1;
}
