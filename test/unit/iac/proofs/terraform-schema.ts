import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HclBody, ParsedBlock, ParsedConfiguration } from './terraform-files.ts';

interface SchemaBlock {
  /** `flags type`; flags: r required, o optional, c computed. */
  attributes: Record<string, string>;
  blocks: Record<string, SchemaBlock & { required: boolean; single: boolean }>;
}

interface ProviderSchema {
  provider: string;
  resources: Record<string, SchemaBlock>;
  data: Record<string, SchemaBlock>;
}

const file = join('test', 'fixtures', 'terraform-schema.json');
export const schema = JSON.parse(readFileSync(file, 'utf8')) as ProviderSchema;

/** The archive provider is small enough to state by hand. */
const archiveFile: SchemaBlock = {
  attributes: {
    type: 'r simple',
    output_path: 'r simple',
    source_file: 'o simple',
    source_dir: 'o simple',
    source_content: 'o simple',
    source_content_filename: 'o simple',
    output_base64sha256: 'c computed',
  },
  blocks: {
    source: {
      attributes: { content: 'r simple', filename: 'r simple' },
      blocks: {},
      required: false,
      single: false,
    },
  },
};

/** Meta-arguments of Terraform itself. */
const metaArguments = new Set(['depends_on', 'count', 'for_each', 'provider', 'lifecycle']);

/** Blocks that the provider demands in its validators, which the schema does not show. */
const demandedBlocks: Readonly<Record<string, readonly string[]>> = {
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
    if (nested) problems.push(...checkNested(nested, value, `${place}.${name}`, attribute !== undefined));
    else if (attribute === undefined) problems.push(`${place}: there is no ${name}`);
    else problems.push(...checkAttribute(attribute, value, `${place}.${name}`));
  }
  for (const [name, attribute] of Object.entries(definition.attributes)) {
    if (attribute.startsWith('r') && !(name in body)) problems.push(`${place}: ${name} is required`);
  }
  for (const [name, nested] of Object.entries(definition.blocks)) {
    if (nested.required && !(name in body)) problems.push(`${place}: the block ${name} is required`);
  }
  return problems;
}

function checkNested(
  nested: SchemaBlock & { single: boolean },
  value: unknown,
  place: string,
  mayBeValue: boolean,
): string[] {
  // A list of objects that comes from a reference cannot be looked into.
  if (mayBeValue && typeof value === 'string') return [];
  if (!Array.isArray(value)) return [`${place} is no block`];
  const many = nested.single && value.length > 1 ? [`${place} is allowed once`] : [];
  return [
    ...many,
    ...value.flatMap((inner: unknown) =>
      typeof inner === 'object' && inner !== null
        ? checkBody(nested, inner as HclBody, place, false)
        : [`${place} is no block`],
    ),
  ];
}

function checkAttribute(attribute: string, value: unknown, place: string): string[] {
  const [flags = '', type] = attribute.split(' ');
  if (!/[ro]/.test(flags)) return [`${place} is read only`];
  const isExpression = typeof value === 'string' && value.startsWith('${');
  if (isExpression) return [];
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (type) {
    case 'list':
    case 'set':
      return Array.isArray(value) ? [] : [`${place} is no list`];
    case 'map':
      return isMap ? [] : [`${place} is no map`];
    case 'simple':
      return typeof value === 'object' ? [`${place} is not a single value`] : [];
    default:
      return [];
  }
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
    const attribute = path.replaceAll(/\[\d+\]/g, '').replace(/^\./, '');
    if (attribute === '') continue;
    const definition = findSchema(kind, type);
    const [first = ''] = attribute.split('.');
    const known = definition?.attributes[attribute] ?? definition?.attributes[first];
    if (known === undefined && !definition?.blocks[first]) problems.push(`${type} has no ${attribute}`);
  }
  return problems;
}
