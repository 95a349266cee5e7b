import { create } from 'zustand';
import type { Design, DesignTarget } from '../../shared/graph/design.ts';
import type { ItemIds } from '../../shared/graph/edits/remove-items.ts';
import { getDesign, useDesign } from './design-store.ts';

export type ItemKind = 'node' | 'edge' | 'container' | 'annotation';

/** `kind:id`; nodes and edges may have the same id in a hand-written file. */
export type ItemKey = `${ItemKind}:${string}`;

interface SelectionState {
  keys: ReadonlySet<ItemKey>;
  /** Property the inspector scrolls to and focuses, of a scenario or what is selected; the number rises with every request. */
  focus: { property: string; scenario?: string | undefined; request: number } | undefined;
}

export const useSelection = create<SelectionState>()(() => ({ keys: new Set<ItemKey>(), focus: undefined }));

export const toKey = (kind: ItemKind, id: string): ItemKey => `${kind}:${id}`;

export function fromKey(key: ItemKey): { kind: ItemKind; id: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon) as ItemKind, id: key.slice(colon + 1) };
}

const sameKeys = (a: ReadonlySet<ItemKey>, b: ReadonlySet<ItemKey>): boolean =>
  a.size === b.size && [...a].every((key) => b.has(key));

export function select(keys: Iterable<ItemKey>): void {
  const next = new Set(keys);
  if (!sameKeys(useSelection.getState().keys, next)) useSelection.setState({ keys: next, focus: undefined });
}

export const clearSelection = (): void => select([]);

export function toggleSelected(key: ItemKey): void {
  const keys = new Set(useSelection.getState().keys);
  if (!keys.delete(key)) keys.add(key);
  select(keys);
}

/** Selects what a finding or a file of the export points at, and its property if it names one. */
export function selectTarget(target: DesignTarget): void {
  if (target.kind === 'design' || target.kind === 'scenario') clearSelection();
  if (target.kind === 'design') return;
  if (target.kind === 'workload') {
    const workload = getDesign().workloads.find((item) => item.id === target.id);
    if (workload) select([toKey('node', workload.node)]);
  } else if (target.kind !== 'scenario') {
    select([toKey(target.kind, target.id)]);
  }
  const scenario = target.kind === 'scenario' ? target.id : undefined;
  if (target.property !== undefined || scenario !== undefined) {
    const request = (useSelection.getState().focus?.request ?? 0) + 1;
    useSelection.setState({ focus: { property: target.property ?? '', scenario, request } });
  }
}

/** The selected ids by kind, as the edits take them. */
export function getSelectedItems(
  keys: ReadonlySet<ItemKey> = useSelection.getState().keys,
): Required<ItemIds> {
  const ids = (kind: ItemKind): string[] =>
    [...keys].flatMap((key) => {
      const item = fromKey(key);
      return item.kind === kind ? [item.id] : [];
    });
  return {
    nodes: ids('node'),
    edges: ids('edge'),
    containers: ids('container'),
    annotations: ids('annotation'),
  };
}

/** Selection keys of items, for what an edit has just made. */
export function toKeys(items: ItemIds): ItemKey[] {
  return [
    ...(items.nodes ?? []).map((id) => toKey('node', id)),
    ...(items.containers ?? []).map((id) => toKey('container', id)),
    ...(items.annotations ?? []).map((id) => toKey('annotation', id)),
    ...(items.edges ?? []).map((id) => toKey('edge', id)),
  ];
}

function getExistingKeys(design: Design): Set<ItemKey> {
  return new Set<ItemKey>([
    ...design.nodes.map((node) => toKey('node', node.id)),
    ...design.edges.map((edge) => toKey('edge', edge.id)),
    ...design.containers.map((container) => toKey('container', container.id)),
    ...design.annotations.map((annotation) => toKey('annotation', annotation.id)),
  ]);
}

// What undo, redo or another document took away is no longer selected.
useDesign.subscribe((state, previous) => {
  const { keys } = useSelection.getState();
  if (keys.size === 0 || state.design === previous.design) return;
  if (state.documentNumber !== previous.documentNumber) return clearSelection();
  const existing = getExistingKeys(state.design);
  select([...keys].filter((key) => existing.has(key)));
});
