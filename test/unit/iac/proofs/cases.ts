import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Design, PropertyValue } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { findPairRule } from '../../../../shared/integrations/registry.ts';
import type { PropertyDefinition } from '../../../../shared/services/property.ts';
import { services } from '../../../../shared/services/registry.ts';
import { buildDesign } from '../designs.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { addCompanions, buildNode, type CaseNode } from './companions.ts';
import { generateDesigns } from './generate-designs.ts';

/** A design whose exports are proven. */
export interface ExportCase {
  /** Letters, digits and hyphens; a folder is called like it. */
  name: string;
  design: Design;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Every template of the app. */
export function getTemplateCases(): ExportCase[] {
  return readdirSync('templates')
    .filter((name) => existsSync(join('templates', name, 'pipeline.json')))
    .sort()
    .map((name) => {
      const parsed = parseDesign(JSON.parse(readFileSync(join('templates', name, 'pipeline.json'), 'utf8')));
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
      return { name: `template-${name}`, design: parsed.design };
    });
}

/** More targets than this are more than some services allow. */
const neighboursPerCase = 5;
const fewerNeighbours: Readonly<Record<string, number>> = { 'cw-logs': 2 };

/** Every service with the neighbours that it can feed directly: together every such edge. */
export function getNeighbourCases(): ExportCase[] {
  return services.flatMap(({ id }) => {
    const targets = services.filter((target) => findPairRule(id, target.id)?.verdict === 'direct');
    const groups = chunk(targets, fewerNeighbours[id] ?? neighboursPerCase);
    return groups.map((group, index) => {
      const nodes: CaseNode[] = [buildNode('origin', id)];
      const edges: { source: string; target: string }[] = [];
      for (const target of group) {
        nodes.push(buildNode(`to-${target.id}`, target.id));
        edges.push({ source: 'origin', target: `to-${target.id}` });
      }
      addCompanions(nodes, edges);
      return { name: `from-${id}-${index + 1}`, design: buildDesign(nodes, edges, `From ${id}`) };
    });
  });
}

/** Texts in one design; more make it slow to compile. */
const textsPerCase = 14;

/** Hostile text in every place where a designer writes. */
export function getHostileCases(): ExportCase[] {
  const groups = chunk(hostileTexts, textsPerCase);
  return groups.map((texts, index) => {
    const nodes = texts.flatMap((text) => [
      { id: text, service: 'kds', name: text, notes: text },
      { id: `f ${text}`, service: 'lambda', name: text, properties: { environment: { NAME: text } } },
      { id: `b ${text}`, service: 's3', name: text, notes: text },
    ]);
    const edges = texts.flatMap((text) => [
      { id: `e ${text}`, source: text, target: `f ${text}` },
      { id: `n ${text}`, source: `b ${text}`, target: `f ${text}`, properties: { prefix: text } },
    ]);
    const name = `hostile-${index + 1}`;
    return { name, design: { ...buildDesign(nodes, edges, texts[0] ?? name), description: texts.join(' ') } };
  });
}

/** Property values that only fit together with others, which a rule sees to. */
const dependent = new Set([
  'ecs-fargate.cpu',
  'ecs-fargate.memory',
  // Oracle runs on fewer instance classes than the default one.
  'rds.engine',
]);

/** Values other than the default for a property; none for texts whose form only the rules know. */
function getVariants(property: PropertyDefinition): PropertyValue[] {
  switch (property.type) {
    case 'flag':
      return [!property.default];
    case 'select':
      return property.options.map((option) => option.value).filter((value) => value !== property.default);
    case 'number':
      return [property.min, property.max].filter(
        (value): value is number => value !== undefined && value !== property.default,
      );
    case 'map':
      return [{ first: 'one', second: 'two' }];
    default:
      return [];
  }
}

/** Every service with its defaults and once per value of every property, in one design per service. */
export function getServiceCases(): ExportCase[] {
  return services.flatMap((service) => {
    if (service.iac.types.cloudFormation.length === 0) return [];
    const definitions: readonly PropertyDefinition[] = service.properties;
    const variants = definitions
      .filter(({ group, name }) => group !== 'Simulation' && !dependent.has(`${service.id}.${name}`))
      .flatMap((property) =>
        getVariants(property).map((value, index): CaseNode => {
          const shown = property.visibleWhen;
          return {
            id: `${property.name}-${index + 1}`,
            service: service.id,
            properties: {
              ...(shown?.equals[0] !== undefined && { [shown.property]: shown.equals[0] }),
              [property.name]: value,
            },
          };
        }),
      );
    const nodes: CaseNode[] = [{ id: `my-${service.id}`, service: service.id }, ...variants];
    const edges: { source: string; target: string }[] = [];
    addCompanions(nodes, edges);
    return { name: `service-${service.id}`, design: buildDesign(nodes, edges, `Only ${service.id}`) };
  });
}

/** How many designs are generated, and from which seed; `npm run test:export` asks for more. */
export const generation = {
  designs: Number(process.env['PIPEWRIGHT_EXPORT_DESIGNS'] ?? 8),
  seed: Number(process.env['PIPEWRIGHT_EXPORT_SEED'] ?? 1),
};

let generated: readonly ExportCase[] | undefined;

/** Designs drawn at random from the whole catalogue, none of which breaks a rule. */
export function getGeneratedCases(): readonly ExportCase[] {
  generated ??= readGenerated() ?? generateDesigns(generation.designs, generation.seed);
  return generated;
}

/** What an earlier step of the same run generated; a hundred designs take most of a minute. */
function readGenerated(): readonly ExportCase[] | undefined {
  const folder = process.env['PIPEWRIGHT_EXPORT_COUNTS'];
  if (folder === undefined || folder === '') return undefined;
  const file = join(folder, `designs-${generation.designs}-${generation.seed}.txt`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ExportCase[];
  const designs = generateDesigns(generation.designs, generation.seed);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(designs));
  return designs;
}

/** All cases; each of their exports goes through every proof. */
export function getExportCases(): ExportCase[] {
  return [
    ...getTemplateCases(),
    ...getServiceCases(),
    ...getNeighbourCases(),
    ...getHostileCases(),
    ...getGeneratedCases(),
  ];
}
