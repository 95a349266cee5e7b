import type { Design, EdgeKind, Position, Properties, PropertyValue } from '../graph/design.ts';
import { addNode } from '../graph/edits/add-node.ts';
import { connect } from '../graph/edits/connect.ts';
import { removeItems } from '../graph/edits/remove-items.ts';
import { replaceService } from '../graph/edits/replace-service.ts';
import { setProperty } from '../graph/edits/set-property.ts';
import { findNode } from '../graph/queries.ts';
import { insertMediators } from '../integrations/edits/insert-mediators.ts';
import { findService } from '../services/registry.ts';
import type { Repair } from './finding.ts';
import type { EdgeView, NodeView } from './view/design-view.ts';

/** Vertical distance at which a repair puts a new node below the one it serves. */
const below = 140;

/**
 * Sets a property of a node. Safe when the designer had not set it: a default is nobody's decision.
 * `undefined` goes back to the default.
 */
export function setNodeProperty(
  node: NodeView,
  property: string,
  value: PropertyValue | undefined,
  label: string,
): Repair {
  return {
    id: `set-${property}`,
    label,
    safe: !Object.hasOwn(node.node.properties, property),
    apply: (draft) => setProperty(draft, { owners: [{ kind: 'node', id: node.id }], property, value }),
  };
}

/** Sets a property of an edge; safe when the designer had not set it. */
export function setEdgeProperty(
  edge: EdgeView,
  property: string,
  value: PropertyValue | undefined,
  label: string,
): Repair {
  return {
    id: `set-${property}`,
    label,
    safe: !Object.hasOwn(edge.edge.properties, property),
    apply: (draft) => setProperty(draft, { owners: [{ kind: 'edge', id: edge.id }], property, value }),
  };
}

/** Removes an edge; never safe, the designer drew it. */
export function removeEdge(edge: Pick<EdgeView, 'id'>, label = 'Remove the edge'): Repair {
  return {
    id: 'remove-edge',
    label,
    safe: false,
    apply: (draft) => removeItems(draft, { edges: [edge.id] }),
  };
}

/** Removes a node with its edges; never safe. */
export function removeNode(node: Pick<NodeView, 'id'>, label = 'Remove the node'): Repair {
  return {
    id: 'remove-node',
    label,
    safe: false,
    apply: (draft) => removeItems(draft, { nodes: [node.id] }),
  };
}

/** Makes the node another service and keeps its edges and the properties both have. */
export function replaceNodeService(node: NodeView, service: string, label?: string): Repair {
  const successor = findService(service);
  const shared = (successor?.properties ?? []).map((property) => property.name);
  return {
    id: `replace-with-${service}`,
    label: label ?? `Replace with ${successor?.displayName ?? service}`,
    safe: false,
    apply: (draft) => replaceService(draft, { node: node.id, service, sharedProperties: shared }),
  };
}

export interface AttachNodeArgs {
  service: string;
  name?: string;
  properties?: Properties;
  /** `after`: an edge from the node to the new one; `before`: the other way round. */
  side: 'before' | 'after';
  kind?: EdgeKind;
  edgeProperties?: Properties;
  label: string;
  safe?: boolean;
}

/**
 * Adds a node of a service in the same container and connects it to the node. A list, because there is
 * nothing to offer while the catalogue lacks the service.
 */
export function attachNode(node: Pick<NodeView, 'id'>, args: AttachNodeArgs): Repair[] {
  if (!findService(args.service)) return [];
  return [
    {
      id: `add-${args.service}`,
      label: args.label,
      safe: args.safe ?? false,
      apply: (draft) => attach(draft, node.id, args),
    },
  ];
}

function attach(draft: Design, id: string, args: AttachNodeArgs): void {
  const anchor = findNode(draft, id);
  if (!anchor) return;
  const added = addNode(draft, {
    service: args.service,
    ...(args.name === undefined ? {} : { name: args.name }),
    ...(anchor.position ? { position: placeBelow(anchor.position) } : {}),
    ...(anchor.container === undefined ? {} : { container: anchor.container }),
    properties: { ...args.properties },
  });
  const [source, target] = args.side === 'after' ? [id, added] : [added, id];
  connect(draft, {
    source,
    target,
    ...(args.kind === undefined ? {} : { kind: args.kind }),
    properties: { ...args.edgeProperties },
  });
}

/** Connects the ends of an edge through a chain of new or existing services instead. */
export function insertChain(edge: EdgeView, chain: readonly string[], label: string, safe: boolean): Repair {
  const ends = { source: edge.source.id, target: edge.target.id };
  return {
    id: `insert-${chain.join('-')}`,
    label,
    safe,
    apply: (draft) => {
      insertMediators(draft, ends, chain);
    },
  };
}

function placeBelow(position: Position): Position {
  return { x: position.x, y: position.y + below };
}
