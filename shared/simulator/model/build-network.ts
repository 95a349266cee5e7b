import type { Design, DesignEdge, DesignNode, EdgeKind, Scenario, Workload } from '../../graph/design.ts';
import type { SizeClass } from '../../graph/record-sizes.ts';
import { resolveEdgeKind } from '../../integrations/edge-kind.ts';
import { getEdgeProperties } from '../../integrations/edge-properties.ts';
import { Configuration } from '../../services/configuration.ts';
import type { LimitDefinition, ServiceDefinition } from '../../services/define-service.ts';
import { findService } from '../../services/registry.ts';
import type { ModelFigures } from './binding-limit.ts';
import { carriesRecords } from './carrying-edges.ts';
import type {
  NodeModel,
  SimulationContext,
  SimulationNeighbour,
  Stage,
} from '../../services/simulation-model.ts';
import { getKeyShares } from '../kernel/key-shares.ts';
import type { LinkSpec, NetworkSpec, SourceSpec, StationSpec } from '../kernel/station.ts';
import { mixSizes } from './mix-sizes.ts';
import { getWorkloadRates } from './workload-rates.ts';
import { buildSources } from './workload-sources.ts';

/** A design turned into stations, and what the results need to find their way back. */
export interface NetworkModel {
  network: NetworkSpec;
  /** Stations of each node, in the order records pass them. */
  nodeStations: ReadonlyMap<string, readonly string[]>;
  /** Stations of each edge: readers, pollers, filters. */
  edgeStations: ReadonlyMap<string, readonly string[]>;
  nodeModels: ReadonlyMap<string, NodeModel>;
  /** Figures of the catalogue that the models of each node or edge have read, and what the models rest on. */
  figures: ReadonlyMap<string, ModelFigures>;
  /** Sizes of the records that reach each node, relative to their mean there; even sizes are left out. */
  sizeShapes: ReadonlyMap<string, readonly SizeClass[]>;
  /** Things left out, in plain words. */
  notes: string[];
}

/**
 * Builds the kernel's network for a design under a scenario.
 * @throws RecordingError when a recorded workload cannot be read.
 */
export function buildNetwork(
  design: Design,
  scenario: Pick<Scenario, 'durationSeconds'> & Partial<Scenario>,
): NetworkModel {
  return new NetworkBuilder(design, scenario).build();
}

interface BuiltNode {
  node: DesignNode;
  service: ServiceDefinition;
  config: Configuration;
  context: SimulationContext;
  model: NodeModel;
}

class NetworkBuilder {
  readonly #design: Design;
  readonly #scenario: Pick<Scenario, 'durationSeconds'> & Partial<Scenario>;
  readonly #nodes = new Map<string, DesignNode>();
  readonly #configs = new Map<string, Configuration>();
  readonly #built = new Map<string, BuiltNode>();
  readonly #edges: DesignEdge[];
  readonly #stations: StationSpec[] = [];
  readonly #links: LinkSpec[] = [];
  readonly #sources: SourceSpec[] = [];
  readonly #nodeStations = new Map<string, string[]>();
  readonly #edgeStations = new Map<string, string[]>();
  readonly #reads = new Map<string, Set<LimitDefinition>>();
  readonly #notes: string[] = [];

