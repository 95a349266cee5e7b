import { NetworkError } from '../kernel/network-error.ts';
import type { RunResult } from '../kernel/run.ts';
import { runExact } from '../kernel/run-exact.ts';
import { runFluid } from '../kernel/run-fluid.ts';
import type { NetworkSpec, StationSpec } from '../kernel/station.ts';
import { getTopology } from '../kernel/topology.ts';
import { buildCaseNetwork, type CaseNetwork } from './case-network.ts';
import { measureExact } from './measure-exact.ts';
import { measureFluid } from './measure-fluid.ts';
import { type MetricQuery, parseMetricName } from './metric-name.ts';
import { getNumber, getText, type OracleCase, OracleError } from './oracle-case.ts';
import { findSpecialMeasure } from './special-cases.ts';
import { planFluidRun } from './fluid-plan.ts';

export interface OracleOutcome {
  id: string;
  metric: string;
  expected: number;
  /** NaN when the case could not be run. */
  measured: number;
  /** Allowed difference for the run that was made. */
  tolerance: number;
  passed: boolean;
  /** Why a case could not be run. */
  problem?: string;
}

export interface OracleOptions {
  seed: number;
  /** Factor on the stated run length of stochastic cases; the tolerance follows. 1 by default. */
  lengthFactor?: number;
}

/** A measured value with the run it came from. */
export interface Measured {
  value: number;
  stepSeconds: number;
  /** Square root of stated over used run length; 1 without randomness. */
  lengthScale: number;
}

/** Kinds that are about single customers. */
const RECORD_KINDS = new Set([
  'server',
  'concurrencyLimiter',
  'infiniteServer',
  'bulkServer',
  'parallelAll',
  'mapState',
  'fork',
  'join',
]);

/** A run that ends while a queue is still running empty goes on, to at most 2^5 times its length. */
const MOST_DOUBLINGS = 5;

const DEFAULT_RECORDS = 200_000;

/** Runs one case with the kernel and compares; a case that cannot be run fails with its reason. */
export function runOracleCase(oracleCase: OracleCase, options: OracleOptions): OracleOutcome {
  const { tolerance, expected } = oracleCase;
  try {
    const measured = measureCase(oracleCase, options);
    const allowed =
      tolerance.abs * measured.lengthScale +
      tolerance.rel * Math.abs(expected) +
      tolerance.absPerStepSecond * measured.stepSeconds;
    return {
      id: oracleCase.id,
      metric: oracleCase.metric.name,
      expected,
      measured: measured.value,
      tolerance: allowed,
      passed: Math.abs(measured.value - expected) <= allowed,
    };
  } catch (error) {
    if (error instanceof OracleError || error instanceof NetworkError) {
      return {
        id: oracleCase.id,
        metric: oracleCase.metric.name,
        expected,
        measured: Number.NaN,
        tolerance: tolerance.abs,
        passed: false,
        problem: error.message,
      };
    }
    throw error;
  }
}

function measureCase(oracleCase: OracleCase, options: OracleOptions): Measured {
  const query = parseMetricName(oracleCase.metric.name);
  const special = findSpecialMeasure(oracleCase, query, options);
  if (special !== undefined) {
    return special;
  }
  const built = buildCaseNetwork(oracleCase);
  const engines = wantsExact(oracleCase) ? [runOnExact, runOnFluid] : [runOnFluid, runOnExact];
  const [first, second] = engines as [typeof runOnExact, typeof runOnFluid];
  try {
    return first(oracleCase, built, query, options);
  } catch (error) {
    if (!isMatterOfEngine(error)) {
      throw error;
    }
    try {
      return second(oracleCase, built, query, options);
    } catch {
      throw error;
    }
  }
}

/** A feature or a metric that only the other engine has (retention with drawn counts, say). */
function isMatterOfEngine(error: unknown): boolean {
  return (
    (error instanceof NetworkError && error.message.includes('fluid engine')) ||
    (error instanceof OracleError && error.message.includes('is not measured on'))
  );
}

/** Single records where the case is about customers, fluid where it is about rates. */
function wantsExact(oracleCase: OracleCase): boolean {
  return oracleCase.nodes.some((node) => {
    if (node.kind === 'source') {
      return ['poisson', 'deterministic'].includes(getText(node, 'arrivals', ''));
    }
    if (node.kind === 'retryingTask') {
      return node['fluid'] !== true && oracleCase.mode === 'stochastic';
    }
    return (
      RECORD_KINDS.has(node.kind) || (node.kind === 'sharedBandwidth' && node['transfers'] === undefined)
    );
  });
}

function getStation(built: CaseNetwork, oracleCase: OracleCase): string {
  const { node } = oracleCase.metric;
  const station = built.stationOf.get(node);
  if (station !== undefined) {
    return station;
  }
  // A metric of the whole system: its last station.
  const last = built.network.stations.at(-1);
  if (last === undefined) {
    throw new OracleError(`there is no node ${node}`);
  }
  return last.id;
}

