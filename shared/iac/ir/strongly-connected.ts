/**
 * Groups of things that need each other, directly or through others; most groups hold one thing. A group comes
 * after every group it needs, and the order depends on that of the map only.
 */
export function findGroups(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: string[][] = [];
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
    groups.push(group);
  };
  for (const id of needs.keys()) if (!index.has(id)) visit(id);
  return groups;
}
