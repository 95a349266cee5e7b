import type { PropertyType, ResourceProperties } from '@aws-cdk/service-spec-types';
import type { Template } from './cdk-projects.ts';
import { cloudFormationFacets, kinds, oneSided, terraformFacets } from './kinds.ts';
import { findResourceSpec, serviceSpec } from './resolve-template.ts';
import type { HclBody, ParsedBlock, ParsedConfiguration } from './terraform-files.ts';
import { schema, type SchemaBlock } from './terraform-schema.ts';

/** Literal values of a resource, by the place they stand in: `Type.Path` or `type.path`. */
export type Leaves = Map<string, string[]>;

/** The literal values of one exported resource with those of its facets. */
export interface ResourceValues {
  kind: string;
  /** The same in both tools: the name in lower-case letters and digits. */
  id: string;
  leaves: Leaves;
}

const plainId = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Places that other proofs look into, or that hold no setting. */
const skippedCloudFormation =
  /^(AWS::IAM::|.*\.(Tags|PolicyDocument|KeyPolicy|AccessPolicies|ResourcePolicy|AssumeRolePolicyDocument)\b)/;
const skippedTerraform =
  /^(aws_iam_(role|policy)|.*\.(tags|depends_on|lifecycle|policy|assume_role_policy|access_policies)$)/;

function put(leaves: Leaves, place: string, value: string | number | boolean): void {
  const values = leaves.get(place);
  if (values) values.push(String(value));
  else leaves.set(place, [String(value)]);
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const isIntrinsic = (value: object): boolean => {
  const [first, ...others] = Object.keys(value);
  return first !== undefined && others.length === 0 && (first === 'Ref' || first.startsWith('Fn::'));
};

function readMembers(schemaOf: ResourceProperties, value: unknown, place: string, leaves: Leaves): void {
  if (typeof value !== 'object' || value === null || isIntrinsic(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const inner = `${place}.${name}`;
    if (skippedCloudFormation.test(inner)) continue;
    const property = schemaOf[name];
    // A pair stands in a place of its own: Terraform has an argument for each name.
    const named = name === 'Value' && place.endsWith('.S3Key.Rules') ? getName(value) : undefined;
    const where = named === undefined ? inner : `${place}.${named}`;
    if (property) readTyped(property.type, member, where, leaves);
  }
}

const getName = (value: object): string | undefined =>
  'Name' in value && typeof value.Name === 'string' ? value.Name : undefined;

function readTyped(type: PropertyType, value: unknown, place: string, leaves: Leaves): void {
  if (isScalar(value)) {
    readScalar(value, place, leaves);
    return;
  }
  if (typeof value !== 'object' || value === null || isIntrinsic(value)) return;
  if (Array.isArray(value)) {
    const element = type.type === 'array' ? type.element : type;
    for (const item of value) readTyped(element, item, place, leaves);
    return;
  }
  switch (type.type) {
    case 'ref':
      readMembers(serviceSpec.get('typeDefinition', type.reference.$ref).properties, value, place, leaves);
      return;
    case 'union': {
      const structures = type.types.filter((option) => option.type === 'ref');
      for (const option of structures.slice(0, 1)) readTyped(option, value, place, leaves);
      if (structures.length === 0) readMap(value, place, leaves);
      return;
    }
    default:
      readMap(value, place, leaves);
  }
}

/** Free keys are values too; what they lead to stands in one place. */
function readMap(value: object, place: string, leaves: Leaves): void {
  for (const item of Object.values(value)) {
    if (isScalar(item)) readScalar(item, `${place}.*`, leaves);
    else if (typeof item === 'object' && item !== null && !isIntrinsic(item))
      readMap(item, `${place}.*`, leaves);
  }
}

/** JSON documents are compared by the documents' own proofs; here they count as one text. */
function readScalar(value: string | number | boolean, place: string, leaves: Leaves): void {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) return;
  put(leaves, place, value);
}

/** The values of every resource of a template. */
export function readTemplateValues(template: Template): ResourceValues[] {
  const owned = new Map<string, ResourceValues>();
  const read = (type: string, properties: unknown, leaves: Leaves): void => {
    const spec = findResourceSpec(type);
    if (spec) readMembers(spec.properties, properties, type, leaves);
  };
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    if (Type === 'AWS::IAM::Role' || cloudFormationFacets[Type] !== undefined || oneSided[Type] !== undefined)
      continue;
    const kind = kinds.find((candidate) => candidate.cloudFormation.includes(Type))?.name ?? Type;
    const values: ResourceValues = { kind, id: plainId(id), leaves: new Map() };
    read(Type, Properties, values.leaves);
    owned.set(id, values);
  }
  for (const { Type, Properties = {} } of Object.values(template.Resources)) {
    const property = cloudFormationFacets[Type];
    if (property === undefined) continue;
    const [owner] = findIntrinsics(Properties[property]);
    const leaves = owned.get(owner ?? '')?.leaves;
    if (leaves) read(Type, Properties, leaves);
  }
  return [...owned.values()];
}

