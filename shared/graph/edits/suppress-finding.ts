import type { Design } from '../design.ts';

/** Accepts a finding of a rule at a target, with the reason; a second reason replaces the first. */
export function suppressFinding(draft: Design, args: { rule: string; target: string; reason: string }): void {
  const known = draft.suppressions.find((item) => item.rule === args.rule && item.target === args.target);
  if (known) known.reason = args.reason;
  else draft.suppressions.push({ rule: args.rule, target: args.target, reason: args.reason });
}

/** Shows a suppressed finding again. */
export function restoreFinding(draft: Design, args: { rule: string; target: string }): void {
  draft.suppressions = draft.suppressions.filter(
    (item) => item.rule !== args.rule || item.target !== args.target,
  );
}
