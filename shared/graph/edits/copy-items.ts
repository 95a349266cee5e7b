import type { Design } from '../design.ts';
import type { ItemIds } from './remove-items.ts';

/**
 * The selected items as a document of their own: what the clipboard holds. Edges come along when
 * both ends do, workloads with their node; containers bring their contents only if selected too.
 */
export function copyItems(design: Design, items: ItemIds): Design {
  const nodes = new Set(items.nodes);
  const containers = new Set(items.containers);
  const annotations = new Set(items.annotations);
  return {
    version: design.version,
    name: design.name,
    settings: design.settings,
    nodes: design.nodes
      .filter((node) => nodes.has(node.id))
      .map((node) => withoutLost(node, 'container', containers)),
    edges: design.edges.filter((edge) => nodes.has(edge.source) && nodes.has(edge.target)),
    containers: design.containers
      .filter((container) => containers.has(container.id))
      .map((container) => withoutLost(container, 'parent', containers)),
    annotations: design.annotations.filter((annotation) => annotations.has(annotation.id)),
    workloads: design.workloads.filter((workload) => nodes.has(workload.node)),
    scenarios: [],
    suppressions: [],
  };
}

function withoutLost<Item extends object>(item: Item, key: keyof Item, kept: ReadonlySet<string>): Item {
  const value = item[key];
  if (typeof value !== 'string' || kept.has(value)) return item;
  const copy = { ...item };
  delete copy[key];
  return copy;
}
