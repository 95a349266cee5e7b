import type { Design } from './design.ts';

/** Every id in use, whatever it names: ids are unique over the whole document. */
export function collectIds(design: Design): Set<string> {
  const ids = new Set<string>();
  const lists = [
    design.nodes,
    design.edges,
    design.containers,
    design.annotations,
    design.workloads,
    design.scenarios,
  ];
  for (const list of lists) {
    for (const item of list) ids.add(item.id);
  }
  return ids;
}

/**
 * A readable id that is not taken: `base`, else `base-2`, `base-3` … Deterministic, so that the same
 * edits give the same file.
 */
export function createId(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** Id for a new edge between two nodes: `<source>-to-<target>`. */
export function createEdgeId(source: string, target: string, taken: ReadonlySet<string>): string {
  return createId(`${source}-to-${target}`, taken);
}
