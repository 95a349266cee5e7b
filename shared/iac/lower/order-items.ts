import { collectItemReferences } from '../ir/item-references.ts';
import type { CloudFormationGraphItem, TerraformGraphItem } from '../ir/graph.ts';

type Item = CloudFormationGraphItem | TerraformGraphItem;

/** Ids of existing items that the item needs, itself left out. */
function getNeeds(item: Item, ids: ReadonlySet<string>): string[] {
  return [...collectItemReferences(item)].filter((id) => id !== item.id && ids.has(id));
}

/**
 * The items in an order in which everything comes after what it needs, node by node as far as
 * possible: a section that can be finished goes first, and is left only when nothing more of it is
 * ready. Items on a cycle come last, in the order given.
 */
export function orderItems<T extends Item>(items: readonly T[], sectionOrder: readonly string[]): T[] {
  const ids = new Set(items.map((item) => item.id));
  const waitingFor = new Map(items.map((item) => [item.id, new Set(getNeeds(item, ids))]));
  const sections = new Map(sectionOrder.map((section) => [section, new Set<T>()]));
  for (const item of items) {
    const members = sections.get(item.section) ?? new Set();
    sections.set(item.section, members.add(item));
  }
  const ordered: T[] = [];
  const isReady = (item: T): boolean => waitingFor.get(item.id)?.size === 0;
  const canFinish = (members: ReadonlySet<T>): boolean => {
    const own = new Set([...members].map((item) => item.id));
    return [...members].every((item) => [...(waitingFor.get(item.id) ?? [])].every((id) => own.has(id)));
  };
  const emitReady = (members: Set<T>): void => {
    for (let next = [...members].find(isReady); next !== undefined; next = [...members].find(isReady)) {
      ordered.push(next);
      members.delete(next);
      for (const needs of waitingFor.values()) needs.delete(next.id);
    }
  };
  for (;;) {
    const ready = [...sections.values()].filter((members) => [...members].some(isReady));
    const next = ready.find(canFinish) ?? ready[0];
    if (!next) break;
    emitReady(next);
  }
  const done = new Set(ordered);
  return [...ordered, ...items.filter((item) => !done.has(item))];
}

/** Groups of items that need each other, each group at least two items or one that needs itself. */
export function findCycles(items: readonly Item[]): string[][] {
  const ids = new Set(items.map((item) => item.id));
  const needs = new Map(items.map((item) => [item.id, getNeeds(item, ids)]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  const visit = (id: string): void => {
    const own = index.size;
    index.set(id, own);
    low.set(id, own);
    stack.push(id);
    onStack.add(id);
    for (const need of needs.get(id) ?? []) {
      if (!index.has(need)) visit(need);
      if (onStack.has(need)) low.set(id, Math.min(low.get(id) ?? own, low.get(need) ?? own));
    }
    if (low.get(id) !== own) return;
    const group: string[] = [];
    let member: string | undefined;
    do {
      member = stack.pop();
      if (member === undefined) break;
      onStack.delete(member);
      group.push(member);
    } while (member !== id);
    if (group.length > 1) cycles.push(group);
  };
  for (const item of items) if (!index.has(item.id)) visit(item.id);
  return cycles;
}