function findIntrinsics(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref: reference, 'Fn::GetAtt': getAtt } = value as { Ref?: unknown; 'Fn::GetAtt'?: unknown };
  if (typeof reference === 'string') return [reference];
  if (Array.isArray(getAtt)) return [String(getAtt[0])];
  return Object.values(value).flatMap(findIntrinsics);
}

function readBody(definition: SchemaBlock | undefined, body: HclBody, place: string, leaves: Leaves): void {
  for (const [name, value] of Object.entries(body)) {
    const inner = `${place}.${name}`;
    if (skippedTerraform.test(inner)) continue;
    readHcl(definition?.blocks[name], value, inner, leaves);
  }
}

function readHcl(nested: SchemaBlock | undefined, value: unknown, place: string, leaves: Leaves): void {
  if (isScalar(value)) {
    const text =
      typeof value === 'string' ? value.replace(/\$\$\{/g, () => '${').replaceAll('%%{', '%{') : value;
    // An expression that holds a reference or a call is no literal.
    if (typeof value === 'string' && /(?<!\$)\$\{/.test(value)) return;
    readScalar(text, place, leaves);
  } else if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'object' && item !== null && nested)
        readBody(nested, item as HclBody, place, leaves);
      else readHcl(nested, item, place, leaves);
    }
  } else if (typeof value === 'object' && value !== null) {
    if (nested) readBody(nested, value as HclBody, place, leaves);
    else readMap(value, place, leaves);
  }
}

const getAddress = ({ type, label }: ParsedBlock): string => `${type}.${label}`;

/** The values of every resource of a configuration. */
export function readTerraformValues({ blocks }: ParsedConfiguration): ResourceValues[] {
  const owned = new Map<string, ResourceValues>();
  const resources = blocks.filter((block) => block.kind === 'resource');
  for (const block of resources) {
    if (terraformFacets[block.type] !== undefined || oneSided[block.type] !== undefined) continue;
    if (block.type === 'aws_iam_role' || !block.type.startsWith('aws_')) continue;
    const kind = kinds.find((candidate) => candidate.terraform.includes(block.type))?.name ?? block.type;
    const values: ResourceValues = { kind, id: plainId(block.label), leaves: new Map() };
    readBody(schema.resources[block.type], block.body, block.type, values.leaves);
    owned.set(getAddress(block), values);
  }
  for (const block of resources) {
    const argument = terraformFacets[block.type];
    if (argument === undefined) continue;
    const found = /(aws_\w+\.[\w-]+)/.exec(JSON.stringify(block.body[argument] ?? ''))?.[1] ?? '';
    const leaves = owned.get(found)?.leaves;
    if (leaves) readBody(schema.resources[block.type], block.body, block.type, leaves);
  }
  return [...owned.values()];
}
