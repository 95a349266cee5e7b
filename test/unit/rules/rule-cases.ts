import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { createChecker } from '../../../shared/rules/checker.ts';
import type { Rule } from '../../../shared/rules/define-rule.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import type { Finding, Severity } from '../../../shared/rules/finding.ts';
import { rules } from '../../../shared/rules/registry.ts';
import { drawDesign, type Sketch } from './draw-design.ts';

export interface RejectedCase {
  /** What is wrong, in the words of the test report. */
  because: string;
  design: Sketch;
  /** Id of the item the finding must point at; `design` for the whole. */
  target: string;
  /** Property the finding must point at. */
  property?: string;
  /** Parts of the message: values found, values allowed. */
  message: readonly string[];
  severity?: Severity;
  /** Ids of the repairs offered, in order; each is applied and must remove the finding. */
  repairs?: readonly string[];
  /** Findings of the rule in this design; 1 when left out. */
  findings?: number;
}

export interface RuleCases {
  accepts: Record<string, Sketch>;
  rejects: readonly RejectedCase[];
}

/** The accepting and rejecting cases of one rule. */
export function testRule(rule: Rule, cases: RuleCases): void {
  const check = (design: Design): Finding[] => createChecker([rule]).check(design);
  describe(rule.id, () => {
    it('is in the registry', () => {
      expect(rules).toContain(rule);
    });
    for (const [name, sketch] of Object.entries(cases.accepts)) {
      it(`accepts ${name}`, () => {
        expect(check(drawDesign(sketch)).map((finding) => finding.message)).toEqual([]);
      });
    }
    for (const rejected of cases.rejects) {
      it(`rejects ${rejected.because}`, () => {
        const design = drawDesign(rejected.design);
        const found = check(design);
        expect(found.map((finding) => finding.message)).toHaveLength(rejected.findings ?? 1);
        const [finding] = found;
        if (!finding) return;
        const target = finding.targets[0];
        expect(target?.kind === 'design' ? 'design' : target?.id).toBe(rejected.target);
        if (rejected.property !== undefined) expect(target).toMatchObject({ property: rejected.property });
        for (const part of rejected.message) expect(finding.message).toContain(part);
        expect(finding.severity).toBe(rejected.severity ?? rule.severity);
        expect(finding.repairs.map((repair) => repair.id)).toEqual(rejected.repairs ?? []);
        for (const repair of finding.repairs) checkRepair(design, finding, repair.id);
      });
    }
  });
}

/** Applies a repair: the finding must be gone and no error may be new. */
function checkRepair(design: Design, finding: Finding, repairId: string): void {
  const before = checkDesign(design);
  const repair = finding.repairs.find((candidate) => candidate.id === repairId);
  const repaired = produce(design, (draft) => repair?.apply(draft));
  const after = checkDesign(repaired);
  expect(
    after.map((item) => item.key),
    `after ${repairId}`,
  ).not.toContain(finding.key);
  const known = new Set(before.map((item) => item.key));
  const added = after.filter((item) => item.severity === 'error' && !known.has(item.key));
  expect(
    added.map((item) => item.message),
    `new errors after ${repairId}`,
  ).toEqual([]);
}
