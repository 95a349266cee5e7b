import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HclBody, ParsedBlock, ParsedConfiguration } from './terraform-files.ts';

export interface SchemaBlock {
  /** `flags type`; flags: r required, o optional, c computed, w write only. `string`, `set(object)`… */
  attributes: Record<string, string>;
  blocks: Record<string, NestedSchemaBlock>;
  /** The members of attributes whose type is made of objects. */
  objects?: Record<string, SchemaBlock>;
}

export interface NestedSchemaBlock extends SchemaBlock {
  nesting: 'single' | 'list' | 'set';
  /** At least one is required. */
  required: boolean;
  /** At most one is allowed. */
  single: boolean;
}

export interface ProviderSchema {
  provider: string;
  /** The arguments of the provider itself. */
  configuration: SchemaBlock;
  resources: Record<string, SchemaBlock>;
  data: Record<string, SchemaBlock>;
}

const file = join('test', 'fixtures', 'terraform-schema.json');
export const schema = JSON.parse(readFileSync(file, 'utf8')) as ProviderSchema;

/** The archive provider is small enough to state by hand. */
export const archiveFile: SchemaBlock = {
  attributes: {
    id: 'c string',
    type: 'r string',
    output_path: 'r string',
    output_size: 'c number',
    output_file_mode: 'o string',
    output_base64sha256: 'c string',
    output_sha256: 'c string',
    excludes: 'o set(string)',
    source_file: 'o string',
    source_dir: 'o string',
    source_content: 'o string',
    source_content_filename: 'o string',
  },
  blocks: {
    source: {
      attributes: { content: 'r string', filename: 'r string' },
      blocks: {},
      nesting: 'set',
      required: false,
      single: false,
    },
  },
};

/** Meta-arguments of Terraform itself. */
const metaArguments = new Set(['depends_on', 'count', 'for_each', 'provider', 'lifecycle']);

/** Blocks that the provider demands in its validators, which the schema does not show. */
export const demandedBlocks: Readonly<Record<string, readonly string[]>> = {
  aws_bedrockagent_knowledge_base: ['knowledge_base_configuration'],
  aws_bedrockagent_data_source: ['data_source_configuration'],
  aws_s3_bucket_lifecycle_configuration: ['rule'],
  aws_s3_bucket_server_side_encryption_configuration: ['rule'],
};

function findSchema(kind: 'resource' | 'data', type: string): SchemaBlock | undefined {
  if (type === 'archive_file') return archiveFile;
  return kind === 'data' ? schema.data[type] : schema.resources[type];
}

/** What the provider's schema has against a configuration. */
export function findSchemaProblems(configuration: ParsedConfiguration): string[] {
  return [
    ...configuration.blocks.flatMap(checkBlock),
    ...configuration.expressions.flatMap((expression) => checkReferences(expression, configuration)),
  ];
}

function checkBlock({ kind, type, label, body }: ParsedBlock): string[] {
  const definition = findSchema(kind, type);
  const place = `${type}.${label}`;
  if (!definition) return [`${place}: the provider has no such type`];
  const missing = (demandedBlocks[type] ?? []).filter((name) => !(name in body));
  return [
    ...missing.map((name) => `${place}: the block ${name} is required`),
    ...checkBody(definition, body, place, true),
  ];
}

function checkBody(definition: SchemaBlock, body: HclBody, place: string, outermost: boolean): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (outermost && metaArguments.has(name)) continue;
    const nested = definition.blocks[name];
    const attribute = definition.attributes[name];
    if (nested) problems.push(...checkNested(nested, value, `${place}.${name}`));
    else if (attribute === undefined) problems.push(`${place}: there is no ${name}`);
    else problems.push(...checkAttribute(attribute, definition.objects?.[name], value, `${place}.${name}`));
  }
  for (const [name, attribute] of Object.entries(definition.attributes)) {
    if (attribute.startsWith('r') && !(name in body)) problems.push(`${place}: ${name} is required`);
  }
  for (const [name, nested] of Object.entries(definition.blocks)) {
    if (nested.required && !(name in body)) problems.push(`${place}: the block ${name} is required`);
  }
  return problems;
}

function checkNested(nested: NestedSchemaBlock, value: unknown, place: string): string[] {
  if (!Array.isArray(value)) return [`${place} is no block`];
  const many = nested.single && value.length > 1 ? [`${place} is allowed once`] : [];
  return [...many, ...checkBodies(nested, value, place)];
}

function checkBodies(definition: SchemaBlock, bodies: readonly unknown[], place: string): string[] {
  return bodies.flatMap((body) =>
    typeof body === 'object' && body !== null
      ? checkBody(definition, body as HclBody, place, false)
      : [`${place} is no block`],
  );
}

function checkAttribute(
  attribute: string,
  objects: SchemaBlock | undefined,
  value: unknown,
  place: string,
): string[] {
  const [flags = '', type = ''] = attribute.split(' ');
  if (!/[ro]/.test(flags)) return [`${place} is read only`];
  const isExpression = typeof value === 'string' && value.startsWith('${');
  if (isExpression) return [];
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (type.split('(')[0]) {
    case 'list':
    case 'set':
      if (!Array.isArray(value)) return [`${place} is no list`];
      return objects ? checkBodies(objects, value, place) : [];
    case 'map':
      return isMap ? [] : [`${place} is no map`];
    case 'object':
      return objects ? checkBodies(objects, [value], place) : [];
    default:
      return typeof value === 'object' ? [`${place} is not a single value`] : [];
  }
}

/** Whether a resource of this form can be asked for `path`: names with dots, indexes in brackets. */
export function hasAttribute(definition: SchemaBlock, path: string): boolean {
  const [first = '', ...rest] = path.replaceAll(/\[\d+\]/g, '').split('.');
  const inner = definition.objects?.[first] ?? definition.blocks[first];
  if (rest.length === 0) return inner !== undefined || definition.attributes[first] !== undefined;
  if (inner) return hasAttribute(inner, rest.join('.'));
  return rest.length === 1 && / map\(/.test(definition.attributes[first] ?? '');
}

/** Addresses inside an expression, with the attribute they ask for. */
function checkReferences(expression: string, configuration: ParsedConfiguration): string[] {
  const problems: string[] = [];
  const withoutTexts = expression.replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text.includes('${') ? text : '""',
  );
  for (const [, name] of withoutTexts.matchAll(/\bvar\.(\w+)/g)) {
    if (name !== undefined && !configuration.variables.has(name))
      problems.push(`var.${name} is not declared`);
  }
  const address = /(\bdata\.)?\b((?:aws|archive)_\w+)\.([\w-]+)((?:\.\w+|\[\d+\])*)/g;
  for (const [, data, type = '', label = '', path = ''] of withoutTexts.matchAll(address)) {
    const kind = data === undefined ? 'resource' : 'data';
    const found = configuration.blocks.some(
      (block) => block.kind === kind && block.type === type && block.label === label,
    );
    if (!found) problems.push(`${type}.${label} is not declared`);
    const attribute = path.replace(/^\./, '');
    if (attribute === '') continue;
    const definition = findSchema(kind, type);
    if (!definition || !hasAttribute(definition, attribute)) problems.push(`${type} has no ${attribute}`);
  }
  return problems;
}
