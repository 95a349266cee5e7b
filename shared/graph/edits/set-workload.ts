import type { Design, Workload } from '../design.ts';
import { getMeanBytes } from '../record-sizes.ts';
import { collectIds, createId } from '../ids.ts';

/** Traffic a new workload starts with: steady, small records, evenly spread keys. */
export const startingTraffic: Omit<Workload, 'id' | 'node'> = {
  arrivals: { pattern: 'constant', ratePerSecond: 100 },
  recordSizeBytes: 1024,
  keyCount: 1000,
  keys: { kind: 'uniform' },
};

/** Attaches traffic to a node and returns the workload's id. */
export function addWorkload(draft: Design, args: { node: string; workload?: Partial<Workload> }): string {
  const id = createId(`${args.node}-load`, collectIds(draft));
  draft.workloads.push({ ...startingTraffic, ...args.workload, id, node: args.node });
  return id;
}

const optionalMembers = ['name', 'recordSizes', 'duplicateShare', 'lateShare', 'lateSeconds'] as const;

/** Changes members of a workload; the others stay, and one set to undefined is removed. */
export function setWorkload(
  draft: Design,
  args: { id: string; changes: { [Key in keyof Omit<Workload, 'id' | 'node'>]?: Workload[Key] | undefined } },
): void {
  const workload = draft.workloads.find((candidate) => candidate.id === args.id);
  if (!workload) return;
  Object.assign(workload, args.changes);
  for (const name of optionalMembers) if (workload[name] === undefined) delete workload[name];
  workload.recordSizeBytes = getMeanBytes(workload);
}

/** Takes traffic away. */
export function removeWorkload(draft: Design, args: { id: string }): void {
  draft.workloads = draft.workloads.filter((workload) => workload.id !== args.id);
}