  constructor(design: Design, scenario: Pick<Scenario, 'durationSeconds'> & Partial<Scenario>) {
    this.#design = design;
    this.#scenario = scenario;
    for (const node of design.nodes) {
      const service = findService(node.service);
      if (!service) {
        this.#notes.push(
          `${node.name ?? node.id}: the service "${node.service}" is not in the catalogue and was left out.`,
        );
        continue;
      }
      const override = scenario.overrides?.find((item) => item.node === node.id)?.properties;
      this.#nodes.set(node.id, node);
      this.#configs.set(node.id, new Configuration(service.properties, { ...node.properties, ...override }));
    }
    this.#edges = design.edges.filter(
      (edge) =>
        this.#nodes.has(edge.source) && this.#nodes.has(edge.target) && carriesRecords(this.#getKind(edge)),
    );
  }

  build(): NetworkModel {
    for (const node of this.#nodes.values()) this.#buildNode(node);
    for (const built of this.#built.values()) this.#addNode(built);
    for (const edge of this.#edges) this.#addEdge(edge);
    for (const workload of this.#design.workloads) this.#addWorkload(workload);
    return {
      network: { sources: this.#sources, stations: this.#stations, links: this.#links },
      nodeStations: this.#nodeStations,
      edgeStations: this.#edgeStations,
      nodeModels: new Map([...this.#built].map(([id, built]) => [id, built.model])),
      figures: this.#getFigures(),
      sizeShapes: this.#getSizeShapes(),
      notes: this.#notes,
    };
  }

  #getSizeShapes(): Map<string, readonly SizeClass[]> {
    const shapes = new Map<string, readonly SizeClass[]>();
    if (!this.#design.workloads.some((workload) => workload.recordSizes)) return shapes;
    for (const id of this.#nodes.keys()) {
      const shape = mixSizes(this.#getWorkloadsUpstream(id));
      if (shape.length > 1) shapes.set(id, shape);
    }
    return shapes;
  }

  #buildNode(node: DesignNode): void {
    const service = findService(node.service);
    const config = this.#configs.get(node.id);
    if (!service || !config) return;
    const context = this.#buildContext(node, service, config);
    this.#built.set(node.id, { node, service, config, context, model: service.simulation.build(context) });
  }

  #buildContext(node: DesignNode, service: ServiceDefinition, config: Configuration): SimulationContext {
    return {
      config,
      limit: (id) => {
        const limit = getLimit(service, id);
        this.#reads.set(node.id, (this.#reads.get(node.id) ?? new Set()).add(limit));
        return limit.value;
      },
      region: this.#design.settings.region,
      incoming: this.#edges
        .filter((edge) => edge.target === node.id)
        .map((edge) => this.#getNeighbour(edge, edge.source)),
      outgoing: this.#edges
        .filter((edge) => edge.source === node.id)
        .map((edge) => this.#getNeighbour(edge, edge.target)),
      keyShares: (lanes) => this.#getShares(node.id, lanes),
    };
  }

  /** An edge is modelled by both its ends. */
  #getFigures(): Map<string, ModelFigures> {
    const figures = new Map<string, ModelFigures>();
    for (const { node, service } of this.#built.values()) {
      const limits = [...(this.#reads.get(node.id) ?? [])];
      figures.set(node.id, { limits, sources: service.simulation.sources });
    }
    for (const edge of this.#edges) {
      const ends = [figures.get(edge.target), figures.get(edge.source)].filter((end) => end !== undefined);
      figures.set(edge.id, {
        limits: ends.flatMap(({ limits }) => limits),
        sources: [...new Set(ends.flatMap(({ sources }) => sources))],
      });
    }
    return figures;
  }

  #getNeighbour(edge: DesignEdge, id: string): SimulationNeighbour {
    const service = this.#nodes.get(id)?.service ?? '';
    return {
      edge: edge.id,
      kind: this.#getKind(edge),
      node: id,
      service,
      config: this.#configs.get(id) ?? new Configuration([], {}),
      edgeConfig: this.#getEdgeConfig(edge),
    };
  }

  #getKind(edge: DesignEdge): EdgeKind {
    return resolveEdgeKind(
      edge,
      this.#nodes.get(edge.source)?.service ?? '',
      this.#nodes.get(edge.target)?.service ?? '',
    );
  }

  #getEdgeConfig(edge: DesignEdge): Configuration {
    const source = this.#nodes.get(edge.source)?.service ?? '';
    const target = this.#nodes.get(edge.target)?.service ?? '';
    return new Configuration(getEdgeProperties(source, target), edge.properties);
  }

  /** Key shares of the workloads that reach the node, weighted by their mean rates. */
  #getShares(node: string, lanes: number): readonly number[] {
    const even = (): number[] => new Array<number>(lanes).fill(1 / lanes);
    if (lanes <= 1) return [1];
    const reaching = this.#getWorkloadsUpstream(node);
    const total = reaching.reduce((sum, workload) => sum + getWorkloadRates(workload).meanPerSecond, 0);
    if (total <= 0) return even();
    const shares = new Array<number>(lanes).fill(0);
    for (const workload of reaching) {
      const weight = getWorkloadRates(workload).meanPerSecond / total;
      getKeyShares(workload.keyCount, workload.keys, lanes).forEach((share, lane) => {
        shares[lane] = (shares[lane] ?? 0) + weight * share;
      });
    }
    return shares;
  }

  #getWorkloadsUpstream(node: string): Workload[] {
    const seen = new Set([node]);
    const waiting = [node];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const edge of this.#edges) {
        if (edge.target !== id || seen.has(edge.source)) continue;
        seen.add(edge.source);
        waiting.push(edge.source);
      }
    }
    // By id: sums of shares must not depend on the order in the document.
    return this.#design.workloads
      .filter((workload) => seen.has(workload.node))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  #addNode(built: BuiltNode): void {
    const stages: readonly Stage[] =
      built.model.stages.length > 0
        ? built.model.stages
        : [{ label: 'pass', service: { kind: 'unlimited' } }];
    const outages = this.#scenario.outages?.filter((outage) => outage.node === built.node.id);
    const ids = stages.map((stage, index) => {
      const id = `node:${built.node.id}:${index}`;
      const last = index === stages.length - 1;
      this.#stations.push({
        ...qualifyShared(stage, built.node.id),
        id,
        owner: built.node.id,
        fanOut: last ? (built.model.fanOut ?? 'copy') : 'copy',
        ...(outages &&
          outages.length > 0 && {
            outages: outages.map(({ fromSeconds, toSeconds, capacityFactor }) => ({
              fromSeconds,
              toSeconds,
              capacityFactor,
            })),
          }),
      });
      return id;
    });
    this.#chain(built.node.id, ids);
    this.#nodeStations.set(built.node.id, ids);
  }

  #addEdge(edge: DesignEdge): void {
    const source = this.#built.get(edge.source);
    const target = this.#built.get(edge.target);
    const from = this.#nodeStations.get(edge.source)?.at(-1);
    const to = this.#nodeStations.get(edge.target)?.[0];
    if (!source || !target || from === undefined || to === undefined) return;
    const edgeConfig = this.#getEdgeConfig(edge);
    const share = edgeConfig.number('share');
    const split = source.model.fanOut === 'split';
    const stages: Stage[] = getEdgeStages(split ? 1 : share, edgeConfig);
    const outgoing =
      source.service.simulation.buildOutgoing?.(source.context, this.#getNeighbour(edge, edge.target)) ?? [];
    const incoming =
      target.service.simulation.buildIncoming?.(target.context, this.#getNeighbour(edge, edge.source)) ?? [];
    stages.push(
      ...outgoing.map((stage) => qualifyShared(stage, edge.source)),
      ...incoming.map((stage) => qualifyShared(stage, edge.target)),
    );
    const ids = stages.map((stage, index) => {
      const id = `edge:${edge.id}:${index}`;
      this.#stations.push({ ...stage, id, owner: edge.id });
      return id;
    });
    const path = [from, ...ids, to];
    this.#chain(edge.id, path, split ? share : undefined);
    this.#edgeStations.set(edge.id, ids);
  }

  #chain(owner: string, path: readonly string[], firstWeight?: number): void {
    path.slice(1).forEach((to, index) => {
      this.#links.push({
        id: `${owner}:${index}`,
        owner,
        from: path[index] ?? to,
        to,
        ...(index === 0 && firstWeight !== undefined && { weight: firstWeight }),
      });
    });
  }

  #addWorkload(workload: Workload): void {
    const to = this.#nodeStations.get(workload.node)?.[0];
    if (to === undefined) return;
    for (const source of buildSources(workload, this.#scenario)) {
      this.#sources.push(source);
      this.#links.push({ id: `${source.id}:link`, owner: workload.id, from: source.id, to });
    }
  }
}

