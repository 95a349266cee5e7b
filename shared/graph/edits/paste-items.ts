import type { Design, Position } from '../design.ts';
import { collectIds, createEdgeId, createId } from '../ids.ts';
import type { ItemIds } from './remove-items.ts';

export interface PasteArgs {
  /** What `copyItems` made, from this document or another one. */
  fragment: Design;
  /** Added to every position of the fragment. */
  offset: Position;
}

/** Adds a copy of a fragment under new ids and returns those of its items, for the selection. */
export function pasteItems(draft: Design, args: PasteArgs): Required<ItemIds> {
  const { fragment, offset } = args;
  const taken = collectIds(draft);
  const ids = new Map<string, string>();
  const reserve = (id: string, base = id.replace(/-\d+$/, '')): string => {
    const created = createId(base, taken);
    taken.add(created);
    ids.set(id, created);
    return created;
  };
  const moved = (position: Position): Position => ({ x: position.x + offset.x, y: position.y + offset.y });
  const relocate = <Item extends { position?: Position }>(item: Item): Item =>
    item.position ? { ...item, position: moved(item.position) } : item;

  const containerIds = fragment.containers.map((container) => reserve(container.id));
  for (const container of fragment.containers) {
    const { parent, ...rest } = relocate(container);
    const newParent = parent === undefined ? undefined : ids.get(parent);
    draft.containers.push({
      ...rest,
      id: ids.get(container.id) as string,
      ...(newParent === undefined ? {} : { parent: newParent }),
    });
  }
  const nodeIds = fragment.nodes.map((node) => reserve(node.id));
  for (const node of fragment.nodes) {
    const { container, ...rest } = relocate(node);
    const newContainer = container === undefined ? undefined : ids.get(container);
    draft.nodes.push({
      ...rest,
      id: ids.get(node.id) as string,
      ...(newContainer === undefined ? {} : { container: newContainer }),
    });
  }
  const edgeIds = fragment.edges.map((edge) => {
    const source = ids.get(edge.source) as string;
    const target = ids.get(edge.target) as string;
    const id = createEdgeId(source, target, taken);
    taken.add(id);
    draft.edges.push({ ...edge, id, source, target });
    return id;
  });
  const annotationIds = fragment.annotations.map((annotation) => {
    const id = reserve(annotation.id);
    draft.annotations.push({ ...annotation, id, position: moved(annotation.position) });
    return id;
  });
  for (const workload of fragment.workloads) {
    draft.workloads.push({ ...workload, id: reserve(workload.id), node: ids.get(workload.node) as string });
  }
  return { nodes: nodeIds, edges: edgeIds, containers: containerIds, annotations: annotationIds };
}
