import { produce } from 'immer';
import type { Design } from '../graph/design.ts';
import type { Checker } from './checker.ts';
import { checkDesign, createChecker } from './engine.ts';
import type { Finding, Repair } from './finding.ts';

/** A repair that `fixDesign` made. */
export interface AppliedRepair {
  /** Key of the finding it removed. */
  finding: string;
  rule: string;
  repair: string;
  label: string;
}

interface Step {
  finding: Finding;
  repair: Repair;
}

/** A state of the design with its findings. */
interface State {
  design: Design;
  findings: readonly Finding[];
}

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
 * Applies the first safe repair of every finding that has one and is not accepted, in rounds, because a
 * repair may remove or raise other findings. A repair that would bring a new error is left to the
 * designer. Every finding is tried once, so the rounds end.
 */
export function fixDesign(design: Design): { design: Design; applied: AppliedRepair[] } {
  const checker = createChecker();
  const tried = new Set<string>();
  const applied: AppliedRepair[] = [];
  let state: State = { design, findings: checker.check(design) };
  for (let steps = findSteps(state, tried); steps.length > 0; steps = findSteps(state, tried)) {
    for (const { finding } of steps) tried.add(finding.key);
    const together = tryStep(checker, state, steps);
    const done = together ? steps : [];
    if (together) state = together;
    // Together they do harm: find out which, one by one.
    for (const step of together ? [] : steps) {
      const next = tryStep(checker, state, [step]);
      if (!next) continue;
      state = next;
      done.push(step);
    }
    for (const { finding, repair } of done)
      applied.push({ finding: finding.key, rule: finding.rule, repair: repair.id, label: repair.label });
  }
  return { design: state.design, applied };
}

/** Safe repairs that do not touch the same place, so that they can be made without a check in between. */
function findSteps(state: State, tried: ReadonlySet<string>): Step[] {
  const places = new Set<string>();
  const steps: Step[] = [];
  for (const finding of state.findings) {
    if (finding.suppressed !== undefined || tried.has(finding.key)) continue;
    const repair = finding.repairs.find((candidate) => candidate.safe);
    const touched = getPlaces(state.design, finding);
    if (!repair || touched.some((place) => places.has(place))) continue;
    for (const place of touched) places.add(place);
    steps.push({ finding, repair });
  }
  return steps;
}

/** Ids of the finding's targets; an edge stands for its two ends as well. */
function getPlaces(design: Design, finding: Finding): string[] {
  return finding.targets.flatMap((target) => {
    if (target.kind === 'design') return ['design'];
    const edge = target.kind === 'edge' && design.edges.find((candidate) => candidate.id === target.id);
    return edge ? [edge.id, edge.source, edge.target] : [target.id];
  });
}

/** The state after the steps, or undefined when a finding stays or an error is new. */
function tryStep(checker: Checker, state: State, steps: readonly Step[]): State | undefined {
  const design = produce(state.design, (draft) => {
    for (const { repair } of steps) repair.apply(draft);
  });
  const findings = checker.check(design);
  const keys = new Set(findings.map((finding) => finding.key));
  const isGone = steps.every(({ finding }) => !keys.has(finding.key));
  return isGone && !bringsErrors(state.findings, findings) ? { design, findings } : undefined;
}

function bringsErrors(before: readonly Finding[], after: readonly Finding[]): boolean {
  const known = new Set(before.map((finding) => finding.key));
  return after.some((finding) => finding.severity === 'error' && !known.has(finding.key));
}
