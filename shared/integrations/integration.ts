import type { EdgeKind, PropertyValue } from '../graph/design.ts';
import type { SourceKey } from '../sources/source.ts';

export type Verdict = 'direct' | 'via' | 'discouraged' | 'impossible' | 'unknown';

/** Grant sets given to one role. */
export interface PairPermission {
  /**
   * Which role: `source` or `target` (the role of that end), the service id of a mediator, `caller` (whoever
   * starts the operation: a person, a state machine, application code), `readers` or `writers` (every
   * role that reads or writes the target), `service-linked` (AWS makes it; nothing to export), or a
   * service principal whose role the mechanism creates.
   */
  principal: string;
  /** Ids of shared/integrations/grant-sets.ts. */
  grants: readonly string[];
  /** Needed only for these settings; absent: always. */
  when?: { on: 'source' | 'target' | 'edge'; property: string; equals: readonly PropertyValue[] };
}

/** A resource that must admit a service principal by its own policy. */
export interface PairAdmission {
  /** The resource: `source`, `target` or the service id of a mediator. */
  resource: string;
  /** Service principal; `{region}` stands for the Region code. */
  service: string;
  actions: readonly string[];
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
  /** The same as data, for the exporter: source ARN and account conditions are added by it. */
  admits?: readonly PairAdmission[];
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