/** What the edge itself does to records: thins them out, and sends them on in a size of their own. */
function getEdgeStages(share: number, edgeConfig: Configuration): Stage[] {
  const stages: Stage[] = [];
  if (share < 1)
    stages.push({
      label: 'filter',
      service: { kind: 'unlimited' },
      transform: { recordsPerRecord: share, bytesPerByte: share },
    });
  const outputBytes = edgeConfig.has('outputRecordBytes') ? edgeConfig.number('outputRecordBytes') : 0;
  if (outputBytes > 0)
    stages.push({ label: 'result', service: { kind: 'unlimited' }, transform: { outputBytes } });
  return stages;
}

/** Groups of shared capacity belong to one node: the same words on two streams are two limits. */
function qualifyShared(stage: Stage, node: string): Stage {
  return stage.shared
    ? { ...stage, shared: stage.shared.map((item) => ({ ...item, group: `${node}:${item.group}` })) }
    : stage;
}

function getLimit(service: ServiceDefinition, id: string): LimitDefinition & { value: number } {
  const limit = service.limits.find((item) => item.id === id);
  if (!limit) throw new Error(`${service.displayName} declares no limit "${id}".`);
  if (limit.value === null)
    throw new Error(`The limit "${id}" of ${service.displayName} has no published value.`);
  return { ...limit, value: limit.value };
}
