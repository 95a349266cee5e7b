import { serviceCategories, type ServiceDefinition } from '../shared/services/define-service.ts';
import { services } from '../shared/services/registry.ts';
import { findSource } from '../shared/sources/registry.ts';
import { doNotEdit, type GeneratedFile, toCell } from './generated-file.ts';

/** docs/services.md: every service with its properties, limits, models and export types. */
export function build(): GeneratedFile[] {
  const all: readonly ServiceDefinition[] = services;
  const lines = [
    doNotEdit,
    '',
    '# Services',
    '',
    `${all.length} services. Every figure names its source and the date it was checked.`,
    '',
  ];
  for (const category of serviceCategories) {
    const members = all.filter((service) => service.category === category);
    if (members.length === 0) continue;
    lines.push(
      `- **${category}**: ${members.map((service) => `[${service.shortName}](#${service.id})`).join(', ')}`,
    );
  }
  for (const service of all) lines.push('', ...describeService(service));
  return [{ path: 'docs/services.md', text: `${lines.join('\n')}\n` }];
}

function describeService(service: ServiceDefinition): string[] {
  const { lifecycle } = service;
  const lines = [
    `<a id="${service.id}"></a>`,
    `## ${service.displayName} (\`${service.id}\`)`,
    '',
    `${service.summary} [Documentation](${service.docsUrl}).`,
    '',
  ];
  if (lifecycle.status !== 'available') {
    const since = lifecycle.since ? ` since ${lifecycle.since}` : '';
    const successor = lifecycle.successor ? ` Successor: \`${lifecycle.successor}\`.` : '';
    lines.push(
      `> **${lifecycle.status}${since}.** ${lifecycle.note}${successor} (${cite(lifecycle.sources)})`,
      '',
    );
  }
  if (service.properties.length > 0) {
    lines.push('| Property | Group | Default | Allowed | Meaning | Source |', '|---|---|---|---|---|---|');
    for (const property of service.properties) {
      const fallback =
        property.type === 'table' || property.type === 'list' || property.type === 'map'
          ? 'empty'
          : `\`${String(property.default)}\``;
      const marked = property.assumption ? `${property.help} *Assumption.*` : property.help;
      lines.push(
        `| \`${property.name}\` ${toCell(property.label)} | ${property.group} | ${property.default === '' ? '' : fallback} | ${toCell(describeRange(property))} | ${toCell(marked)} | ${cite(property.sources)} |`,
      );
    }
    lines.push('');
  }
  if (service.limits.length > 0) {
    lines.push('| Limit | Value | Unit | Kind | Source | Checked |', '|---|---|---|---|---|---|');
    for (const limit of service.limits) {
      lines.push(
        `| ${toCell(limit.label)}${limit.note ? `; ${toCell(limit.note)}` : ''} | ${limit.value ?? 'not published'} | ${limit.unit} | ${limit.kind}, ${limit.adjustable} | ${cite(limit.sources)} | ${limit.checked} |`,
      );
    }
    lines.push('');
  }
  lines.push(
    `**Simulated as.** ${service.simulation.description} (${cite(service.simulation.sources)})`,
    '',
    `**Exported as.** ${describeTypes(service)}`,
  );
  return lines;
}

function describeRange(property: ServiceDefinition['properties'][number]): string {
  const unit = property.unit ? ` ${property.unit}` : '';
  switch (property.type) {
    case 'number':
      return property.min === undefined && property.max === undefined
        ? `number${unit}`
        : `${property.min ?? ''} – ${property.max ?? ''}${unit}`;
    case 'select':
      return property.options.map((option) => option.value).join(', ');
    case 'text':
      return property.patternHelp ?? 'text';
    case 'flag':
      return 'on, off';
    case 'table':
      return `rows of ${property.columns.map((column) => column.name).join(', ')}`;
    default:
      return property.type;
  }
}

function describeTypes(service: ServiceDefinition): string {
  const { types, missing, notExported } = service.iac;
  if (notExported) return notExported;
  const list = (names: readonly string[], reason: string | undefined): string =>
    names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : (reason ?? 'nothing');
  return `CloudFormation: ${list(types.cloudFormation, missing?.cloudFormation)}. Terraform: ${list(types.terraform, missing?.terraform)}.`;
}

function cite(keys: readonly string[]): string {
  return keys
    .map((key) => {
      const source = findSource(key);
      return source?.url ? `[${key}](${source.url})` : key;
    })
    .join(' ');
}
