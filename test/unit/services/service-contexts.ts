import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, SpecDatabase } from '@aws-cdk/service-spec-types';
import type { EdgeKind, Properties } from '../../../shared/graph/design.ts';
import { type Body, isTagged, ref, tag } from '../../../shared/iac/ir/expression.ts';
import type { IacContribution, IacNeighbour } from '../../../shared/iac/ir/mapping.ts';
import { getEdgeProperties } from '../../../shared/integrations/edge-properties.ts';
import { Configuration } from '../../../shared/services/configuration.ts';
import type { ServiceDefinition } from '../../../shared/services/define-service.ts';
import type { NodeModel, SimulationContext } from '../../../shared/services/simulation-model.ts';
import { type SchemaBlock, schema } from '../iac/proofs/terraform-schema.ts';

/** An edge at the node under test; the far end is any service id, with the properties it is given. */
export interface TestEdge {
  service: string | ServiceDefinition;
  kind?: EdgeKind;
  node?: string;
  values?: Properties;
  edgeValues?: Properties;
  /** The neighbour's own edges, for mappings that look one hop further. */
  incoming?: readonly TestEdge[];
  outgoing?: readonly TestEdge[];
}

export interface TestEdges {
  incoming?: readonly TestEdge[];
  outgoing?: readonly TestEdge[];
}

function buildNeighbour(own: string, edge: TestEdge, index: number, incoming: boolean): IacNeighbour {
  const service = typeof edge.service === 'string' ? edge.service : edge.service.id;
  const definitions = typeof edge.service === 'string' ? [] : edge.service.properties;
  const node = edge.node ?? `${service}-${index}`;
  const [source, target] = incoming ? [service, own] : [own, service];
  return {
    edge: `edge-${incoming ? 'in' : 'out'}-${index}`,
    kind: edge.kind ?? 'data',
    node,
    service,
    config: new Configuration(definitions, edge.values ?? {}),
    edgeConfig: new Configuration(getEdgeProperties(source, target), edge.edgeValues ?? {}),
    ref: (attribute = 'arn') => ref(`${node}/primary`, attribute),
    refTo: (key, attribute = 'arn') => ref(`${node}/${key}`, attribute),
    incoming: (edge.incoming ?? []).map((next, i) => buildNeighbour(service, next, i, true)),
    outgoing: (edge.outgoing ?? []).map((next, i) => buildNeighbour(service, next, i, false)),
  };
}

function buildNeighbours(service: ServiceDefinition, edges: TestEdges) {
  return {
    incoming: (edges.incoming ?? []).map((edge, i) => buildNeighbour(service.id, edge, i, true)),
    outgoing: (edges.outgoing ?? []).map((edge, i) => buildNeighbour(service.id, edge, i, false)),
  };
}

/** Context of a simulation model in us-east-1 with evenly spread keys. */
export function buildSimulationContext(
  service: ServiceDefinition,
  values: Properties = {},
  edges: TestEdges = {},
): SimulationContext {
  return {
    config: new Configuration(service.properties, values),
    limit(id) {
      const value = service.limits.find((limit) => limit.id === id)?.value;
      if (value === undefined || value === null) throw new Error(`No limit "${id}" in ${service.id}.`);
      return value;
    },
    region: 'us-east-1',
    ...buildNeighbours(service, edges),
    keyShares: (lanes) => Array.from({ length: lanes }, () => 1 / lanes),
  };
}

export function buildModel(service: ServiceDefinition, values?: Properties, edges?: TestEdges): NodeModel {
  return service.simulation.build(buildSimulationContext(service, values, edges));
}

export function buildContribution(
  service: ServiceDefinition,
  values: Properties = {},
  edges: TestEdges = {},
): IacContribution {
  return service.iac.build({
    nodeId: 'node',
    name: 'Test node',
    physicalName: (max, separator = '-') => ['test', 'node'].join(separator).slice(0, max),
    config: new Configuration(service.properties, values),
    settings: { region: 'us-east-1', tags: {} },
    drawnInVpc: false,
    ...buildNeighbours(service, edges),
    own: (key, attribute = 'arn') => ref(`node/${key}`, attribute),
  });
}

let database: SpecDatabase | undefined;

/** Names and required members of everything both tools get, against the published schemas. */
export function findSchemaProblems(contribution: IacContribution): string[] {
  database ??= loadAwsServiceSpecSync();
  const problems: string[] = [];
  for (const resource of contribution.terraform) {
    const found = schema[resource.kind === 'data' ? 'data' : 'resources'][resource.type];
    if (found) checkBody(found, resource.arguments, resource.type, problems);
    else if (resource.type.startsWith('aws_')) problems.push(`${resource.type} does not exist`);
  }
  for (const resource of contribution.cloudFormation) {
    const found = database.lookup('resource', 'cloudFormationType', 'equals', resource.type);
    if (found.length === 0) problems.push(`${resource.type} does not exist`);
    else checkMembers(database, found.only().properties, resource.properties, resource.type, problems);
  }
  return problems;
}

