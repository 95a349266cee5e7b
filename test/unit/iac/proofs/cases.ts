import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Design, Properties, PropertyValue } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { findPairRule } from '../../../../shared/integrations/registry.ts';
import type { PropertyDefinition } from '../../../../shared/services/property.ts';
import { services } from '../../../../shared/services/registry.ts';
import { buildDesign } from '../designs.ts';
import { hostileTexts } from '../hostile-texts.ts';

/** A design whose exports are proven. */
export interface ExportCase {
  /** Letters, digits and hyphens; a folder is called like it. */
  name: string;
  design: Design;
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

/** Every service alone, with its defaults. */
export function getServiceCases(): ExportCase[] {
  const exported = services.filter((service) => service.iac.types.cloudFormation.length > 0);
  return exported.map(({ id }) => ({
    name: `service-${id}`,
    design: buildDesign([{ id: `my-${id}`, service: id }], [], `Only ${id}`),
  }));
}

/** Neighbours without which a service exports only half of itself. */
const companions: Readonly<Record<string, { source?: string; target?: string }>> = {
  dms: { source: 'onprem-db', target: 's3' },
  'sm-endpoint': { target: 's3' },
};

interface CaseNode {
  id: string;
  service: string;
  properties?: Properties;
}

/** Adds the companions that nodes need, one of each for all of them. */
function addCompanions(
  nodes: CaseNode[],
  edges: { source: string; target: string }[],
  origin: string | undefined,
): void {
  for (const { id, service } of [...nodes]) {
    const { source, target } = companions[service] ?? {};
    const hasSource = origin !== undefined && databases.has(origin);
    for (const companion of [hasSource ? undefined : source, target]) {
      if (companion === undefined) continue;
      const own = `companion-${companion}`;
      if (!nodes.some((node) => node.id === own)) nodes.push({ id: own, service: companion });
      edges.push(companion === target ? { source: id, target: own } : { source: own, target: id });
    }
  }
}

/** Kinds that are a source for the companion's service themselves. */
const databases = new Set(['rds', 'aurora', 'onprem-db', 'mongodb']);

/** More targets than this are more than some services allow. */
const neighboursPerCase = 5;

/** Every service with the neighbours that it can feed directly: together every such edge. */
export function getNeighbourCases(): ExportCase[] {
  return services.flatMap(({ id }) => {
    const targets = services.filter((target) => findPairRule(id, target.id)?.verdict === 'direct');
    const groups = Array.from({ length: Math.ceil(targets.length / neighboursPerCase) }, (_, index) =>
      targets.slice(index * neighboursPerCase, (index + 1) * neighboursPerCase),
    );
    return groups.map((group, index) => {
      const nodes: CaseNode[] = [{ id: 'origin', service: id }];
      const edges: { source: string; target: string }[] = [];
      for (const target of group) {
        nodes.push({ id: `to-${target.id}`, service: target.id });
        edges.push({ source: 'origin', target: `to-${target.id}` });
      }
      addCompanions(nodes, edges, id);
      return { name: `from-${id}-${index + 1}`, design: buildDesign(nodes, edges, `From ${id}`) };
    });
  });
}

/** Hostile text in every place where a designer writes, one design per text. */
export function getHostileCases(): ExportCase[] {
  return hostileTexts.map((text, index) => {
    const design = buildDesign(
      [
        { id: text, service: 'kds', name: text, notes: text },
        { id: `2 ${text}`, service: 'lambda', name: text, properties: { environment: { NAME: text } } },
        { id: 'bucket', service: 's3', name: text, notes: text },
      ],
      [
        { id: text, source: text, target: `2 ${text}` },
        { id: `b ${text}`, source: 'bucket', target: `2 ${text}`, properties: { prefix: text } },
      ],
      text,
    );
    return {
      name: `hostile-${index + 1}`,
      design: { ...design, description: text, settings: { ...design.settings, tags: { note: text } } },
    };
  });
}

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

/** Every service once per value of every property, in one design per service. */
export function getVariantCases(): ExportCase[] {
  return services.flatMap((service) => {
    const definitions: readonly PropertyDefinition[] = service.properties;
    const nodes: CaseNode[] = definitions
      .filter((property) => property.group !== 'Simulation')
      .flatMap((property) =>
        getVariants(property).map((value, index) => {
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
    const edges: { source: string; target: string }[] = [];
    addCompanions(nodes, edges, undefined);
    const exported = service.iac.types.cloudFormation.length > 0 && nodes.length > 0;
    return exported
      ? [{ name: `variants-${service.id}`, design: buildDesign(nodes, edges, `Variants of ${service.id}`) }]
      : [];
  });
}

/** All cases; each of their exports goes through every proof. */
export function getExportCases(): ExportCase[] {
  return [
    ...getTemplateCases(),
    ...getServiceCases(),
    ...getNeighbourCases(),
    ...getVariantCases(),
    ...getHostileCases(),
  ];
}
