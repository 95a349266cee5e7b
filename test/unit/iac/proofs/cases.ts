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
      const nodes = group.map((target) => ({ id: `to-${target.id}`, service: target.id }));
      const edges = group.map((target) => ({ source: 'origin', target: `to-${target.id}` }));
      return {
        name: `from-${id}-${index + 1}`,
        design: buildDesign([{ id: 'origin', service: id }, ...nodes], edges, `From ${id}`),
      };
    });
  });
}

/** All cases; each of their exports goes through every proof. */
export function getExportCases(): ExportCase[] {
  return [...getTemplateCases(), ...getServiceCases(), ...getNeighbourCases()];
}
