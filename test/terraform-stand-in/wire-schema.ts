import type { NestedSchemaBlock, SchemaBlock } from '../unit/iac/proofs/terraform-schema.ts';

/** The schema as the plugin protocol carries it. */

interface WireAttribute {
  name: string;
  type: Buffer;
  required: boolean;
  optional: boolean;
  computed: boolean;
  write_only: boolean;
}

interface WireBlock {
  attributes: WireAttribute[];
  block_types: {
    type_name: string;
    block: WireBlock;
    nesting: string;
    min_items: number;
    max_items: number;
  }[];
}

/** A type constraint in Terraform's JSON notation. */
type TypeConstraint = string | [string, TypeConstraint] | ['object', Record<string, TypeConstraint>];

/** Every member of an object type must be written, so blocks inside an object become lists of objects. */
function buildObjectType(objects: SchemaBlock): TypeConstraint {
  const members: Record<string, TypeConstraint> = {};
  for (const [name, attribute] of Object.entries(objects.attributes)) {
    members[name] = buildType(getType(attribute), objects.objects?.[name]);
  }
  for (const [name, block] of Object.entries(objects.blocks)) {
    members[name] = [block.nesting === 'set' ? 'set' : 'list', buildObjectType(block)];
  }
  return ['object', members];
}

/** `list(string)` as `["list","string"]`. */
function buildType(type: string, objects: SchemaBlock | undefined): TypeConstraint {
  const collection = /^(list|set|map)\((.*)\)$/.exec(type);
  if (collection) return [collection[1] ?? '', buildType(collection[2] ?? '', objects)];
  return type === 'object' ? buildObjectType(objects ?? { attributes: {}, blocks: {} }) : type;
}

export const getFlags = (attribute: string): string => attribute.split(' ')[0] ?? '';
export const getType = (attribute: string): string => attribute.split(' ')[1] ?? '';

function buildNested([name, block]: [string, NestedSchemaBlock]): WireBlock['block_types'][number] {
  return {
    type_name: name,
    block: buildWireBlock(block),
    nesting: block.nesting.toUpperCase(),
    min_items: block.required && block.nesting !== 'single' ? 1 : 0,
    max_items: block.single && block.nesting !== 'single' ? 1 : 0,
  };
}

function buildWireBlock(block: SchemaBlock): WireBlock {
  return {
    attributes: Object.entries(block.attributes).map(([name, attribute]) => ({
      name,
      type: Buffer.from(JSON.stringify(buildType(getType(attribute), block.objects?.[name]))),
      required: getFlags(attribute).includes('r'),
      optional: getFlags(attribute).includes('o'),
      computed: getFlags(attribute).includes('c'),
      write_only: getFlags(attribute).includes('w'),
    })),
    block_types: Object.entries(block.blocks).map(buildNested),
  };
}

export interface WireSchema {
  version: number;
  block: WireBlock;
}

export const buildWireSchema = (block: SchemaBlock): WireSchema => ({
  version: 0,
  block: buildWireBlock(block),
});

export function buildWireSchemas(blocks: Readonly<Record<string, SchemaBlock>>): Record<string, WireSchema> {
  return Object.fromEntries(Object.entries(blocks).map(([type, block]) => [type, buildWireSchema(block)]));
}
