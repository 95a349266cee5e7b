import type { Design, DesignNode, SizingRecord } from '../../graph/design.ts';
import { getEdgeProperties } from '../../integrations/edge-properties.ts';
import { Configuration } from '../../services/configuration.ts';
import type { ServiceDefinition } from '../../services/define-service.ts';
import type { NumberProperty } from '../../services/property.ts';
import { findService } from '../../services/registry.ts';
import type { SourceKey } from '../../sources/source.ts';
import type { RunResult } from '../kernel/run.ts';
import { buildNetwork } from './build-network.ts';
import { getCarryingEdges } from './carrying-edges.ts';
import { getShardAdvice, type ShardAdvice } from './sizing.ts';
import { getMeanBytes, getPeakRate, getStationCapacity, show } from './station-rates.ts';
import type { OwnerSummary } from './summary.ts';

/** A setting with the value that the run asks for. */
export interface SizingAdvice {
  node: string;
  name: string;
  property: string;
  /** As the inspector calls the property. */
  label: string;
  current: number;
  value: number;
  /** What the value is enough for: `7,000 records/s at the peak`. */
  demand: string;
  /** The arithmetic with the numbers put in. */
  formula: string;
  sources: readonly SourceKey[];
  /** What the design keeps when the advice is followed. */
  record: SizingRecord;
}

/** What the advice needs of a run. */
export type SizedRun = Pick<RunResult, 'stations' | 'seed' | 'durationSeconds'> & {
  scenario: string;
  nodes: readonly OwnerSummary[];
};

/** Share of its capacity that a setting is sized for; the rest is for what a run does not show. */
const fullness = 0.8;

/** How often values are tried before a setting is taken to have no effect. */
const rounds = 6;

/** A setting that may be changed, and what the run showed of its node. */
interface Candidate {
  node: DesignNode;
  name: string;
  property: NumberProperty;
  current: number;
  /** Records per second that came at the busiest time. */
  peak: number;
  meanBytes: number;
  summary: OwnerSummary;
}

/**
 * Values for the settings with which nodes take more records, from the busiest time of a run. Each value is tried
 * in the model until its limits have room; streams start from the shards that the formula of AWS asks for.
 * @param design as it was when it ran.
 */
export function adviseSizes(design: Design, run: SizedRun): SizingAdvice[] {
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  const candidates = run.nodes.flatMap((summary) => {
    const node = nodes.get(summary.id);
    const service = node && findService(node.service);
    return node && service ? findCandidate(node, service, summary, run) : [];
  });
  const streams = new Map(
    candidates
      .filter(({ node }) => node.service === 'kds')
      .map((candidate) => [candidate.node.id, getStreamAdvice(design, candidate)]),
  );
  const start = new Map(
    candidates.map(({ node, current }) => [node.id, streams.get(node.id)?.shards ?? current]),
  );
  const tried = findRoom(design, candidates, start, run);
  return candidates.flatMap((candidate) => {
    const found = tried.get(candidate.node.id);
    const shards = streams.get(candidate.node.id);
    if (shards) return [describeStream(candidate, shards, found, run)];
    return found ? [describeRoom(candidate, found, run)] : [];
  });
}

/**
 * A rate as exact as a run gives it: a step that falls into one bucket or the next is a thousandth of the
 * stretch a peak is taken over, which must not ask for one shard more.
 */
const settle = (rate: number): number => Number((rate * 0.999).toPrecision(3));

function findCandidate(
  node: DesignNode,
  service: ServiceDefinition,
  summary: OwnerSummary,
  run: SizedRun,
): Candidate[] {
  const property = service.properties.find(({ name }) => name === service.simulation.scaledBy);
  if (property?.type !== 'number') return [];
  const config = new Configuration(service.properties, node.properties);
  const shown = property.visibleWhen;
  if (shown && !shown.equals.includes(config.value(shown.property))) return [];
  const current = config.number(property.name);
  const first = run.stations.find(({ id }) => id === summary.stations[0]);
  const peak = settle(getPeakRate(summary.arrivalRate));
  // Nothing came, or the setting is off: 0 shares what the account has.
  if (!first || peak <= 0 || current <= 0) return [];
  return [{ node, name: summary.name, property, current, peak, meanBytes: getMeanBytes(first), summary }];
}

function complete(
  { node, name, property, current, peak }: Candidate,
  run: SizedRun,
  rest: Pick<SizingAdvice, 'value' | 'formula' | 'sources'>,
): SizingAdvice {
  const demand = `${show(peak)} records/s at the peak`;
  const record = { value: rest.value, demand, scenario: run.scenario, seed: run.seed };
  return {
    node: node.id,
    name,
    property: property.name,
    label: property.label,
    current,
    demand,
    record,
    ...rest,
  };
}

