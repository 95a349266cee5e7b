import type { Design } from '../../../../shared/graph/design.ts';
import { getEdgeProperties } from '../../../../shared/integrations/edge-properties.ts';
import { resolveEdgeKind } from '../../../../shared/integrations/edge-kind.ts';
import { pairRules, findPairRule } from '../../../../shared/integrations/registry.ts';
import type { PropertyDefinition } from '../../../../shared/services/property.ts';
import { services } from '../../../../shared/services/registry.ts';
import { containerKinds } from '../../../../shared/graph/design.ts';
import { exportableRows } from './generate-designs.ts';

/** What of the catalogue can be in an export, or is. */
export interface Coverage {
  services: ReadonlySet<string>;
  /** `kds.shardCount`, `edge.batchSize` */
  properties: ReadonlySet<string>;
  /** Ids of the integration book's rows. */
  rows: ReadonlySet<string>;
  containers: ReadonlySet<string>;
}

/** What the rules keep from ever being exported, by the rule that does. */
export const neverExported: Readonly<Record<string, { rule: string; why: string }>> = {
  'kda-sql': { rule: 'service-is-available', why: 'AWS has retired it.' },
  's3.blockPublicAccess': { rule: 'no-public-bucket', why: 'It has one value that is allowed.' },
};

const isExported = (key: string): boolean =>
  neverExported[key] === undefined && neverExported[key.split('.')[0] ?? ''] === undefined;

const keys = (service: string, properties: readonly PropertyDefinition[]): string[] =>
  properties.map(({ name }) => `${service}.${name}`);

/** Everything that a design which may be exported can hold. */
export function listExportable(): Coverage {
  const edgeProperties = pairRules.flatMap(({ source, target }) => getEdgeProperties(source, target));
  return {
    services: new Set(services.map(({ id }) => id).filter(isExported)),
    properties: new Set(
      [
        ...services.flatMap(({ id, properties }) => keys(id, properties)),
        ...keys('edge', edgeProperties),
      ].filter(isExported),
    ),
    rows: new Set(
      exportableRows
        .filter(({ source, target }) => isExported(source) && isExported(target))
        .map((row) => row.id),
    ),
    containers: new Set(containerKinds),
  };
}

/** What the designs hold; a property counts when its value is not the default one. */
export function measureCoverage(designs: readonly Design[]): Coverage {
  const coverage = {
    services: new Set<string>(),
    properties: new Set<string>(),
    rows: new Set<string>(),
    containers: new Set<string>(),
  };
  const defaults = new Map<string, string>(
    services.flatMap(({ id, properties }) =>
      properties.map((property) => [`${id}.${property.name}`, JSON.stringify(property.default)] as const),
    ),
  );
  for (const { nodes, edges, containers } of designs) {
    const kinds = new Map(nodes.map((node) => [node.id, node.service]));
    for (const { kind } of containers) coverage.containers.add(kind);
    for (const { service, properties } of nodes) {
      coverage.services.add(service);
      for (const [name, value] of Object.entries(properties)) {
        const key = `${service}.${name}`;
        if (defaults.get(key) !== JSON.stringify(value)) coverage.properties.add(key);
      }
    }
    for (const edge of edges) {
      const source = kinds.get(edge.source) ?? '';
      const target = kinds.get(edge.target) ?? '';
      const row = findPairRule(source, target, resolveEdgeKind(edge, source, target));
      if (row) coverage.rows.add(row.id);
      for (const name of Object.keys(edge.properties)) coverage.properties.add(`edge.${name}`);
    }
  }
  return coverage;
}

/** What can be exported and is in none of the designs. */
export function findMissing(exercised: Coverage): Record<keyof Coverage, string[]> {
  const all = listExportable();
  const missing = (part: keyof Coverage): string[] =>
    [...all[part]].filter((key) => !exercised[part].has(key));
  return {
    services: missing('services'),
    properties: missing('properties'),
    rows: missing('rows'),
    containers: missing('containers'),
  };
}
