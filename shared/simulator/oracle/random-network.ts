import { RandomStream } from '../kernel/random.ts';
import type { RunResult } from '../kernel/run.ts';
import { runExact } from '../kernel/run-exact.ts';
import { runFluid } from '../kernel/run-fluid.ts';
import type { LinkSpec, NetworkSpec, SourceSpec, StationSpec } from '../kernel/station.ts';
import { buildCaseNetwork } from './case-network.ts';
import type { MetricQuery } from './metric-name.ts';
import { getNumber, type OracleCase, type OracleNode, OracleError } from './oracle-case.ts';

const LOAD_SECONDS = 600;
const RUN_SECONDS = 3600;
/** Node-seconds that keep a case to a second or two. */
const WORK = 500_000;
const MOST_DOUBLINGS = 5;

/** Mass balance, Little's law or repeatability over a random network, or over the case's own one. */
export function measureRandomNetwork(
  oracleCase: OracleCase,
  node: OracleNode | undefined,
  query: MetricQuery,
  seed: number,
): number {
  const network =
    node === undefined
      ? buildCaseNetwork(oracleCase).network
      : buildRandomNetwork(
          getNumber(node, 'nodes', 50),
          getNumber(node, 'edges', 80),
          getNumber(node, 'seed', 1) + seed * 1_000_003,
        );
  const seconds = Math.max(LOAD_SECONDS, Math.min(RUN_SECONDS, Math.round(WORK / network.stations.length)));
  const run = (spec: NetworkSpec, durationSeconds = seconds): RunResult =>
    runFluid(spec, { durationSeconds, seed, stepSeconds: 1, bucketSeconds: 60 });
  switch (query.base) {
    case 'massResidual':
      return run(network).massResidual;
    case 'littleRatio':
      return getLittleRatio(runUntilEmpty((factor) => run(network, 2 * LOAD_SECONDS * factor)));
    case 'hashEqual':
      return areRunsEqual(network, (spec) => run(spec), seed) ? 1 : 0;
    default:
      throw new OracleError(`the metric ${query.base} is not measured on a random network`);
  }
}

/** Little's law is an identity only when nothing is left. */
function runUntilEmpty(run: (factor: number) => RunResult): RunResult {
  let result = run(1);
  for (let i = 1; i <= MOST_DOUBLINGS && result.stations.some(({ totals }) => totals.backlog > 0); i++) {
    result = run(2 ** i);
  }
  return result;
}

/** Twice the same, and once written down in reverse; with single records too where they can do it. */
function areRunsEqual(network: NetworkSpec, run: (spec: NetworkSpec) => RunResult, seed: number): boolean {
  const reversed: NetworkSpec = {
    sources: [...network.sources].reverse(),
    stations: [...network.stations].reverse(),
    links: [...network.links].reverse(),
  };
  const first = JSON.stringify(run(network), expand);
  if (first !== JSON.stringify(run(network), expand) || first !== JSON.stringify(run(reversed), expand)) {
    return false;
  }
  const simple = network.stations.every(
    (station) =>
      !station.scaling && !station.shared && !station.queue && !station.outages && !station.transform,
  );
  if (
    !simple ||
    network.stations.some((station) => station.service?.kind === 'rate' && station.service.bytesPerSecond)
  ) {
    return true;
  }
  const exact = (spec: NetworkSpec): string =>
    JSON.stringify(runExact(spec, { durationSeconds: RUN_SECONDS, seed, recordLimit: 20_000 }), expand);
  const once = exact(network);
  return once === exact(network) && once === exact(reversed);
}

/** Typed arrays as lists and maps as entries, so that every number takes part in the comparison. */
function expand(_key: string, value: unknown): unknown {
  if (value instanceof Float64Array) {
    return Array.from(value);
  }
  return value instanceof Map ? [...value] : value;
}

/** Little's law over the whole network: mean records held × time over the sum of all delays. */
function getLittleRatio(result: RunResult): number {
  let area = 0;
  let delays = 0;
  for (const station of result.stations) {
    area += station.little.recordSeconds;
    delays += station.little.delaySeconds;
  }
  return delays > 0 ? area / delays : 1;
}

