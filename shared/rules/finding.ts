import type { Design, DesignTarget } from '../graph/design.ts';
import type { SourceKey } from '../sources/source.ts';

export const severities = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** A change that removes the finding. Applied to an Immer draft, so it is one undo step. */
export interface Repair {
  id: string;
  /** Imperative, short: `Insert an S3 staging bucket`. */
  label: string;
  /** Safe repairs change nothing the designer decided; `pipewright fix` applies them. */
  safe: boolean;
  apply(draft: Design): void;
}

export interface Finding {
  /** Rule id; also the page in docs/rules.md. */
  rule: string;
  /** Stable within a design: rule plus targets. */
  key: string;
  severity: Severity;
  /** What is wrong, with the values found and allowed. */
  message: string;
  /** Why it matters. */
  why: string;
  /** First target is the one the app selects. */
  targets: readonly DesignTarget[];
  sources: readonly SourceKey[];
  repairs: readonly Repair[];
  /** Reason kept in the design when the designer accepted the finding. */
  suppressed?: string;
}