function checkMembers(
  db: SpecDatabase,
  schema: Readonly<Record<string, Property>>,
  value: object,
  path: string,
  problems: string[],
): void {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  for (const [name, member] of members) {
    const property = schema[name];
    if (!property) problems.push(`${path}.${name} does not exist`);
    else checkType(db, property.type, member, `${path}.${name}`, problems);
  }
  const present = new Set(members.map(([name]) => name));
  for (const [name, property] of Object.entries(schema)) {
    // Glue schemas call CatalogId required; it is filled in by the lowering or has the account as default.
    if (property.required && !present.has(name)) problems.push(`${path}.${name} is required`);
  }
}

function checkType(
  db: SpecDatabase,
  type: PropertyType,
  value: unknown,
  path: string,
  problems: string[],
): void {
  if (isTagged(value) || type.type === 'json') return;
  if (type.type === 'union') {
    const attempts = type.types.map((option) => {
      const found: string[] = [];
      checkType(db, option, value, path, found);
      return found;
    });
    const best = attempts.sort((a, b) => a.length - b.length)[0];
    problems.push(...(best ?? []));
  } else if (type.type === 'array' || type.type === 'map') {
    if (typeof value !== 'object' || value === null || Array.isArray(value) !== (type.type === 'array')) {
      problems.push(`${path} is not a ${type.type}`);
      return;
    }
    for (const [key, item] of Object.entries(value))
      checkType(db, type.element, item, `${path}.${key}`, problems);
  } else if (type.type === 'ref') {
    if (typeof value !== 'object' || value === null) problems.push(`${path} is not an object`);
    else checkMembers(db, db.get('typeDefinition', type.reference.$ref).properties, value, path, problems);
  } else if (type.type === 'string' ? typeof value !== 'string' : false) {
    problems.push(`${path} is not a string`);
  } else if ((type.type === 'integer' || type.type === 'number') && typeof value !== 'number') {
    problems.push(`${path} is not a number`);
  } else if (type.type === 'boolean' && typeof value !== 'boolean') {
    problems.push(`${path} is not a boolean`);
  }
}

function checkBody(block: SchemaBlock, body: Body, path: string, problems: string[]): void {
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const nested = block.blocks[name];
    const objects = block.objects?.[name];
    const isBlock = isTagged(value) && value[tag] === 'blocks';
    if (objects && isBlock) {
      // Lists of objects may be written as blocks.
      for (const inner of value.bodies) checkBody(objects, inner, `${path}.${name}`, problems);
    } else if (objects && Array.isArray(value)) {
      for (const item of value as Body[]) checkObject(objects, item, `${path}.${name}`, problems);
    } else if (nested && isBlock) {
      if (nested.single && value.bodies.length > 1) problems.push(`${path}.${name} is allowed once`);
      for (const inner of value.bodies) checkBody(nested, inner, `${path}.${name}`, problems);
    } else if (nested) problems.push(`${path}.${name} is a block`);
    else if (block.attributes[name] === undefined) problems.push(`${path}.${name} does not exist`);
    else if (isBlock) problems.push(`${path}.${name} is no block`);
    else checkAttribute(block.attributes[name], value, `${path}.${name}`, problems);
  }
  for (const [name, attribute] of Object.entries(block.attributes)) {
    if (attribute.startsWith('r') && body[name] === undefined) problems.push(`${path}.${name} is required`);
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    if (nested.required && body[name] === undefined) problems.push(`${path}.${name} is required`);
  }
}

/** Written as a value, an object has to name every member, even those that stay null. */
function checkObject(objects: SchemaBlock, item: Body, path: string, problems: string[]): void {
  for (const name of [...Object.keys(objects.attributes), ...Object.keys(objects.blocks)]) {
    if (item[name] === undefined) problems.push(`${path}.${name} is left out of a value: write a block`);
  }
}

function checkAttribute(attribute: string, value: unknown, path: string, problems: string[]): void {
  const [flags = '', type = ''] = attribute.split(' ');
  if (!/[ro]/.test(flags)) problems.push(`${path} is read only`);
  if (isTagged(value)) return;
  const isList = Array.isArray(value);
  if (/^(?:list|set)\(/.test(type) !== isList) {
    problems.push(`${path} is ${isList ? 'no list' : `a ${type}`}`);
  }
}
