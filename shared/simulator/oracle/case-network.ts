import type { LinkSpec, NetworkSpec, SourceSpec, StationSpec } from '../kernel/station.ts';
import { buildSource, type CaseSource } from './case-sources.ts';
import { buildStations, type CaseStations } from './case-stations.ts';
import {
  findList,
  getNumber,
  type OracleCase,
  type OracleEdge,
  type OracleNode,
  OracleError,
} from './oracle-case.ts';

/** A case as a network, with what the measuring needs to find its way. */
export interface CaseNetwork {
  network: NetworkSpec;
  sources: CaseSource[];
  /** Station that stands for a node. */
  stationOf: ReadonlyMap<string, string>;
  nodes: ReadonlyMap<string, OracleNode>;
}

/** Nodes a buffer can feed: it becomes their bounded queue. */
const DRAINS = new Set([
  'fluidQueue',
  'rateLatency',
  'streamPoller',
  'scalingPool',
  'server',
  'kinesisShard',
]);

/** Start of the id of a station that stands for leaving the system. */
const EXIT = 'exit of ';

/** Translates nodes and edges. Throws OracleError for what has no translation. */
export function buildCaseNetwork(oracleCase: OracleCase): CaseNetwork {
  const nodes = new Map(oracleCase.nodes.map((node) => [node.id, node]));
  const buffers = findBuffers(oracleCase);
  const sources = oracleCase.nodes.filter((node) => node.kind === 'source').map(buildSource);
  const built = new Map<string, CaseStations>();
  const stationOf = new Map<string, string>();
  for (const node of oracleCase.nodes) {
    if (node.kind === 'source' || buffers.has(node.id)) {
      continue;
    }
    const stations = withStep(node, oracleCase);
    built.set(node.id, stations);
    stationOf.set(node.id, stations.stations[0]?.id ?? node.id);
  }
  for (const [buffer, drain] of buffers) {
    const target = built.get(drain) as CaseStations;
    const capacity = getNumber(nodes.get(buffer) as OracleNode, 'capacity');
    target.stations = target.stations.map((station) => ({
      ...station,
      queue: { ...station.queue, maxRecords: capacity, onFull: 'block' },
    }));
    built.set(buffer, target);
    stationOf.set(buffer, stationOf.get(drain) as string);
  }
  const edges = completeEdges(oracleCase.edges.filter((edge) => buffers.get(edge.from) !== edge.to));
  for (const edge of edges) {
    if (edge.to.startsWith(EXIT)) {
      built.set(edge.to, {
        stations: [{ id: edge.to, owner: edge.from, label: 'exit' }],
        entries: [edge.to],
        exits: [edge.to],
      });
    }
  }
  const stations = [...new Set([...built.values()].flatMap((item) => item.stations))];
  const links = edges.flatMap((edge, i) => buildLinks(edge, i, built));
  const transferSources = oracleCase.nodes.flatMap(buildTransferSources);
  return {
    network: {
      sources: [...sources.map((source) => source.spec), ...transferSources],
      stations: setFanOut(stations, edges, built, oracleCase),
      links: [...links, ...transferSources.map(linkTransfer)],
    },
    sources,
    stationOf,
    nodes,
  };
}

/** Gives every edge of a random choice its probability; what is missing to 1 leaves the system. */
function completeEdges(edges: readonly OracleEdge[]): OracleEdge[] {
  const senders = [...new Set(edges.map((edge) => edge.from))];
  return senders.flatMap((sender) => {
    const out = edges.filter((edge) => edge.from === sender);
    if (out.every((edge) => edge.probability === undefined)) {
      return out;
    }
    const open = out.filter((edge) => edge.probability === undefined);
    const rest = Math.max(0, 1 - out.reduce((sum, edge) => sum + (edge.probability ?? 0), 0));
    const complete = out.map((edge) => ({ ...edge, probability: edge.probability ?? rest / open.length }));
    return open.length === 0 && rest > 1e-9
      ? [...complete, { from: sender, to: `${EXIT}${sender}`, probability: rest }]
      : complete;
  });
}

/** Bounded buffers and the node each feeds. */
function findBuffers(oracleCase: OracleCase): Map<string, string> {
  const kinds = new Map(oracleCase.nodes.map((node) => [node.id, node.kind]));
  const buffers = new Map<string, string>();
  for (const node of oracleCase.nodes) {
    if (node.kind === 'boundedBuffer') {
      const next = oracleCase.edges.find((edge) => edge.from === node.id)?.to;
      if (next === undefined || !DRAINS.has(kinds.get(next) ?? '')) {
        throw new OracleError(`${node.id}: a bounded buffer must feed a node with a capacity`);
      }
      buffers.set(node.id, next);
    }
  }
  return buffers;
}

/** A capacity per step is per step of the source. */
function withStep(node: OracleNode, oracleCase: OracleCase): CaseStations {
  const source = oracleCase.nodes.find((other) => typeof other['step'] === 'number');
  return buildStations(source === undefined || 'step' in node ? node : { ...node, step: source['step'] });
}

function buildLinks(edge: OracleEdge, index: number, built: ReadonlyMap<string, CaseStations>): LinkSpec[] {
  const to = built.get(edge.to);
  if (to === undefined) {
    throw new OracleError(`an edge leads to ${edge.to}, which is no station`);
  }
  const from = built.get(edge.from)?.exits ?? [edge.from];
  return from.flatMap((exit) =>
    to.entries.map((entry, i) => ({
      id: `${index}:${exit}:${entry}:${i}`,
      owner: `${edge.from}-${edge.to}`,
      from: exit,
      to: entry,
      ...(edge.probability === undefined ? {} : { weight: edge.probability }),
    })),
  );
}

/** Copies without probabilities; with them, a share each, the edges without one taking the rest. */
function setFanOut(
  stations: readonly StationSpec[],
  edges: readonly OracleEdge[],
  built: ReadonlyMap<string, CaseStations>,
  oracleCase: OracleCase,
): StationSpec[] {
  const kinds = new Map(oracleCase.nodes.map((node) => [node.id, node.kind]));
  return stations.map((station) => {
    const out = edges.filter((edge) => built.get(edge.from)?.exits.includes(station.id));
    const random = out.some((edge) => edge.probability !== undefined);
    const copies = edges.filter((edge) => built.get(edge.to)?.entries.includes(station.id)).length;
    return {
      ...station,
      ...(random ? { fanOut: 'split' as const } : {}),
      ...(kinds.get(station.id) === 'join' ? { joinCopies: copies } : {}),
    };
  });
}

function buildTransferSources(node: OracleNode): SourceSpec[] {
  const transfers = (findList(node, 'transfers') ?? []) as readonly { size: number }[];
  return transfers.map((transfer, i) => ({
    id: `${node.id}@${i + 1}`,
    owner: node.id,
    label: 'transfer',
    arrivals: { points: [[0, 0]], randomness: 'steady', bursts: [[0, transfer.size]] },
    recordSizeBytes: 1,
  }));
}

function linkTransfer(source: SourceSpec): LinkSpec {
  return {
    id: `transfer:${source.id}`,
    owner: source.owner,
    from: source.id,
    to: source.id.replace('@', '#'),
  };
}
