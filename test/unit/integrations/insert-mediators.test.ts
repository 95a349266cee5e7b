import { describe, expect, it } from 'vitest';
import { createDesign } from '../../../shared/graph/create-design.ts';
import type { Design, Properties } from '../../../shared/graph/design.ts';
import { findNode } from '../../../shared/graph/queries.ts';
import { insertMediators } from '../../../shared/integrations/edits/insert-mediators.ts';
import { planMediators } from '../../../shared/integrations/edits/plan-mediators.ts';
import { getEdgeProperties } from '../../../shared/integrations/edge-properties.ts';
import { mediatorDefaults } from '../../../shared/integrations/mediator-defaults.ts';
import { pairRules } from '../../../shared/integrations/registry.ts';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';
import { checkPropertyValue } from '../../../shared/rules/properties/check-value.ts';
import { findService } from '../../../shared/services/registry.ts';
import type { PropertyDefinition } from '../../../shared/services/property.ts';
import { findSource } from '../../../shared/sources/registry.ts';

function buildDesign(services: Record<string, string>, edges: [string, string][]): Design {
  const design = createDesign('test');
  Object.entries(services).forEach(([id, service], index) => {
    design.nodes.push({ id, service, position: { x: index * 400, y: 100 }, properties: {} });
  });
  for (const [source, target] of edges)
    design.edges.push({ id: `${source}-to-${target}`, source, target, properties: {} });
  return design;
}

const arrows = (design: Design): string[] => design.edges.map((edge) => `${edge.source} → ${edge.target}`);

/** What is wrong with the values, as the property rules would say. */
function getFaults(definitions: readonly PropertyDefinition[], values: Properties): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const definition = definitions.find((candidate) => candidate.name === name);
    if (!definition) return [`no property "${name}"`];
    return checkPropertyValue(definition, value).map((fault) => fault.message);
  });
}

