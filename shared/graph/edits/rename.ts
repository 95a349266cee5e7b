import type { Design, DesignTarget } from '../design.ts';

/**
 * Sets the display name of the design, a node, container, workload or scenario. A node or workload
 * with an empty name goes back to the service's own name; the others keep the name they had.
 */
export function rename(draft: Design, args: { target: DesignTarget; name: string }): void {
  const name = args.name.trim() === '' ? '' : args.name;
  const { target } = args;
  if (target.kind === 'design') {
    if (name) draft.name = name;
  } else if (target.kind === 'node' || target.kind === 'workload') {
    const list: { id: string; name?: string }[] = target.kind === 'node' ? draft.nodes : draft.workloads;
    const item = list.find((candidate) => candidate.id === target.id);
    if (!item) return;
    if (name) item.name = name;
    else delete item.name;
  } else if (target.kind !== 'edge' && name) {
    const list = target.kind === 'container' ? draft.containers : draft.scenarios;
    const item = list.find((candidate) => candidate.id === target.id);
    if (item) item.name = name;
  }
}
