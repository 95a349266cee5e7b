import { collectItemReferences } from '../ir/item-references.ts';
import type { CloudFormationGraphItem, TerraformGraphItem } from '../ir/graph.ts';
import { findGroups } from '../ir/strongly-connected.ts';

type Item = CloudFormationGraphItem | TerraformGraphItem;

/** Ids of existing items that the item needs, itself left out. */
function getNeeds(item: Item, ids: ReadonlySet<string>): string[] {
  return [...collectItemReferences(item)].filter((id) => id !== item.id && ids.has(id));
}

/** Where a section stands while items are put in order. */
interface SectionQueue<T> {
  /** Items whose needs are met, in the order given. */
  ready: Set<T>;
  /** Needs of the items left that lie in other sections. */
  outside: number;
}

/**
 * The items in an order in which everything comes after what it needs, node by node as far as
 * possible: a section that can be finished goes first, and is left only when nothing more of it is
 * ready. Items on a cycle come last, in the order given.
 */
export function orderItems<T extends Item>(items: readonly T[], sectionOrder: readonly string[]): T[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = new Set(byId.keys());
  const queues = new Map<string, SectionQueue<T>>();
  const getQueue = (section: string): SectionQueue<T> => {
    const queue = queues.get(section) ?? { ready: new Set(), outside: 0 };
    queues.set(section, queue);
    return queue;
  };
  for (const section of sectionOrder) getQueue(section);

  const waitsFor = new Map<string, number>();
  const users = new Map<string, T[]>();
  for (const item of items) {
    const needs = getNeeds(item, ids);
    const queue = getQueue(item.section);
    queue.outside += needs.filter((id) => byId.get(id)?.section !== item.section).length;
    waitsFor.set(item.id, needs.length);
    if (needs.length === 0) queue.ready.add(item);
    for (const id of needs) {
      const list = users.get(id);
      if (list) list.push(item);
      else users.set(id, [item]);
    }
  }

  const rank = new Map(items.map((item, index) => [item, index]));
  const takeFirst = (ready: Set<T>): T | undefined => {
    let first: T | undefined;
    for (const item of ready) {
      if (first === undefined || (rank.get(item) ?? 0) < (rank.get(first) ?? 0)) first = item;
    }
    if (first) ready.delete(first);
    return first;
  };
  const ordered: T[] = [];
  const emitReady = (queue: SectionQueue<T>): void => {
    for (let next = takeFirst(queue.ready); next !== undefined; next = takeFirst(queue.ready)) {
      ordered.push(next);
      for (const user of users.get(next.id) ?? []) {
        const left = (waitsFor.get(user.id) ?? 0) - 1;
        waitsFor.set(user.id, left);
        const other = getQueue(user.section);
        if (user.section !== next.section) other.outside -= 1;
        if (left === 0) other.ready.add(user);
      }
    }
  };
  for (;;) {
    const startable = [...queues.values()].filter((queue) => queue.ready.size > 0);
    const next = startable.find((queue) => queue.outside === 0) ?? startable[0];
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
  return findGroups(needs).filter((group) => group.length > 1);
}
