import { artifactReferences } from '../shared/integrations/artifact-references.ts';
import { genericRules } from '../shared/integrations/generic-rules.ts';
import { type GrantResource, type GrantSet, grantSets } from '../shared/integrations/grant-sets.ts';
import { insertionRules } from '../shared/integrations/insertion-rules.ts';
import type { PairRule } from '../shared/integrations/integration.ts';
import { kinds } from '../shared/integrations/kinds.ts';
import { mediatorDefaults } from '../shared/integrations/mediator-defaults.ts';
import { pairRules } from '../shared/integrations/registry.ts';
import { getPairVerdict } from '../shared/integrations/verdict.ts';
import { findSource } from '../shared/sources/registry.ts';
import { doNotEdit, type GeneratedFile, toCell } from './generated-file.ts';

const verdictWords = {
  direct: 'direct',
  via: 'through others',
  discouraged: 'discouraged',
  impossible: 'not possible',
} as const;

/** docs/integrations.md: who may feed whom, how, with which permissions, on what authority. */
export function build(): GeneratedFile[] {
  const lines = [
    doNotEdit,
    '',
    '# Integration book',
    '',
    ...introduce(),
    '',
    '## Generic rules',
    '',
    'Asked in this order for pairs without a row. A pair none of them speaks about is answered with *unknown*.',
    '',
    '| Rule | Statement | Source |',
    '|---|---|---|',
    ...genericRules.map((rule) => `| ${rule.id} | ${toCell(rule.statement)} | ${cite(rule.sources)} |`),
    '',
    '## Rows by source',
    ...kinds.flatMap((kind) => describeSource(kind.id, kind.label)),
    '',
    '## References beside data',
    '',
    'Legal as drawn when the edge is a `configuration` edge.',
    '',
    '| Row | Target | Verdict | Carries | How | Needs, or fix | Permissions | Encryption and network | Source |',
    '|---|---|---|---|---|---|---|---|---|',
    ...artifactReferences.map((rule) => describeRow(rule).replace('|', `| \`${rule.source}\`:`)),
    '',
    '## Inserted mediators',
    '',
    '| Rule | Statement | Source |',
    '|---|---|---|',
    ...insertionRules.map((rule) => `| ${rule.id} | ${toCell(rule.statement)} | ${cite(rule.sources)} |`),
    '',
    '| Mediator | Set to | Source |',
    '|---|---|---|',
    ...[...mediatorDefaults.values()].map(
      (entry) => `| \`${entry.service}\` | ${toCell(entry.statement)} | ${cite(entry.sources)} |`,
    ),
    '',
    '## Permission sets',
    '',
    'No set holds a wildcard action. `{name}` is the physical name of the owner, `{grantee}` that of the node whose role gets the set, `{prefix}` the key prefix of the edge.',
    '',
    '| Set | Purpose | Owner | Actions and resources |',
    '|---|---|---|---|',
    ...grantSets.map(describeGrant),
    '',
    ...defineLinks(),
  ];
  return [{ path: 'docs/integrations.md', text: `${lines.join('\n')}\n` }];
}

function introduce(): string[] {
  const counts = new Map<string, number>();
  for (const source of kinds) {
    for (const target of kinds) {
      const { verdict } = getPairVerdict(source.id, target.id);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
  }
  const said = [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
  return [
    `${pairRules.length} rows and ${genericRules.length} generic rules answer for all ${kinds.length} × ${kinds.length} ordered pairs: ${said}. An *unknown* pair says so and blocks nothing by itself.`,
    '',
    'An edge points the way data, control or a reference goes, whichever side starts the call. `data` moves records, `change-capture` is the log of a database, `control` starts or stops work, `configuration` refers to keys, code and policies, `metadata` is schema and what services say of themselves.',
    '',
    'Codes: `SDK` no property links the two, a policy on the role of the caller does; `API: X` only an API operation sets it; KD the reader decrypts with the key of the source; KG the writer encrypts with the key of the target; KP(x) the key policy admits x; VPC both ends need networks that meet; TLS encrypted transport; SEC credentials in Secrets Manager; PUB the endpoint is reachable from the service; BPA Block Public Access stays on. `source` and `target` are the roles of the ends, `caller` is whoever starts the operation, a service id is the role of a mediator.',
  ];
}

function describeSource(id: string, label: string): string[] {
  const rows = pairRules.filter((rule) => rule.source === id);
  if (rows.length === 0) return [];
  return [
    '',
    `<a id="${id}"></a>`,
    '',
    `### \`${id}\`: ${label}`,
    '',
    '| Row | Target | Verdict | Carries | How | Needs, or fix | Permissions | Encryption and network | Source |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(describeRow),
  ];
}

function describeRow(rule: PairRule): string {
  const chains = rule.via.map((chain) => chain.map((service) => `\`${service}\``).join(' → ')).join('; ');
  const verdict = verdictWords[rule.verdict] + (chains === '' ? '' : ` (${chains})`);
  const permissions = [
    ...rule.permissions.map(
      ({ principal, grants, when }) =>
        `${principal}: ${grants.join(', ')}${when ? ` when ${when.on} ${when.property} is ${when.equals.map(String).join(' or ')}` : ''}`,
    ),
    ...(rule.resourcePolicy === undefined ? [] : [rule.resourcePolicy]),
  ].join('; ');
  const cells = [
    rule.id,
    `\`${rule.target}\``,
    verdict,
    rule.kind,
    rule.mechanism,
    rule.preconditions,
    permissions,
    rule.encryption,
  ];
  return `| ${cells.map(toCell).join(' | ')} | ${cite(rule.sources)} |`;
}

function describeGrant(set: GrantSet): string {
  const statements = set.statements.map(
    ({ actions, resources, passedTo }) =>
      `${actions.map((action) => `\`${action}\``).join(', ')} on ${resources.map(describeResource).join(', ')}${
        passedTo === undefined ? '' : ` for ${passedTo}`
      }`,
  );
  const owners = set.owners.map((owner) => `\`${owner}\``).join(', ');
  return `| ${set.id} | ${toCell(set.purpose)} | ${owners} | ${toCell(statements.join('; '))} |`;
}

function describeResource(resource: GrantResource): string {
  switch (resource.of) {
    case 'owner': {
      const key = resource.key === undefined ? '' : ` (${resource.key})`;
      const attribute = resource.attribute === undefined ? 'ARN' : 'stream ARN';
      return `the owner’s ${attribute}${key}${resource.suffix === '' ? '' : ` + \`${resource.suffix}\``}`;
    }
    case 'template':
      return `\`${resource.template}\``;
    case 'owner-roles':
      return 'the owner’s roles';
    case 'secret':
      return 'the secret of the edge';
    case 'any':
      return `every resource: ${resource.reason}`;
  }
}

/** Keys with a link to the list at the end of the file. */
function cite(keys: readonly string[]): string {
  return keys.map((key) => (findSource(key)?.url === undefined ? key : `[${key}]`)).join(' ');
}

/** Link definitions of every document the file cites, invisible when rendered. */
function defineLinks(): string[] {
  const cited = [...genericRules, ...insertionRules, ...pairRules, ...mediatorDefaults.values()].flatMap(
    (item) => item.sources,
  );
  return [...new Set(cited)].sort().flatMap((key) => {
    const url = findSource(key)?.url;
    return url === undefined ? [] : [`[${key}]: ${url}`];
  });
}
