import type { Design } from '../graph/design.ts';
import { createChecker as createCheckerOf, type Checker } from './checker.ts';
import type { Finding } from './finding.ts';
import { rules } from './registry.ts';

/** Findings of the design, errors first, then in document order; accepted ones are marked, not left out. */
export function checkDesign(design: Design): Finding[] {
  return createChecker().check(design);
}

/** A checker with all rules, for designs that change: it repeats only what an edit calls for. */
export function createChecker(): Checker {
  return createCheckerOf(rules);
}

/** Whether the design may be exported: no error that has not been accepted. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error' && finding.suppressed === undefined);
}
