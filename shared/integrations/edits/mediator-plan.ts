import type { EdgeKind, Properties } from '../../graph/design.ts';

/** A node to create. `key` names it inside the plan. */
export interface PlannedNode {
  key: string;
  service: string;
  name?: string;
  properties: Properties;
  /** Key of the mediator it serves, for what stands beside the chain. */
  beside?: string;
}

/** An edge to create; its ends are `source`, `target` or keys of planned nodes. */
export interface PlannedEdge {
  source: string;
  target: string;
  properties: Properties;
  /** Only where the edge carries something else than the pair usually does. */
  kind?: EdgeKind;
}

/** What goes between two nodes. The first `chain.length` nodes are the chain, the rest stand beside it. */
export interface MediatorPlan {
  nodes: readonly PlannedNode[];
  edges: readonly PlannedEdge[];
}
