import type { Design } from '../design.ts';

export interface ItemIds {
  nodes?: readonly string[];
  edges?: readonly string[];
  containers?: readonly string[];
  annotations?: readonly string[];
}

/**
 * Removes items and whatever cannot stand without them: edges of removed nodes, their workloads,
 * scenario entries and suppressions. What was inside a removed container moves to its parent.
 */
export function removeItems(draft: Design, items: ItemIds): void {
  const nodes = new Set(items.nodes);
  const containers = new Set(items.containers);
  const annotations = new Set(items.annotations);
  const edges = new Set(items.edges);
  for (const edge of draft.edges) {
    if (nodes.has(edge.source) || nodes.has(edge.target)) edges.add(edge.id);
  }
  moveContentsOut(draft, containers);
  draft.nodes = draft.nodes.filter((node) => !nodes.has(node.id));
  draft.edges = draft.edges.filter((edge) => !edges.has(edge.id));
  draft.containers = draft.containers.filter((container) => !containers.has(container.id));
  draft.annotations = draft.annotations.filter((annotation) => !annotations.has(annotation.id));
  draft.workloads = draft.workloads.filter((workload) => !nodes.has(workload.node));
  for (const scenario of draft.scenarios) {
    if (scenario.overrides) scenario.overrides = scenario.overrides.filter((item) => !nodes.has(item.node));
    if (scenario.outages) scenario.outages = scenario.outages.filter((item) => !nodes.has(item.node));
  }
  const gone = new Set([...nodes, ...edges, ...containers]);
  draft.suppressions = draft.suppressions.filter((suppression) => !gone.has(suppression.target));
}

function moveContentsOut(draft: Design, removed: ReadonlySet<string>): void {
  const parents = new Map(draft.containers.map((container) => [container.id, container.parent]));
  const findKept = (id: string | undefined): string | undefined => {
    let current = id;
    // A chain of parents is at most as long as the list; a cycle in a damaged file must not hang.
    for (let step = 0; step <= parents.size && current !== undefined && removed.has(current); step += 1) {
      current = parents.get(current);
    }
    return current !== undefined && removed.has(current) ? undefined : current;
  };
  for (const node of draft.nodes) {
    if (node.container === undefined || !removed.has(node.container)) continue;
    const kept = findKept(node.container);
    if (kept === undefined) delete node.container;
    else node.container = kept;
  }
  for (const container of draft.containers) {
    if (container.parent === undefined || !removed.has(container.parent)) continue;
    const kept = findKept(container.parent);
    if (kept === undefined) delete container.parent;
    else container.parent = kept;
  }
}