describe('insertMediators', () => {
  it('puts a staging bucket with the COPY configuration between Firehose and Redshift', () => {
    const design = buildDesign({ stream: 'firehose', warehouse: 'redshift' }, [['stream', 'warehouse']]);
    const [straight] = design.edges;
    if (straight) Object.assign(straight, { sourcePort: 'out', targetPort: 'in', notes: 'hourly' });
    const added = insertMediators(design, { source: 'stream', target: 'warehouse' }, ['s3']);
    expect(added.nodes).toEqual(['s3']);
    expect(arrows(design)).toEqual(['stream → s3', 's3 → warehouse']);
    expect(findNode(design, 's3')).toMatchObject({
      name: 'Staging bucket',
      position: { x: 200, y: 100 },
      properties: { versioning: false, lifecycleRules: [{ prefix: '', expirationDays: 7 }] },
    });
    expect(design.edges.map((edge) => edge.properties)).toEqual([
      { prefix: 'staging/' },
      { prefix: 'staging/' },
    ]);
    expect(design.edges[0]).toMatchObject({ sourcePort: 'out', notes: 'hourly' });
    expect(design.edges[1]).toMatchObject({ targetPort: 'in' });
    expect(findNode(design, 'stream')?.properties).toEqual({
      redshiftLoad: true,
      copyTableName: 'public.events',
      copyOptions: "JSON 'auto' TIMEFORMAT 'auto'",
    });
  });

  it('opens a provisioned cluster to Firehose unless the designer decided about it', () => {
    const load = (properties: Properties): Properties | undefined => {
      const design = buildDesign({ stream: 'firehose', warehouse: 'redshift' }, []);
      Object.assign(findNode(design, 'warehouse') ?? {}, { properties });
      insertMediators(design, { source: 'stream', target: 'warehouse' }, ['s3']);
      return findNode(design, 'warehouse')?.properties;
    };
    expect(load({})).toEqual({ publiclyAccessible: true });
    expect(load({ publiclyAccessible: false })).toEqual({ publiclyAccessible: false });
    expect(load({ deployment: 'SERVERLESS' })).toEqual({ deployment: 'SERVERLESS' });
  });

  it('keeps the COPY settings the designer made and mends a compression COPY cannot read', () => {
    const design = buildDesign({ stream: 'firehose', warehouse: 'redshift' }, []);
    const stream = findNode(design, 'stream');
    if (stream)
      stream.properties = { copyTableName: 'sales.orders', compressionFormat: 'ZIP', redshiftLoad: false };
    insertMediators(design, { source: 'stream', target: 'warehouse' }, ['s3']);
    expect(findNode(design, 'stream')?.properties).toMatchObject({
      copyTableName: 'sales.orders',
      compressionFormat: 'GZIP',
      redshiftLoad: true,
    });
  });

  it('uses the bucket that already follows the stream', () => {
    const design = buildDesign({ stream: 'firehose', landing: 's3', warehouse: 'redshift' }, [
      ['stream', 'landing'],
    ]);
    const added = insertMediators(design, { source: 'stream', target: 'warehouse' }, ['s3']);
    expect(added.nodes).toEqual(['landing']);
    expect(arrows(design)).toEqual(['stream → landing', 'landing → warehouse']);
    expect(design.nodes).toHaveLength(3);
  });

  it.each([
    ['a bucket whose keys the clients hold', { encryption: 'SSE_C' }],
    ['a bucket that archives at once', { storageClass: 'DEEP_ARCHIVE' }],
  ])('does not use %s', (_what, properties) => {
    const design = buildDesign({ stream: 'firehose', old: 's3', warehouse: 'redshift' }, [['stream', 'old']]);
    const old = findNode(design, 'old');
    if (old) old.properties = properties;
    expect(insertMediators(design, { source: 'stream', target: 'warehouse' }, ['s3']).nodes).toEqual(['s3']);
  });

  it('uses a function again only while it leads nowhere', () => {
    const idle = buildDesign({ in: 'kds', worker: 'lambda', table: 'dynamodb' }, [['in', 'worker']]);
    expect(insertMediators(idle, { source: 'in', target: 'table' }, ['lambda']).nodes).toEqual(['worker']);
    const busy = buildDesign({ in: 'kds', worker: 'lambda', other: 's3', table: 'dynamodb' }, [
      ['in', 'worker'],
      ['worker', 'other'],
    ]);
    expect(insertMediators(busy, { source: 'in', target: 'table' }, ['lambda']).nodes).toEqual(['lambda']);
  });

  it('adds what a mediator needs beside it', () => {
    const video = buildDesign({ cam: 'kvs', model: 'sm-endpoint' }, []);
    insertMediators(video, { source: 'cam', target: 'model' }, ['ecs-fargate']);
    expect(arrows(video)).toEqual(['cam → ecs-fargate', 'ecs-fargate → model', 'ecs-fargate → dynamodb']);
    expect(findNode(video, 'dynamodb')?.name).toBe('Checkpoint table');

    const logs = buildDesign({ in: 'kds', index: 'opensearch' }, []);
    insertMediators(logs, { source: 'in', target: 'index' }, ['firehose']);
    expect(arrows(logs)).toEqual(['in → firehose', 'firehose → index', 'firehose → s3']);

    const query = buildDesign({ data: 's3', sql: 'athena' }, []);
    insertMediators(query, { source: 'data', target: 'sql' }, ['glue-catalog']);
    expect(arrows(query)).toEqual([
      'data → glue-catalog',
      'glue-catalog → sql',
      'data → glue-crawler',
      'glue-crawler → glue-catalog',
    ]);
  });

  it('gives a converting stream the table that the engine reads', () => {
    const design = buildDesign({ in: 'kds', sql: 'athena' }, []);
    insertMediators(design, { source: 'in', target: 'sql' }, ['firehose', 's3', 'glue-catalog']);
    expect(arrows(design)).toContain('glue-catalog → firehose');
    expect(findNode(design, 'firehose')?.properties).toMatchObject({ dataFormatConversion: 'PARQUET' });
    expect(findNode(design, 'glue-catalog')?.properties).toEqual({ tableName: 'events' });
  });

  it('wires a federated query as it runs and a model as a reference', () => {
    const query = buildDesign({ sql: 'athena', orders: 'dynamodb' }, []);
    insertMediators(query, { source: 'orders', target: 'sql' }, ['lambda']);
    expect(arrows(query)).toEqual(['lambda → orders', 'sql → lambda']);

    const model = buildDesign({ job: 'sm-training', serve: 'sm-endpoint' }, []);
    insertMediators(model, { source: 'job', target: 'serve' }, ['s3']);
    expect(model.edges.map((edge) => edge.kind)).toEqual([undefined, 'configuration']);
    expect(getPairVerdict('s3', 'sm-endpoint', 'configuration')).toMatchObject({
      verdict: 'direct',
      rule: 'A-01',
    });
    expect(getPairVerdict('s3', 'sm-endpoint').verdict).toBe('via');
  });

  it('puts mediators into the container both ends share, and on the AWS side of a site', () => {
    const design = buildDesign({ oracle: 'onprem-db', lake: 's3' }, []);
    design.containers.push(
      { id: 'site', kind: 'on-premises', name: 'Site', properties: {} },
      { id: 'cloud', kind: 'region', name: 'Cloud', properties: {} },
    );
    Object.assign(findNode(design, 'oracle') ?? {}, { container: 'site' });
    Object.assign(findNode(design, 'lake') ?? {}, { container: 'cloud' });
    insertMediators(design, { source: 'oracle', target: 'lake' }, ['dms']);
    expect(findNode(design, 'dms')?.container).toBe('cloud');
  });

  it('does nothing without ends or chain', () => {
    const design = buildDesign({ in: 'kds', out: 's3' }, []);
    expect(insertMediators(design, { source: 'in', target: 'gone' }, ['firehose'])).toEqual({
      nodes: [],
      edges: [],
    });
    expect(insertMediators(design, { source: 'in', target: 'out' }, [])).toEqual({ nodes: [], edges: [] });
    expect(design.nodes).toHaveLength(2);
  });
});

const detours = pairRules.flatMap((rule) =>
  rule.via.map((chain) => [rule.source, rule.target, chain] as const),
);

describe('plans for every chain of the book', () => {
  it.each(detours)('%s → %s', (source, target, chain) => {
    const plan = planMediators(source, target, chain);
    const services = new Map([
      ['source', source],
      ['target', target],
      ...plan.nodes.map((node) => [node.key, node.service] as const),
    ]);
    for (const node of plan.nodes) {
      const service = findService(node.service);
      if (service) expect(getFaults(service.properties, node.properties), node.service).toEqual([]);
    }
    for (const edge of plan.edges) {
      const from = services.get(edge.source) ?? '';
      const to = services.get(edge.target) ?? '';
      expect(getFaults(getEdgeProperties(from, to), edge.properties), `${from} → ${to}`).toEqual([]);
      expect(getPairVerdict(from, to, edge.kind).verdict, `${from} → ${to}`).toBe('direct');
    }
  });

  it('has defaults with a source for every mediator of the book', () => {
    const mediators = new Set(pairRules.flatMap((rule) => rule.via.flat()));
    for (const service of mediators) expect(mediatorDefaults.has(service), service).toBe(true);
    for (const [service, entry] of mediatorDefaults) {
      for (const key of entry.sources) expect(findSource(key), key).toBeDefined();
      const definition = findService(service);
      if (definition) expect(getFaults(definition.properties, entry.properties), service).toEqual([]);
    }
  });
});