/** A random graph with splits, finite buffers, retries, expiry, losses and one feedback edge. */
export function buildRandomNetwork(nodes: number, edges: number, seed: number): NetworkSpec {
  const random = new RandomStream(seed, 'random network');
  const pick = (below: number): number => Math.floor(random.next() * below);
  const name = (i: number): string => `n${String(i).padStart(5, '0')}`;
  const stations: StationSpec[] = Array.from({ length: nodes }, (_, i) =>
    buildRandomStation(name(i), random),
  );
  const sources: SourceSpec[] = Array.from({ length: Math.max(1, Math.floor(nodes / 10)) }, (_, i) => ({
    id: `source${i}`,
    owner: 'source',
    label: 'source',
    arrivals: {
      points: [
        [0, 50 + pick(2000)],
        [LOAD_SECONDS / 2, 50 + pick(2000)],
        [LOAD_SECONDS, 50 + pick(500)],
        [LOAD_SECONDS, 0],
      ],
      randomness: i % 2 === 0 ? 'steady' : 'poisson',
    },
    recordSizeBytes: 100 + pick(5000),
  }));
  const links: LinkSpec[] = sources.map((source, i) => ({
    id: `s${i}`,
    owner: 's',
    from: source.id,
    to: name(pick(Math.max(1, Math.floor(nodes / 2)))),
  }));
  // A chain through every node first, then the other edges, always forward.
  for (let i = 1; i < nodes; i++) {
    links.push({ id: `c${i}`, owner: 'c', from: name(pick(i)), to: name(i), weight: 0.2 + random.next() });
  }
  for (let i = links.length - sources.length; i < edges - 1 && nodes > 1; i++) {
    const from = pick(nodes - 1);
    const to = from + 1 + pick(nodes - 1 - from);
    links.push({ id: `e${i}`, owner: 'e', from: name(from), to: name(to), weight: 0.2 + random.next() });
  }
  if (nodes > 1) {
    links.push({ id: 'feedback', owner: 'f', from: name(nodes - 1), to: name(pick(nodes - 1)), weight: 0.2 });
    links.push({ id: 'dead', owner: 'd', from: name(0), to: name(nodes - 1), carries: 'dead-letter' });
    stations.push({ id: 'out', owner: 'out', label: 'out' });
    links.push({ id: 'last', owner: 'l', from: name(nodes - 1), to: 'out', weight: 0.8 });
  }
  return { sources, stations, links };
}

function buildRandomStation(id: string, random: RandomStream): StationSpec {
  const draw = random.next();
  const size = random.next();
  const capacity = 200 + size * 3000;
  const base: StationSpec = {
    id,
    owner: id,
    label: id,
    fanOut: 'split',
    service: { kind: 'rate', label: 'capacity', recordsPerSecond: capacity },
  };
  if (draw < 0.2) {
    return { ...base, queue: { maxRecords: 100 + size * 5000, onFull: 'drop' } };
  }
  if (draw < 0.35) {
    return { ...base, queue: { maxRecords: 100 + size * 5000, onFull: 'block' } };
  }
  if (draw < 0.5) {
    return { ...base, queue: { retentionSeconds: 5 + size * 60, onFull: 'drop' } };
  }
  if (draw < 0.65) {
    return {
      ...base,
      failure: {
        label: 'attempts',
        probability: 0.4 * size,
        maxAttempts: 3,
        backoffSeconds: 2,
        onExhausted: 'dead-letter',
      },
    };
  }
  if (draw < 0.75) {
    return {
      ...base,
      admission: [
        {
          label: 'limit',
          recordsPerSecond: capacity / 2,
          scope: 'station',
          onRefuse: size < 0.5 ? 'drop' : 'retry',
        },
      ],
    };
  }
  if (draw < 0.85) {
    return {
      ...base,
      batch: { label: 'buffer', maxRecords: 500, maxSeconds: 7, scope: 'station', timer: 'first-record' },
      delaySeconds: 3 * size,
    };
  }
  return { ...base, lanes: 4, laneShares: [0.4, 0.2, 0.2, 0.2] };
}
