import type {
  Container,
  ContainerKind,
  Design,
  DesignEdge,
  DesignNode,
  EdgeKind,
  Workload,
} from '../../graph/design.ts';
import { getRegionOfContainer } from '../../graph/regions.ts';
import type { Configuration } from '../../services/configuration.ts';
import type { ServiceDefinition } from '../../services/define-service.ts';
import type { Flow } from './flow.ts';

/** A node with everything rules ask about it. Read-only for rules. */
export interface NodeView {
  readonly id: string;
  readonly node: DesignNode;
  /** Service id as drawn, known or not. */
  readonly service: string;
  /** Undefined when the catalogue has no such service. */
  readonly definition: ServiceDefinition | undefined;
  /** Properties with defaults; without any property for unknown services. */
  readonly config: Configuration;
  /** Name as shown: the designer's, else the service's. */
  readonly name: string;
  readonly incoming: readonly EdgeView[];
  readonly outgoing: readonly EdgeView[];
  /** Containers around the node, innermost first. */
  readonly containers: readonly Container[];
  readonly workloads: readonly Workload[];
  /** Estimated arrivals; only rules that reach `rates` or `design` may read it. */
  readonly arrivals: Flow;
}

/** An edge whose two nodes exist. */
export interface EdgeView {
  readonly id: string;
  readonly edge: DesignEdge;
  readonly source: NodeView;
  readonly target: NodeView;
  /** The designer's kind, else the one the integration book gives for the pair. */
  readonly kind: EdgeKind;
  readonly config: Configuration;
  /** Estimated flow; only rules that reach `rates` or `design` may read it. */
  readonly flow: Flow;
}

/** The design, indexed. Built once and kept up to date by the checker. */
export interface DesignView {
  readonly design: Design;
  /** In document order; of nodes with the same id the first. */
  readonly nodes: readonly NodeView[];
  /** In document order; edges that lack an end are left out. */
  readonly edges: readonly EdgeView[];
  findNode(id: string): NodeView | undefined;
  /** Nodes of the service, in document order. */
  getNodesOf(service: string): readonly NodeView[];
}

/** The innermost container of a kind around the node. */
export function findContainerOf(node: NodeView, kind: ContainerKind): Container | undefined {
  return node.containers.find((container) => container.kind === kind);
}

/**
 * Region code the node is in: that of its Region container, from its property or else its name; the
 * design's own when there is none or it says no code.
 */
export function getRegionOf(node: NodeView, view: DesignView): string {
  return getRegionOfContainer(findContainerOf(node, 'region')) ?? view.design.settings.region;
}

/** Id of the account container around the node; undefined is the design's own account. */
export function findAccountOf(node: NodeView): string | undefined {
  return findContainerOf(node, 'account')?.id;
}

/** Whether the node stands outside AWS Regions, in an on-premises container. */
export function isOnPremises(node: NodeView): boolean {
  return findContainerOf(node, 'on-premises') !== undefined;
}
