import type { EdgeKind } from '../graph/design.ts';
import { deriveEdgeKind } from './derive-kind.ts';
import { genericRules } from './generic-rules.ts';
import type { PairRule, PairVerdict } from './integration.ts';
import { findKind, getKindLabel, openKinds } from './kinds.ts';
import { findPairRule } from './registry.ts';
import { joinSentences } from './sentences.ts';

const answered = new Map<string, PairVerdict>();

/**
 * Answer to "may an edge go from `source` to `target`?" for any two service ids: the book's row, else a
 * generic rule, else `unknown` with the reason that nobody has ruled on the pair. Answers are remembered.
 * @param kind what the designer says the edge carries; a reference to an artifact has rows of its own.
 */
export function getPairVerdict(source: string, target: string, kind?: EdgeKind): PairVerdict {
  const key = `${source} ${target} ${kind === 'configuration' ? kind : ''}`;
  const known = answered.get(key);
  if (known) return known;
  const verdict = decide(source, target, kind);
  answered.set(key, verdict);
  return verdict;
}

function decide(source: string, target: string, kind: EdgeKind | undefined): PairVerdict {
  const open = [source, target].find((id) => openKinds.includes(id));
  if (open !== undefined) return getOpenVerdict(source, target, open);
  const stranger = [source, target].find((id) => !findKind(id));
  if (stranger !== undefined)
    return getUnknownVerdict(source, target, `The integration book has no service "${stranger}".`);
  const row = findPairRule(source, target, kind);
  if (row) return getRowVerdict(row);
  for (const rule of genericRules) {
    const ruling = rule.rule(source, target);
    if (ruling) return { source, target, ...ruling, sources: rule.sources, rule: rule.id };
  }
  return getUnknownVerdict(
    source,
    target,
    `Nobody has ruled on ${getKindLabel(source)} feeding ${getKindLabel(target)}: check AWS documentation before you rely on it.`,
  );
}

function getRowVerdict(row: PairRule): PairVerdict {
  const { source, target, verdict, via, kind, sources, id } = row;
  const impossible = verdict === 'impossible';
  return {
    source,
    target,
    verdict,
    via,
    mechanism: impossible ? '' : row.mechanism,
    reason: getReason(row),
    sources,
    rule: id,
    kind,
  };
}

function getReason(row: PairRule): string {
  switch (row.verdict) {
    case 'impossible':
      return joinSentences(row.mechanism, row.preconditions && `Fix: ${row.preconditions}`);
    case 'via':
      return joinSentences(
        `not directly: put ${(row.via[0] ?? []).map(getKindLabel).join(', then ')} in between`,
        row.preconditions && `Needs: ${row.preconditions}`,
      );
    case 'discouraged':
      return joinSentences('works, but there is a better way', row.preconditions);
    case 'direct':
      return row.preconditions ? joinSentences(`Needs: ${row.preconditions}`) : '';
  }
}

/** Generic resources and external systems: the app cannot know, so the designer's word counts. */
function getOpenVerdict(source: string, target: string, open: string): PairVerdict {
  const what = open === 'generic-aws' ? 'A generic AWS resource' : 'An external system';
  return {
    source,
    target,
    verdict: 'direct',
    via: [],
    mechanism: 'as the designer says',
    reason: `${what} stands for anything, so nothing is checked here.`,
    sources: ['ASSUMPTION'],
    rule: 'open',
    kind: getOpenKind(source, target),
  };
}

const getOpenKind = (source: string, target: string): EdgeKind =>
  source === 'kms' || source === 'bedrock-guardrail'
    ? 'configuration'
    : deriveEdgeKind(source, target, 'push');

function getUnknownVerdict(source: string, target: string, reason: string): PairVerdict {
  return {
    source,
    target,
    verdict: 'unknown',
    via: [],
    mechanism: '',
    reason,
    sources: [],
    rule: 'unruled',
    kind: findKind(source) && findKind(target) ? deriveEdgeKind(source, target, 'push') : 'data',
  };
}
