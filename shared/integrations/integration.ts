import type { EdgeKind } from '../graph/design.ts';
import type { SourceKey } from '../sources/source.ts';

export type Verdict = 'direct' | 'via' | 'discouraged' | 'impossible' | 'unknown';

/** Grant sets given to the role of one end. */
export interface PairPermission {
  /** Which role: the end itself, or a service principal's role that the mechanism creates. */
  principal: string;
  /** Ids of shared/integrations/grant-sets.ts. */
  grants: readonly string[];
}

/** One ordered pair of services, as the rule book knows it. */
export interface PairRule {
  /** Stable id of the row: `E-0001`. */
  id: string;
  source: string;
  target: string;
  verdict: Exclude<Verdict, 'unknown'>;
  /** For `via`: chains of service ids to put in between, best first. */
  via: readonly (readonly string[])[];
  /** push, pull, subscribe, trigger, transform, reference, orchestrates … */
  semantics: string;
  /** What an edge of this pair carries. */
  kind: EdgeKind;
  mechanism: string;
  /** Preconditions for direct pairs; reason and fix for the others. */
  preconditions: string;
  cloudFormation: string;
  terraform: string;
  permissions: readonly PairPermission[];
  /** Resource policy the target or source needs, in words. */
  resourcePolicy?: string;
  encryption: string;
  /** Severity when the preconditions are not met (or the edge is drawn as is). */
  severity: 'error' | 'warning' | 'advice';
  sources: readonly SourceKey[];
}

/** Answer to "may source connect to target?". */
export interface PairVerdict {
  source: string;
  target: string;
  verdict: Verdict;
  via: readonly (readonly string[])[];
  mechanism: string;
  reason: string;
  sources: readonly SourceKey[];
  /** Row or generic rule the answer comes from. */
  rule: string;
  kind: EdgeKind;
}
