import { produce } from 'immer';
import type { Design } from '../graph/design.ts';
import { checkDesign } from './engine.ts';
import type { Finding, Repair } from './finding.ts';

/** A repair that `fixDesign` made. */
export interface AppliedRepair {
  /** Key of the finding it removed. */
  finding: string;
  rule: string;
  repair: string;
  label: string;
}

/** Repairs made by one call at most; a design that needs more is fixed by calling again. */
const repairLimit = 1000;

/**
 * The design after one repair of one finding; the same object when the design has no such finding
 * or the finding no such repair.
 */
export function applyRepair(design: Design, findingKey: string, repairId: string): Design {
  const finding = checkDesign(design).find((candidate) => candidate.key === findingKey);
  const repair = finding?.repairs.find((candidate) => candidate.id === repairId);
  return repair ? produce(design, (draft) => repair.apply(draft)) : design;
}

/**
 * Applies the first safe repair of every finding that has one and is not accepted, one after the
 * other, because a repair may remove or raise other findings. A repair that would bring a new error
 * is left to the designer.
 */
export function fixDesign(design: Design): { design: Design; applied: AppliedRepair[] } {
  const applied: AppliedRepair[] = [];
  const refused = new Set<string>();
  let current = design;
  let findings = checkDesign(current);
  while (applied.length < repairLimit) {
    const next = findNext(findings, refused);
    if (!next) break;
    const { finding, repair } = next;
    const repaired = produce(current, (draft) => repair.apply(draft));
    const after = checkDesign(repaired);
    refused.add(finding.key);
    const gone = !after.some((candidate) => candidate.key === finding.key);
    if (!gone || bringsErrors(findings, after)) continue;
    applied.push({ finding: finding.key, rule: finding.rule, repair: repair.id, label: repair.label });
    current = repaired;
    findings = after;
  }
  return { design: current, applied };
}

function findNext(
  findings: readonly Finding[],
  refused: ReadonlySet<string>,
): { finding: Finding; repair: Repair } | undefined {
  for (const finding of findings) {
    if (finding.suppressed !== undefined || refused.has(finding.key)) continue;
    const repair = finding.repairs.find((candidate) => candidate.safe);
    if (repair) return { finding, repair };
  }
  return undefined;
}

function bringsErrors(before: readonly Finding[], after: readonly Finding[]): boolean {
  const known = new Set(before.map((finding) => finding.key));
  return after.some((finding) => finding.severity === 'error' && !known.has(finding.key));
}
