import { produce } from 'immer';
import type { Design, DesignTarget } from '../../shared/graph/design.ts';
import { findEdge, findNode } from '../../shared/graph/queries.ts';
import { createChecker } from '../../shared/rules/engine.ts';
import type { Finding, Repair } from '../../shared/rules/finding.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { centerOn } from '../canvas/canvas-handle.ts';
import { edit, getDesign } from '../state/design-store.ts';
import { selectTarget } from '../state/selection-store.ts';

/** Selects what a finding is about, brings it into view, and puts the cursor into its property. */
export function showFinding(finding: Finding): void {
  const [target] = finding.targets;
  if (!target) return;
  selectTarget(target);
  centerOn(target);
}

/** The place of a finding in words. */
export function nameTarget(design: Design, target: DesignTarget | undefined): string {
  const nameNode = (id: string): string => {
    const node = findNode(design, id);
    return node ? getNodeTitle(node) : id;
  };
  switch (target?.kind) {
    case 'node':
      return nameNode(target.id);
    case 'edge': {
      const edge = findEdge(design, target.id);
      return edge ? `${nameNode(edge.source)} → ${nameNode(edge.target)}` : target.id;
    }
    case 'workload': {
      const workload = design.workloads.find((item) => item.id === target.id);
      return workload ? (workload.name ?? `Workload of ${nameNode(workload.node)}`) : target.id;
    }
    case 'container':
      return design.containers.find((item) => item.id === target.id)?.name ?? target.id;
    case 'scenario':
      return design.scenarios.find((item) => item.id === target.id)?.name ?? target.id;
    default:
      return 'Design';
  }
}

export function applyRepair(repair: Repair): void {
  edit(repair.label, (draft) => repair.apply(draft));
}

export const getRepairKey = (finding: Finding, repair: Repair): string => `${finding.rule} ${repair.id}`;

/** How many findings of the same rule the same kind of repair removes, by `getRepairKey`. */
export function countAlike(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.suppressed !== undefined) continue;
    for (const repair of finding.repairs) {
      const key = getRepairKey(finding, repair);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Most repairs one call makes; each may raise others. */
const repairLimit = 500;

/**
 * Repairs every finding of a kind as one undo step. After each one the design is checked again: what
 * a repair has already removed must not be repaired twice.
 */
export function applyToAll(rule: string, repairId: string, label: string): void {
  const checker = createChecker();
  const tried = new Set<string>();
  let design = getDesign();
  for (let count = 0; count < repairLimit; count += 1) {
    const finding = checker
      .check(design)
      .find((item) => item.rule === rule && item.suppressed === undefined && !tried.has(item.key));
    if (!finding) break;
    tried.add(finding.key);
    const repair = finding.repairs.find((candidate) => candidate.id === repairId);
    if (repair) design = produce(design, (draft) => repair.apply(draft));
  }
  const result = design;
  edit(`${label} everywhere`, (draft) => {
    Object.assign(draft, result);
  });
}
