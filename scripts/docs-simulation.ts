import { readFileSync } from 'node:fs';
import type { ServiceDefinition } from '../shared/services/define-service.ts';
import { services } from '../shared/services/registry.ts';
import type { GeneratedFile } from './generated-file.ts';

const start = '<!-- generated: service models (npm run docs) -->';
const end = '<!-- end generated -->';

/** The part of docs/simulation-model.md that describes each service's model; the rest is kept. */
export function build(): GeneratedFile[] {
  const path = 'docs/simulation-model.md';
  const current = readFileSync(path, 'utf8');
  const [before, rest] = current.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${path} must hold the markers "${start}" and "${end}".`);
  const all: readonly ServiceDefinition[] = services;
  const sections = all.map((service) => {
    const assumptions = service.properties.filter((property) => property.assumption);
    const list = assumptions.map(
      (property) =>
        `- ${property.label}${property.unit ? ` (${property.unit})` : ''}: ${JSON.stringify(property.default)}. ${property.help}`,
    );
    const block =
      list.length > 0 ? `\n\nAssumptions you own (AWS publishes no figure):\n\n${list.join('\n')}` : '';
    return `### ${service.displayName}\n\n${service.simulation.description}${block}`;
  });
  return [{ path, text: `${before}${start}\n\n${sections.join('\n\n')}\n\n${end}${after}` }];
}
