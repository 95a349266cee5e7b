import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Design } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { findPairRule } from '../../../../shared/integrations/registry.ts';
import { services } from '../../../../shared/services/registry.ts';
import { buildDesign } from '../designs.ts';

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
const companions: Readonly<Record<string, { source: string; target: string }>> = {
  dms: { source: 'onprem-db', target: 's3' },
};

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
      const nodes: { id: string; service: string }[] = [{ id: 'origin', service: id }];
      const edges: { source: string; target: string }[] = [];
      for (const target of group) {
        nodes.push({ id: `to-${target.id}`, service: target.id });
        edges.push({ source: 'origin', target: `to-${target.id}` });
      }
      for (const node of [...nodes]) {
        const companion = companions[node.service];
        if (!companion) continue;
        if (!databases.has(id)) {
          nodes.push({ id: `${node.id}-source`, service: companion.source });
          edges.push({ source: `${node.id}-source`, target: node.id });
        }
        nodes.push({ id: `${node.id}-sink`, service: companion.target });
        edges.push({ source: node.id, target: `${node.id}-sink` });
      }
      return { name: `from-${id}-${index + 1}`, design: buildDesign(nodes, edges, `From ${id}`) };
    });
  });
}

/** All cases; each of their exports goes through every proof. */
export function getExportCases(): ExportCase[] {
  return [...getTemplateCases(), ...getServiceCases(), ...getNeighbourCases()];
}
