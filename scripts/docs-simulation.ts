import { readFileSync } from 'node:fs';
import { parseDesign } from '../shared/graph/parse-design.ts';
import type { ServiceDefinition } from '../shared/services/define-service.ts';
import { services } from '../shared/services/registry.ts';
import { buildNetwork } from '../shared/simulator/model/build-network.ts';
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
  const sections = all.map(describeService);
  return [{ path, text: `${before}${start}\n\n${sections.join('\n\n')}\n\n${end}${after}` }];
}

/** Description, what the model leaves out, what its user owns, and what it rests on. */
function describeService(service: ServiceDefinition): string {
  const owned = service.properties
    .filter((property) => property.assumption)
    .map(
      (property) =>
        `${property.label}${property.unit ? ` (${property.unit})` : ''}: ${JSON.stringify(property.default)}. ${property.help}`,
    );
  return [
    `### ${service.displayName}`,
    service.simulation.description,
    ...list('Simplified or left out:', getModelNotes(service)),
    ...list('Assumptions you own (AWS publishes no figure):', owned),
    `Rests on: ${service.simulation.sources.join(', ')}.`,
  ].join('\n\n');
}

/** What the model says of itself when the node is drawn with its defaults. */
function getModelNotes(service: ServiceDefinition): readonly string[] {
  const result = parseDesign({ nodes: [{ id: 'node', service: service.id }] });
  if (!result.ok) throw new Error(`A design with nothing but ${service.displayName} cannot be read.`);
  return buildNetwork(result.design, { durationSeconds: 3600 }).nodeModels.get('node')?.assumptions ?? [];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [title, items.map((item) => `- ${item}`).join('\n')] : [];
}
