import { type Rule, ruleCategories } from '../shared/rules/define-rule.ts';
import { rules } from '../shared/rules/registry.ts';
import { enforcedElsewhere, lastNumber } from '../shared/rules/rule-book.ts';
import { findSource } from '../shared/sources/registry.ts';
import { doNotEdit, type GeneratedFile, toCell } from './generated-file.ts';

/** docs/rules.md: every rule with what it demands, why, and the documents behind it. */
export function build(): GeneratedFile[] {
  const lines = [
    doNotEdit,
    '',
    '# Rules',
    '',
    `${rules.length} rules. An **error** blocks the export, a **warning** does not, **advice** is a suggestion. Some rules`,
    'give a milder severity to cases that are less sure; the finding says which. A finding can be accepted with a reason,',
    'which is kept in the design. Rates in messages are estimates from the workloads, carried along the edges without',
    'simulating; the simulation gives the exact picture.',
    '',
  ];
  for (const category of ruleCategories) {
    const members = rules.filter((rule) => rule.category === category);
    if (members.length === 0) continue;
    lines.push(`## ${category}`, '', '| Rule | Number | Severity | Demands |', '|---|---|---|---|');
    for (const rule of members)
      lines.push(
        `| [\`${rule.id}\`](#${rule.id}) | ${(rule.codes ?? []).join(', ')} | ${rule.severity} | ${toCell(rule.title)} |`,
      );
    lines.push('');
    for (const rule of members) lines.push(...describeRule(rule), '');
  }
  lines.push(...describeNumbers());
  return [{ path: 'docs/rules.md', text: `${lines.join('\n')}\n` }];
}

function describeRule(rule: Rule): string[] {
  return [
    `<a id="${rule.id}"></a>`,
    `### ${rule.title}`,
    '',
    `\`${rule.id}\` · ${[...(rule.codes ?? []), rule.severity].join(' · ')} · ${describeSubject(rule)}`,
    '',
    rule.description,
    '',
    ...rule.sources.map(describeSource),
  ];
}

function describeSubject(rule: Rule): string {
  const list = (ids: readonly string[] | undefined): string =>
    ids ? ids.map((id) => `\`${id}\``).join(', ') : 'any service';
  if (rule.scope === 'design') return 'checked on the whole design';
  if (rule.scope === 'node') return `checked on ${list(rule.services)}`;
  return `checked on edges from ${list(rule.from)} to ${list(rule.to)}`;
}

function describeSource(key: string): string {
  const source = findSource(key);
  if (!source) return `- ${key}`;
  const title = source.url ? `[${source.title}](${source.url})` : source.title;
  return `- ${key}: ${title}, checked ${source.checked}`;
}

/** Where each number of the rule book is enforced. */
function describeNumbers(): string[] {
  const lines = ['## Numbers of the rule book', '', '| Number | Enforced by |', '|---|---|'];
  for (let number = 1; number <= lastNumber; number += 1) {
    const code = `G-${String(number).padStart(3, '0')}` as const;
    const own = rules
      .filter((rule) => rule.codes?.includes(code))
      .map((rule) => `[\`${rule.id}\`](#${rule.id})`);
    lines.push(`| ${code} | ${own.length > 0 ? own.join(', ') : toCell(enforcedElsewhere[code] ?? '')} |`);
  }
  return lines;
}
