import { getKeyShares, type KeyDistribution } from '../kernel/key-shares.ts';
import { runFluid } from '../kernel/run-fluid.ts';
import type { NetworkSpec, StationSpec } from '../kernel/station.ts';
import type { MetricQuery } from './metric-name.ts';
import { getNumber, getText, type OracleCase, type OracleNode, OracleError } from './oracle-case.ts';
import { measureRandomNetwork } from './random-network.ts';
import type { Measured, OracleOptions } from './run-oracle-case.ts';

/** Cases that search for a value, or need several runs; undefined when the case is an ordinary one. */
export function findSpecialMeasure(
  oracleCase: OracleCase,
  query: MetricQuery,
  options: OracleOptions,
): Measured | undefined {
  const exact = (value: number): Measured => ({ value, stepSeconds: 0, lengthScale: 1 });
  const random = oracleCase.nodes.find((node) => node.kind === 'randomDAG');
  if (random !== undefined || query.base === 'hashEqual') {
    return exact(measureRandomNetwork(oracleCase, random, query, options.seed));
  }
  switch (query.base) {
    case 'maxShardShare':
      return exact(Math.max(...getShardShares(oracleCase)));
    case 'maxRateNoThrottle':
      return exact(findLargestRate(oracleCase, options.seed));
    case 'instancesTotal':
      return exact(findInstances(oracleCase, options.seed));
    default:
      return undefined;
  }
}

function getNode(oracleCase: OracleCase, kind: string): OracleNode {
  const node = oracleCase.nodes.find((item) => item.kind === kind);
  if (node === undefined) {
    throw new OracleError(`the case has no ${kind}`);
  }
  return node;
}

function getShardShares(oracleCase: OracleCase): readonly number[] {
  const source = getNode(oracleCase, 'source');
  const exponent = getNumber(source, 's', getNumber(oracleCase.parameters, 's', 0));
  const keys: KeyDistribution = exponent === 0 ? { kind: 'uniform' } : { kind: 'zipf', exponent };
  const format = getText(oracleCase.parameters, 'keyFormat', getText(source, 'keyFormat', 'key-%d'));
  const shards = getNumber(getNode(oracleCase, 'kinesisStream'), 'shards');
  // The text may go on with an explanation in brackets after the format.
  return getKeyShares(getNumber(source, 'keys'), keys, shards, format.replace(/\s*\(.*$/, ''));
}

/** Halves the interval of rates by running the stream and watching for refused records. */
function findLargestRate(oracleCase: OracleCase, seed: number): number {
  const shares = getShardShares(oracleCase);
  const stream = getNode(oracleCase, 'kinesisStream');
  const perShard = getNumber(oracleCase.parameters, 'perShard', getNumber(stream, 'perShard', 1000));
  const station: StationSpec = {
    id: stream.id,
    owner: stream.id,
    label: 'shards',
    lanes: shares.length,
    laneShares: shares,
    admission: [
      { label: 'write limit', recordsPerSecond: perShard, initialFill: 0, scope: 'lane', onRefuse: 'drop' },
    ],
  };
  const isRefused = (rate: number): boolean => {
    const result = runFluid(getPlainNetwork(rate, [station], []), {
      durationSeconds: 4,
      seed,
      stepSeconds: 1,
    });
    return (result.stations[0]?.totals.throttled ?? 0) > 0;
  };
  let low = 0;
  let high = perShard * shares.length * 1.01;
  while (high - low > 1e-10 * high) {
    const middle = (low + high) / 2;
    if (isRefused(middle)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return low;
}

/** Measures what reaches each operator without limits, gives it enough instances, and checks by a second run. */
function findInstances(oracleCase: OracleCase, seed: number): number {
  const source = getNode(oracleCase, 'source');
  const rate = getNumber(source, 'rate');
  const operators = oracleCase.nodes.filter((node) => node.kind === 'operator');
  const stations = (instances: ReadonlyMap<string, number> | undefined): StationSpec[] =>
    oracleCase.nodes
      .filter((node) => node.kind !== 'source')
      .map((node) => ({
        id: node.id,
        owner: node.id,
        label: node.kind,
        ...(oracleCase.edges.some((edge) => edge.from === node.id && edge.probability !== undefined)
          ? { fanOut: 'split' as const }
          : {}),
        transform: { recordsPerRecord: getNumber(node, 'selectivity', 1) },
        ...(instances?.has(node.id)
          ? {
              service: {
                kind: 'rate' as const,
                label: 'instances',
                recordsPerSecond: (instances.get(node.id) ?? 0) * getNumber(node, 'trueRate'),
              },
            }
          : {}),
      }));
  const run = (instances: ReadonlyMap<string, number> | undefined) =>
    runFluid(
      {
        sources: getPlainNetwork(rate, [], []).sources.map((item) => ({ ...item, id: source.id })),
        stations: stations(instances),
        links: oracleCase.edges.map((edge, i) => ({
          id: String(i),
          owner: String(i),
          from: edge.from,
          to: edge.to,
          ...(edge.probability === undefined ? {} : { weight: edge.probability }),
        })),
      },
      { durationSeconds: 100, seed, stepSeconds: 1 },
    );
  const free = run(undefined);
  const instances = new Map<string, number>();
  for (const operator of operators) {
    const arrived = free.stations.find((station) => station.id === operator.id)?.totals.arrived ?? 0;
    // A load equal to whole instances needs no further one for the rounding of mass.
    const needed = Math.ceil(arrived / 100 / getNumber(operator, 'trueRate') - 1e-6);
    instances.set(operator.id, Math.max(1, needed));
  }
  const sized = run(instances);
  for (const station of sized.stations) {
    if (station.totals.backlog > 1e-3 * rate) {
      throw new OracleError(
        `${station.id} is still a bottleneck with ${instances.get(station.id)} instances`,
      );
    }
  }
  return [...instances.values()].reduce((sum, count) => sum + count, 0);
}

function getPlainNetwork(
  rate: number,
  stations: readonly StationSpec[],
  links: NetworkSpec['links'],
): NetworkSpec {
  return {
    sources: [
      {
        id: 'source',
        owner: 'source',
        label: 'source',
        arrivals: { points: [[0, rate]], randomness: 'steady' },
        recordSizeBytes: 1,
      },
    ],
    stations,
    links:
      links.length > 0 || stations.length === 0
        ? links
        : [{ id: 'in', owner: 'in', from: 'source', to: stations[0]?.id ?? '' }],
  };
}
