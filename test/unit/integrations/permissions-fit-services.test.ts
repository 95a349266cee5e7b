import { describe, expect, it } from 'vitest';
import { createDesign } from '../../../shared/graph/create-design.ts';
import { buildContexts } from '../../../shared/iac/lower/build-contexts.ts';
import { collectContributions } from '../../../shared/iac/lower/collect.ts';
import { getEdgeProperties } from '../../../shared/integrations/edge-properties.ts';
import { grantSets } from '../../../shared/integrations/grant-sets.ts';
import { pairRules } from '../../../shared/integrations/registry.ts';
import type { PropertyDefinition } from '../../../shared/services/property.ts';
import { findService } from '../../../shared/services/registry.ts';

/** What movers stand between; without both ends they create nothing. */
const ends: Readonly<Record<string, readonly [source: string, target: string]>> = {
  dms: ['onprem-db', 's3'],
  datasync: ['onprem-files', 's3'],
};

/** Keys of what a service creates, or names without creating it, with its default settings. */
function getKeys(service: string): string[] {
  const design = createDesign('test');
  design.nodes.push({ id: 'node', service, properties: {} });
  const [source, target] = ends[service] ?? [];
  if (source !== undefined && target !== undefined) {
    design.nodes.push({ id: 'from', service: source, properties: {} });
    design.nodes.push({ id: 'to', service: target, properties: {} });
    design.edges.push({ id: 'in', source: 'from', target: 'node', properties: {} });
    design.edges.push({ id: 'out', source: 'node', target: 'to', properties: {} });
  }
  const contribution = collectContributions(buildContexts(design, findService), []).get('node');
  return [
    ...(contribution?.cloudFormation ?? []).map((resource) => resource.key),
    ...Object.keys(contribution?.arns ?? {}),
  ];
}

const owned = grantSets.flatMap((set) =>
  set.owners
    .filter((owner) => findService(owner) !== undefined)
    .map((owner) => [set.id, owner, set] as const),
);

describe('permission sets and the resources of their owners', () => {
  it.each(owned)('%s finds what it grants on in %s', (_id, owner, set) => {
    const keys = getKeys(owner);
    const primary = findService(owner)?.iac.primary ?? '';
    for (const { resources } of set.statements) {
      for (const resource of resources) {
        if (resource.of === 'owner') expect(keys).toContain(resource.key ?? primary);
      }
    }
  });
});

const conditional = pairRules.flatMap((rule) =>
  rule.permissions.flatMap(({ when }) => (when ? [[rule.id, rule, when] as const] : [])),
);

describe('conditions of permissions', () => {
  it.each(conditional)('%s asks for a setting that exists', (_id, rule, when) => {
    const service = findService(when.on === 'source' ? rule.source : rule.target);
    const definitions: readonly PropertyDefinition[] =
      when.on === 'edge' ? getEdgeProperties(rule.source, rule.target) : (service?.properties ?? []);
    if (when.on !== 'edge' && !service) return;
    const definition = definitions.find((candidate) => candidate.name === when.property);
    expect(definition?.type).toBe('select');
    const options = definition?.type === 'select' ? definition.options.map((option) => option.value) : [];
    for (const value of when.equals) expect(options).toContain(value);
  });

  it('cover every value of the setting, so that no deployment goes without permission', () => {
    const gaps: string[] = [];
    for (const rule of pairRules) {
      for (const { principal, when } of rule.permissions) {
        if (!when || when.on === 'edge') continue;
        const service = findService(when.on === 'source' ? rule.source : rule.target);
        const definition = service?.properties.find((candidate) => candidate.name === when.property);
        if (definition?.type !== 'select') continue;
        const covered = rule.permissions
          .filter((other) => other.principal === principal && other.when?.property === when.property)
          .flatMap((other) => other.when?.equals ?? []);
        for (const { value } of definition.options)
          if (!covered.includes(value)) gaps.push(`${rule.id}: ${when.property} ${value}`);
      }
    }
    expect(gaps).toEqual([]);
  });
});

const drawn = pairRules
  .filter((rule) => rule.verdict === 'direct' || rule.verdict === 'discouraged')
  .filter((rule) => findService(rule.source) && findService(rule.target));

describe('ports', () => {
  it.each(drawn.map((rule) => [rule.id, rule] as const))('%s has one at both ends', (_id, rule) => {
    const offers = (service: string, direction: 'in' | 'out'): boolean =>
      findService(service)?.ports.some(
        (port) => port.direction === direction && port.kinds.includes(rule.kind),
      ) ?? false;
    expect(offers(rule.source, 'out'), `${rule.source} gives ${rule.kind}`).toBe(true);
    expect(offers(rule.target, 'in'), `${rule.target} takes ${rule.kind}`).toBe(true);
  });
});