function getStreamAdvice(design: Design, { node, meanBytes, peak }: Candidate): ShardAdvice {
  const services = new Map(design.nodes.map(({ id, service }) => [id, service]));
  const polling = getCarryingEdges(design).filter((edge) => {
    if (edge.source !== node.id) return false;
    const properties = getEdgeProperties('kds', services.get(edge.target) ?? '');
    const config = new Configuration(properties, edge.properties);
    return !config.has('fanOut') || config.text('fanOut') !== 'enhanced';
  });
  return getShardAdvice({
    recordSizeBytes: meanBytes,
    recordsPerSecond: peak,
    sharedConsumers: polling.length,
  });
}

function describeStream(
  candidate: Candidate,
  { shards, formula, sources }: ShardAdvice,
  found: Room | undefined,
  run: SizedRun,
): SizingAdvice {
  const reason = !found
    ? `${formula}; no number of shards has room for the busiest key`
    : found.value > shards
      ? `${formula}; the busiest of ${shards} gets more than a shard takes, ${found.value} have room for it`
      : formula;
  return complete(candidate, run, { value: found?.value ?? shards, formula: reason, sources });
}

function describeRoom(candidate: Candidate, { value, capacity }: Room, run: SizedRun): SizingAdvice {
  const { peak, summary } = candidate;
  return complete(candidate, run, {
    value,
    formula: `${show(value)} let ${show(capacity)} records/s through; ${show(fullness * 100)} % of it is ${show(capacity * fullness)} ≥ ${show(peak)} records/s at the peak`,
    sources: [...new Set([...(summary.limit?.sources ?? []), 'ASSUMPTION'])],
  });
}

/** A value with what its node lets through, records per second. */
interface Room {
  value: number;
  capacity: number;
}

/** The formula for shards leaves no room by itself, and shards cost by the hour. */
const getFullness = ({ node }: Candidate): number => (node.service === 'kds' ? 1 : fullness);

/** For each candidate the first value with room for its peak; left out where none was found. */
function findRoom(
  design: Design,
  candidates: readonly Candidate[],
  start: ReadonlyMap<string, number>,
  run: SizedRun,
): Map<string, Room> {
  const found = new Map<string, Room>();
  const values = new Map(start);
  let open = candidates;
  for (let round = 0; round < rounds && open.length > 0; round += 1) {
    const capacities = measure(design, open, values, run);
    const narrow: Candidate[] = [];
    for (const candidate of open) {
      const { id } = candidate.node;
      const capacity = capacities.get(id);
      if (capacity === undefined) continue;
      const value = values.get(id) ?? candidate.current;
      const wanted = Math.ceil((value * candidate.peak) / getFullness(candidate) / capacity - 1e-9);
      const next = clamp(wanted, candidate.property);
      const isEnough = capacity * getFullness(candidate) >= candidate.peak;
      // The first round may also find that less would do; streams start from what they need at least.
      const isLess = round === 0 && next < value && candidate.node.service !== 'kds';
      if (isEnough && !isLess) found.set(id, { value, capacity });
      else if (next !== value) {
        values.set(id, next);
        narrow.push(candidate);
      }
    }
    open = narrow;
  }
  return found;
}

function clamp(value: number, { min = 1, max = Number.MAX_SAFE_INTEGER }: NumberProperty): number {
  return Math.min(max, Math.max(min, 1, value));
}

/**
 * What each node lets through with these values. Nodes that AWS scales by itself and nodes without a limit are
 * left out, and so are those that the setting does not help.
 */
function measure(
  design: Design,
  candidates: readonly Candidate[],
  values: ReadonlyMap<string, number>,
  run: SizedRun,
): Map<string, number> {
  const properties = new Map(candidates.map(({ node, property }) => [node.id, property.name]));
  const changed = {
    ...design,
    nodes: design.nodes.map((node) => {
      const [property, value] = [properties.get(node.id), values.get(node.id)];
      if (property === undefined || value === undefined) return node;
      return { ...node, properties: { ...node.properties, [property]: value } };
    }),
  };
  const model = buildNetwork(changed, { durationSeconds: run.durationSeconds });
  const specs = new Map(model.network.stations.map((spec) => [spec.id, spec]));
  const capacities = new Map<string, number>();
  for (const { node, meanBytes } of candidates) {
    const stations = (model.nodeStations.get(node.id) ?? []).flatMap((id) => specs.get(id) ?? []);
    if (stations.some(({ scaling }) => scaling !== undefined)) continue;
    const capacity = Math.min(...stations.map((spec) => getStationCapacity(spec, meanBytes)));
    if (Number.isFinite(capacity) && capacity > 0) capacities.set(node.id, capacity);
  }
  return capacities;
}