function runOnExact(
  oracleCase: OracleCase,
  built: CaseNetwork,
  query: MetricQuery,
  options: OracleOptions,
): Measured {
  const { network } = built;
  const station = getStation(built, oracleCase);
  const spec = network.stations.find((item) => item.id === station) as StationSpec;
  const factor = oracleCase.mode === 'stochastic' ? (options.lengthFactor ?? 1) : 1;
  const { run, parameters } = oracleCase;
  const arrivalRate = getNumber(
    built.nodes.get(built.sources[0]?.spec.id ?? '') ?? {},
    'rate',
    getNumber(parameters, 'lam', 1),
  );
  const simSeconds = run['simSeconds'];
  const stated = run['records'] ?? (simSeconds === undefined ? DEFAULT_RECORDS : simSeconds * arrivalRate);
  const warmUp = run['warmup'] ?? (run['warmupSeconds'] ?? 0) * arrivalRate;
  const records = roundToBatches(
    Math.max(1, Math.round(stated * factor)),
    spec,
    arrivalRate,
    oracleCase.mode,
  );
  const nearSize = getNumber(parameters, 'conditionOnSize', Number.NaN);
  const result = runExact(withAnySource(network, spec), {
    durationSeconds: Number.POSITIVE_INFINITY,
    seed: options.seed,
    recordLimit: Math.round(warmUp * factor) + records,
    warmUpRecords: Math.round(warmUp * factor),
    drain: query.base === 'littleRatio' || query.base === 'lastCompletion',
    nearSize,
  });
  const service = spec.service;
  return {
    value: measureExact(
      {
        result,
        station,
        servers: service?.kind === 'servers' ? service.servers : service?.kind === 'rate' ? 1 : Infinity,
        fluid: service?.kind === 'rate',
        join: spec.joinCopies !== undefined,
        arrivalRate,
        nearSize,
      },
      query,
    ),
    stepSeconds: 0,
    lengthScale: Math.sqrt(stated / records),
  };
}

/** Maps need no load: without a source of their own they get one that is slow enough. */
function withAnySource(network: NetworkSpec, spec: StationSpec): NetworkSpec {
  if (network.sources.length > 0) {
    return network;
  }
  return {
    ...network,
    sources: [
      {
        id: 'runs',
        owner: 'runs',
        label: 'one run after the other',
        arrivals: { points: [[0, 1]], randomness: 'steady' },
        recordSizeBytes: 1,
      },
    ],
    links: [...network.links, { id: 'runs', owner: 'runs', from: 'runs', to: spec.id }],
  };
}

/** Without randomness whole cycles of a buffer must count, or the last part of one shifts the mean. */
function roundToBatches(records: number, spec: StationSpec, arrivalRate: number, mode: string): number {
  if (mode === 'stochastic' || spec.batch === undefined) {
    return records;
  }
  const bySize = spec.batch.maxRecords ?? 1;
  const byTime = Math.max(1, Math.floor(arrivalRate * spec.batch.maxSeconds) + 1);
  const cycle = bySize * byTime * Math.max(1, Math.floor(arrivalRate * spec.batch.maxSeconds));
  return cycle > 5_000_000 ? records : Math.ceil(records / cycle) * cycle;
}

function runOnFluid(
  oracleCase: OracleCase,
  built: CaseNetwork,
  query: MetricQuery,
  options: OracleOptions,
): Measured {
  const plan = planFluidRun(oracleCase, built, query, options.lengthFactor ?? 1);
  const { network } = built;
  const station = getStation(built, oracleCase);
  const { first, last } = getEnds(built, network);
  const traced = query.base === 'endToEnd' ? [first, last] : getParts(network, station);
  const run = (durationSeconds: number): RunResult =>
    runFluid(network, {
      durationSeconds,
      seed: options.seed,
      stepSeconds: plan.stepSeconds,
      bucketSeconds: durationSeconds / 20,
      trace: traced,
    });
  let result = run(plan.durationSeconds);
  for (let i = 1; i <= MOST_DOUBLINGS && plan.mayExtend && isStillDraining(result); i++) {
    result = run(plan.durationSeconds * 2 ** i);
  }
  return {
    value: measureFluid(
      {
        result,
        station,
        first,
        last,
        warmUpSeconds: plan.warmUpSeconds,
        latencyHolds: built.nodes.get(oracleCase.metric.node)?.kind === 'rateLatency',
        line: isLine(network),
        perStep: plan.perStep,
      },
      query,
    ),
    stepSeconds: plan.perStep ? 0 : plan.stepSeconds,
    lengthScale: plan.lengthScale,
  };
}

/** First and last station of the flow, sinks apart. */
function getEnds(built: CaseNetwork, network: NetworkSpec): { first: string; last: string } {
  const sinks = new Set(
    [...built.nodes.values()].filter((node) => node.kind === 'sink').map((node) => node.id),
  );
  const order = getTopology(network).stations.map((item) => item.id);
  const real = order.filter((id) => !sinks.has(id));
  return { first: real[0] ?? '', last: real.at(-1) ?? '' };
}

/** True when one source's flow passes all stations one after the other. */
function isLine(network: NetworkSpec): boolean {
  const senders = new Set(network.links.map((link) => link.from));
  const receivers = new Set(network.links.map((link) => link.to));
  const apart = senders.size === network.links.length && receivers.size === network.links.length;
  return network.sources.length === 1 && apart;
}

/** The station and its parallel parts (`id#2` …). */
function getParts(network: NetworkSpec, station: string): string[] {
  const owner = station.replace(/#\d+$/, '');
  const ids = network.stations.map((item) => item.id);
  return ids.filter((id) => id === station || id.startsWith(`${owner}#`));
}

/** True when some backlog at the end is below what it was shortly before. */
function isStillDraining(result: RunResult): boolean {
  return result.stations.some(({ backlog, totals }) => {
    const before = backlog.mean.at(-2) ?? 0;
    return totals.backlog > 1e-6 * Math.max(1, totals.arrived) && totals.backlog < before * (1 - 1e-9);
  });
}
