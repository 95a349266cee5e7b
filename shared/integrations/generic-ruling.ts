import type { EdgeKind } from '../graph/design.ts';
import type { SourceKey } from '../sources/source.ts';
import type { Verdict } from './integration.ts';
import { joinSentences } from './sentences.ts';

/** What a generic rule says about a pair no row rules on. */
export interface GenericRuling {
  verdict: Exclude<Verdict, 'unknown'>;
  via: readonly (readonly string[])[];
  mechanism: string;
  reason: string;
  kind: EdgeKind;
}

/** A rule for whole groups of pairs. */
export interface GenericRule {
  /** `F-01` … */
  id: string;
  /** The rule in one sentence, for the documentation. */
  statement: string;
  sources: readonly SourceKey[];
  /** The ruling, or undefined when the rule does not speak about the pair. */
  rule(source: string, target: string): GenericRuling | undefined;
}

/** The edge is legal as drawn. */
export const direct = (mechanism: string, kind: EdgeKind, reason = ''): GenericRuling => ({
  verdict: 'direct',
  via: [],
  mechanism,
  reason: joinSentences(reason),
  kind,
});

/** The edge needs the chain in between. */
export const through = (chain: readonly string[], mechanism: string, reason: string): GenericRuling => ({
  verdict: 'via',
  via: [chain],
  mechanism,
  reason: joinSentences(reason),
  kind: 'data',
});

/** No service path keeps the intent; `fix` says what to do instead. */
export const impossible = (reason: string, fix: string, kind: EdgeKind = 'data'): GenericRuling => ({
  verdict: 'impossible',
  via: [],
  mechanism: '',
  reason: joinSentences(reason, `Fix: ${fix}`),
  kind,
});
