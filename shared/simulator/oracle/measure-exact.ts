import { Histogram } from '../kernel/histogram.ts';
import type { StationProbe } from '../kernel/exact/station-meter.ts';
import type { ExactResult } from '../kernel/run-exact.ts';
import type { MetricQuery } from './metric-name.ts';
import { OracleError } from './oracle-case.ts';

/** A finished exact run and where to look in it. */
export interface ExactMeasurement {
  result: ExactResult;
  /** Station the metric is about; its number of servers (Infinity when unlimited). */
  station: string;
  servers: number;
  /** Service of the node is a fluid rate: delay means waiting alone. */
  fluid: boolean;
  /** Join: times count from birth. */
  join: boolean;
  /** Records per second of the source. */
  arrivalRate: number;
  nearSize: number;
}

/** Reads one metric out of an exact run. Throws OracleError for one it does not know. */
export function measureExact(measurement: ExactMeasurement, query: MetricQuery): number {
  const { result, station } = measurement;
  if (query.base === 'endToEnd') {
    return getStatistic(getLatency(measurement), query.statistic ?? 'mean');
  }
  if (query.base === 'massResidual') {
    return result.massResidual;
  }
  const probe = result.probes.get(station);
  if (probe === undefined) {
    throw new OracleError(`no station ${station} to measure`);
  }
  switch (query.base) {
    case 'wait':
      return getStatistic(probe.waits, query.statistic ?? 'mean');
    case 'sojourn':
      return getStatistic(
        measurement.join ? getLatency(measurement) : probe.sojourns,
        query.statistic ?? 'mean',
      );
    case 'delay':
      return getStatistic(measurement.fluid ? probe.waits : probe.sojourns, query.statistic ?? 'mean');
    case 'sojournMeanGivenSize':
      return probe.sizeNear > 0 ? (measurement.nearSize * probe.sojournNear) / probe.sizeNear : 0;
    case 'makespan':
    case 'makespanMean':
      return getStatistic(probe.sojourns, 'mean');
    case 'lastCompletion':
      return result.endedAt;
    default:
      return measureCounts(measurement, probe, query);
  }
}

function measureCounts(measurement: ExactMeasurement, probe: StationProbe, query: MetricQuery): number {
  switch (query.base) {
    case 'probWait':
      return probe.waited / probe.waits.mass;
    case 'rejectFraction':
    case 'lossFraction':
      return probe.refused / probe.offered;
    case 'rejectedTotal':
      return probe.refused;
    case 'bufferDelayMean':
      return getStatistic(probe.waits, 'mean');
    case 'batchSizeMean':
    case 'objectMB':
      return probe.batchRecords / probe.batches;
    case 'timeoutFlushFraction':
      return probe.timeoutBatches / probe.batches;
    case 'fractionTimeConcurrencyAbove':
      return getTimeShare(probe, (present) => present > (query.at ?? 0));
    case 'backlogMean':
      return getMeanWaiting(probe, measurement.servers);
    case 'attemptRate':
      return (probe.attempts / probe.offered) * measurement.arrivalRate;
    case 'deadLetterRate':
      return (probe.exhausted / probe.offered) * measurement.arrivalRate;
    case 'littleRatio':
      return probe.sojournSum > 0 ? probe.area / probe.sojournSum : 1;
    default:
      throw new OracleError(`the metric ${query.base} is not measured on an exact run`);
  }
}

function getStatistic(times: Histogram, statistic: 'mean' | 'max' | number): number {
  if (statistic === 'mean') {
    return times.mass > 0 ? times.sum / times.mass : 0;
  }
  return statistic === 'max' ? times.max : times.getPercentile(statistic);
}

/** Latencies at the named terminal station, or at all of them. */
function getLatency(measurement: ExactMeasurement): Histogram {
  const { sinks } = measurement.result;
  const own = sinks.get(measurement.station);
  if (own !== undefined) {
    return own;
  }
  const all = new Histogram(8);
  for (const latency of sinks.values()) {
    all.merge(latency);
  }
  return all;
}

function getTimeShare(probe: StationProbe, includes: (present: number) => boolean): number {
  let total = 0;
  let within = 0;
  probe.occupancy.forEach((seconds, present) => {
    total += seconds;
    within += includes(present) ? seconds : 0;
  });
  return total > 0 ? within / total : 0;
}

function getMeanWaiting(probe: StationProbe, servers: number): number {
  let total = 0;
  let waiting = 0;
  probe.occupancy.forEach((seconds, present) => {
    total += seconds;
    waiting += seconds * Math.max(0, present - servers);
  });
  return total > 0 ? waiting / total : 0;
}
