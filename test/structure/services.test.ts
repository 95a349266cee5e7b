import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Configuration } from '../../shared/services/configuration.ts';
import type { ServiceDefinition } from '../../shared/services/define-service.ts';
import type { PropertyDefinition } from '../../shared/services/property.ts';
import { findService, services } from '../../shared/services/registry.ts';
import { findSource } from '../../shared/sources/registry.ts';
import { runFluid } from '../../shared/simulator/kernel/run-fluid.ts';
import { buildNetwork } from '../../shared/simulator/model/build-network.ts';
import { readText, listSources } from './source-files.ts';

const all: readonly ServiceDefinition[] = services;
const resolves = (keys: readonly string[]): boolean =>
  keys.length > 0 && keys.every((key) => findSource(key) !== undefined);

/** Text of everything that may read a property: the slice itself, its neighbours’ slices, rules, model. */
const readers = listSources('shared')
  .filter((path) => !path.includes('/properties') && !path.endsWith('-properties.ts'))
  .map(readText)
  .join('\n');

function hasOwnDefault(property: PropertyDefinition): boolean {
  switch (property.type) {
    case 'number':
      return (
        Number.isFinite(property.default) &&
        property.default >= (property.min ?? -Infinity) &&
        property.default <= (property.max ?? Infinity)
      );
    case 'select':
      return property.options.some((option) => option.value === property.default);
    case 'text':
      return (
        property.default === '' ||
        property.pattern === undefined ||
        new RegExp(`^(?:${property.pattern})$`).test(property.default)
      );
    default:
      return property.default !== undefined;
  }
}

describe.each(all.map((service) => [service.id, service] as const))('service %s', (id, service) => {
  it('has official names, a summary, words to search for and a documentation page', () => {
    expect(service.displayName.length).toBeGreaterThan(2);
    expect(service.shortName.length).toBeLessThanOrEqual(service.displayName.length + 4);
    expect(service.summary).toMatch(/^[A-Z].{20,}\.$/);
    expect(service.keywords.length).toBeGreaterThanOrEqual(2);
    expect(service.docsUrl).toMatch(/^https:\/\//);
  });

  it('has an icon that exists', () => {
    const { icon } = service;
    const path =
      'aws' in icon
        ? `node_modules/aws-icons/icons/${icon.aws}`
        : `node_modules/lucide-react/dist/esm/icons/${icon.glyph}.mjs`;
    expect(existsSync(path), path).toBe(true);
  });

  it('explains and sources every property, with a default that it would accept', () => {
    for (const property of service.properties) {
      expect(property.help.length, property.name).toBeGreaterThan(10);
      expect(resolves(property.sources), `${property.name}: ${property.sources.join(' ')}`).toBe(true);
      expect(property.assumption === true, property.name).toBe(property.sources.includes('ASSUMPTION'));
      expect(hasOwnDefault(property), property.name).toBe(true);
      const condition = property.visibleWhen;
      if (condition)
        expect(
          service.properties.some((other) => other.name === condition.property),
          property.name,
        ).toBe(true);
    }
    expect(new Set(service.properties.map((property) => property.name)).size).toBe(service.properties.length);
  });

  it('has no property that nothing reads', () => {
    const unread = service.properties.filter(
      (property) => !readers.includes(`'${property.name}'`) && !readers.includes(`${property.name}.name`),
    );
    expect(unread.map((property) => property.name)).toEqual([]);
  });

  it('sources and dates every limit', () => {
    for (const limit of service.limits) {
      expect(resolves(limit.sources), `${limit.id}: ${limit.sources.join(' ')}`).toBe(true);
      expect(limit.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(limit.value === null || Number.isFinite(limit.value), limit.id).toBe(true);
      expect(limit.unit).not.toBe('');
    }
    expect(new Set(service.limits.map((limit) => limit.id)).size).toBe(service.limits.length);
  });

  it('shows facts that exist and names a successor that exists', () => {
    expect(service.facts.length).toBeLessThanOrEqual(3);
    for (const fact of service.facts)
      expect(service.properties.map((property) => property.name)).toContain(fact);
    const { lifecycle } = service;
    if (lifecycle.status === 'available') return;
    expect(resolves(lifecycle.sources)).toBe(true);
    if (lifecycle.successor) expect(findService(lifecycle.successor)).toBeDefined();
  });

  it('simulates with its defaults: records come out or are accounted for', () => {
    expect(service.simulation.description).toMatch(/^[A-Z].{30,}/s);
    expect(resolves(service.simulation.sources)).toBe(true);
    const { network } = buildNetwork(
      {
        version: 1,
        name: id,
        settings: { region: 'us-east-1', tags: {} },
        nodes: [{ id: 'node', service: id, properties: {} }],
        edges: [],
        containers: [],
        annotations: [],
        workloads: [
          {
            id: 'load',
            node: 'node',
            arrivals: { pattern: 'constant', ratePerSecond: 10 },
            recordSizeBytes: 1000,
            keyCount: 100,
            keys: { kind: 'uniform' },
          },
        ],
        scenarios: [],
        suppressions: [],
      },
      { durationSeconds: 600 },
    );
    const result = runFluid(network, { durationSeconds: 600, seed: 1, stepSeconds: 1 });
    expect(result.massResidual).toBe(0);
    expect(result.stations[0]?.totals.arrived).toBeGreaterThan(5000);
  });

  it('maps to both tools, or says why not', () => {
    const { iac } = service;
    if (iac.notExported !== undefined) {
      expect(iac.notExported.length).toBeGreaterThan(20);
      return;
    }
    for (const tool of ['cloudFormation', 'terraform'] as const) {
      expect(iac.types[tool].length > 0 || (iac.missing?.[tool] ?? '').length > 20, tool).toBe(true);
    }
  });

  it('reads its properties by names and types that exist', () => {
    const config = new Configuration(service.properties, {});
    for (const property of service.properties) expect(config.value(property.name)).toBeDefined();
  });
});

it('every folder of a service holds the five parts', () => {
  const folders = readdirSync('shared/services', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const folder of folders) {
    const files = readdirSync(`shared/services/${folder.name}`);
    for (const part of ['index.ts', 'properties.ts', 'limits.ts', 'simulation.ts', 'iac.ts'])
      expect(files, folder.name).toContain(part);
    expect(readFileSync(`shared/services/${folder.name}/index.ts`, 'utf8')).toContain(`id: '${folder.name}'`);
  }
});
