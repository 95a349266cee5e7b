import { create } from 'zustand';
import type { Design } from '../../shared/graph/design.ts';
import type { Finding, Severity } from '../../shared/rules/finding.ts';
import { createChecker } from '../../shared/rules/engine.ts';
import { getDesign, useDesign } from './design-store.ts';

/** What a badge on a node or edge shows. */
export interface Mark {
  severity: Severity;
  count: number;
}

interface FindingsState {
  findings: readonly Finding[];
  /** Marks of items with findings that are not suppressed, by `kind:id`. */
  marks: ReadonlyMap<string, Mark>;
  /** The design the findings are about; older than the document for a moment after an edit. */
  checked: Design | undefined;
}

export const useFindings = create<FindingsState>()(() => ({
  findings: [],
  marks: new Map(),
  checked: undefined,
}));

const rank: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };

/** Worst severity first. */
export const compareSeverity = (a: Severity, b: Severity): number => rank[a] - rank[b];

/** Number of open findings by severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, advice: 0 };
  for (const finding of findings) {
    if (finding.suppressed === undefined) counts[finding.severity] += 1;
  }
  return counts;
}

function buildMarks(findings: readonly Finding[], previous: ReadonlyMap<string, Mark>): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const target = finding.targets[0];
    if (finding.suppressed !== undefined || !target || target.kind === 'design') continue;
    const key = `${target.kind}:${target.id}`;
    const known = marks.get(key);
    const severity =
      known && compareSeverity(known.severity, finding.severity) < 0 ? known.severity : finding.severity;
    marks.set(key, { severity, count: (known?.count ?? 0) + 1 });
  }
  // Same objects for same marks: a node renders only when its own badge changes.
  for (const [key, mark] of marks) {
    const before = previous.get(key);
    if (before && before.severity === mark.severity && before.count === mark.count) marks.set(key, before);
  }
  return marks;
}

let checker = createChecker();

/** Checks the document now. */
export function checkNow(): void {
  const design = getDesign();
  if (useFindings.getState().checked === design) return;
  const findings = checker.check(design);
  const marks = buildMarks(findings, useFindings.getState().marks);
  useFindings.setState({ findings, marks, checked: design });
}

const delayMilliseconds = 120;

/** Keeps the findings up to date while the document changes; returns the way to stop. */
export function watchFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useDesign.subscribe((state, previous) => {
    if (state.design === previous.design) return;
    clearTimeout(timer);
    if (state.documentNumber !== previous.documentNumber) checker = createChecker();
    // A fresh document is checked at once, typing only when it pauses.
    timer = setTimeout(checkNow, state.documentNumber === previous.documentNumber ? delayMilliseconds : 0);
  });
  timer = setTimeout(checkNow, 0);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
