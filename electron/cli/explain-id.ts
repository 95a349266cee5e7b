import { artifactReferences } from '../../shared/integrations/artifact-references.ts';
import { genericRules } from '../../shared/integrations/generic-rules.ts';
import { insertionRules } from '../../shared/integrations/insertion-rules.ts';
import { noteRules } from '../../shared/integrations/notes-rules.ts';
import { pairRules } from '../../shared/integrations/registry.ts';
import { getPairVerdict } from '../../shared/integrations/verdict.ts';
import { rules } from '../../shared/rules/registry.ts';
import { findSource } from '../../shared/sources/registry.ts';

/** A rule of any kind, in words. */
export interface Explanation {
  id: string;
  /** `rule` of the checker, `pair`, `generic`, `insertion`, `note`, or `source` for a document. */
  kind: 'rule' | 'pair' | 'generic' | 'insertion' | 'note' | 'source';
  title: string;
  text: string;
  details: readonly { label: string; value: string }[];
  sources: readonly string[];
}

const rows = [...pairRules, ...artifactReferences];

/** What a rule says: by rule id or `G-` number, `E-`, `F-`, `MI-` or `N-` number; or a document by key. */
export function explain(id: string): Explanation | undefined {
  return explainRule(id) ?? explainPair(id) ?? explainOther(id) ?? explainSource(id);
}

/** Every id that can be explained. */
export function explainableIds(): string[] {
  return [
    ...rules.flatMap((rule) => [rule.id, ...(rule.codes ?? [])]),
    ...rows.map((rule) => rule.id),
    ...[...genericRules, ...insertionRules, ...noteRules].map((rule) => rule.id),
  ];
}

function explainRule(id: string): Explanation | undefined {
  const rule = rules.find((candidate) => candidate.id === id || candidate.codes?.some((code) => code === id));
  if (!rule) return undefined;
  return {
    id: rule.id,
    kind: 'rule',
    title: rule.title,
    text: rule.description,
    details: [
      { label: 'Severity', value: rule.severity },
      { label: 'Category', value: rule.category },
      ...(rule.codes ? [{ label: 'Number', value: rule.codes.join(', ') }] : []),
    ],
    sources: rule.sources,
  };
}

function explainPair(id: string): Explanation | undefined {
  const rule = rows.find((candidate) => candidate.id === id);
  if (!rule) return undefined;
  const verdict = getPairVerdict(rule.source, rule.target, rule.kind);
  const facts: readonly (readonly [string, string])[] = [
    ['Through', rule.via.map((chain) => chain.join(' → ')).join('; ')],
    ['Carries', rule.kind],
    ['CloudFormation', rule.cloudFormation],
    ['Terraform', rule.terraform],
    [
      'Permissions',
      rule.permissions.map((item) => `${item.principal}: ${item.grants.join(', ')}`).join('; '),
    ],
    ['Resource policy', rule.resourcePolicy ?? ''],
    ['Encryption and network', rule.encryption],
  ];
  return {
    id: rule.id,
    kind: 'pair',
    title: `${rule.source} → ${rule.target} is ${rule.verdict}`,
    text: [verdict.mechanism, verdict.reason].filter((part) => part !== '').join('\n'),
    details: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    sources: rule.sources,
  };
}

function explainOther(id: string): Explanation | undefined {
  const generic = genericRules.find((candidate) => candidate.id === id);
  if (generic) return explainStatement(generic, 'generic', 'Rule for pairs that no row rules on');
  const insertion = insertionRules.find((candidate) => candidate.id === id);
  if (insertion) return explainStatement(insertion, 'insertion', 'Rule for the insertion of mediators');
  const note = noteRules.find((candidate) => candidate.id === id);
  if (!note) return undefined;
  return {
    id: note.id,
    kind: 'note',
    title: note.rule,
    text: `“${note.quote}”`,
    details: [{ label: 'Applied as', value: note.application }],
    sources: [note.id],
  };
}

function explainSource(id: string): Explanation | undefined {
  const source = findSource(id);
  if (!source) return undefined;
  const extent = { located: 'page located, not read', known: 'address known, not opened' } as const;
  const read = source.extent === undefined ? 'read' : extent[source.extent];
  return {
    id: source.key,
    kind: 'source',
    title: source.title,
    text: source.url ?? 'No address: it belongs to the project.',
    details: [{ label: 'Checked', value: `${source.checked}, ${read}` }],
    sources: [],
  };
}

function explainStatement(
  rule: { id: string; statement: string; sources: readonly string[] },
  kind: 'generic' | 'insertion',
  title: string,
): Explanation {
  return { id: rule.id, kind, title, text: rule.statement, details: [], sources: rule.sources };
}
