import { createHash } from 'node:crypto';
import type { SchemaBlock } from '../unit/iac/proofs/terraform-schema.ts';
import { anyService, arnFormats, otherArnFormats } from './arn-formats.ts';
import { type Body, isBody, isList, Unknown, type Value } from './values.ts';
import { getType } from './wire-schema.ts';

/** Values that look like those of AWS, in place of what only AWS knows. */

export const account = '123456789012';
export const region = 'us-east-1';

/** Ids whose form the exports or their variables state. */
const idPrefixes: Readonly<Record<string, string>> = {
  aws_vpc: 'vpc',
  aws_subnet: 'subnet',
  aws_security_group: 'sg',
  aws_vpc_endpoint: 'vpce',
  aws_efs_file_system: 'fs',
  aws_efs_access_point: 'fsap',
};

/** Resources that are called by their ARN. */
const arnIds: ReadonlySet<string> = new Set([
  'aws_sns_topic',
  'aws_sfn_state_machine',
  'aws_secretsmanager_secret',
  'aws_msk_cluster',
  'aws_msk_serverless_cluster',
]);

/** What to make a value up from. */
export interface Maker {
  type: string;
  /** Differs between any two resources. */
  seed: string;
  /** The name that the configuration gives, if any. */
  name: string | undefined;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 17);

function buildArn({ type, seed, name }: Maker, attribute: string): string {
  const own = name ?? hash(`${seed} ${attribute}`);
  if (attribute === 'arn' && type === 'aws_iam_role') return `arn:aws:iam::${account}:role/${own}`;
  if (attribute === 'arn' && type === 'aws_s3_bucket') return `arn:aws:s3:::${own}`;
  const other = otherArnFormats.find(([pattern]) => pattern.test(attribute))?.[1];
  const format = attribute === 'arn' ? arnFormats[type] : other;
  const [, service = anyService, rest = `${type.replaceAll('_', '-')}/*`] =
    /^([\w-]+):(.+)$/.exec(format ?? '') ?? [];
  return `arn:aws:${service}:${region}:${account}:${rest.replace('*', () => own)}`;
}

function makeText(maker: Maker, attribute: string): string {
  const { type, seed, name } = maker;
  if (/(?:^|_)arn$/.test(attribute)) return buildArn(maker, attribute);
  if (attribute === 'id') {
    const prefix = idPrefixes[type];
    if (prefix !== undefined) return `${prefix}-${hash(seed)}`;
    return arnIds.has(type) ? buildArn(maker, 'arn') : (name ?? hash(seed));
  }
  if (attribute === 'region') return region;
  if (/owner_id$|account_id$|^catalog_id$|^registry_id$/.test(attribute)) return account;
  if (/ur[il]$|endpoint$/.test(attribute)) return `https://${hash(`${seed} ${attribute}`)}.example.com`;
  if (/_(?:date|time|at)$/.test(attribute)) return '2026-01-01T00:00:00Z';
  if (attribute.endsWith('policy')) return '{}';
  return `${attribute.replaceAll('_', '-')}-${hash(`${seed} ${attribute}`)}`;
}

/** A value for one attribute. */
export function makeValue(
  maker: Maker,
  attribute: string,
  type: string,
  objects: SchemaBlock | undefined,
): Value {
  const collection = /^(list|set|map)\((.*)\)$/.exec(type);
  if (collection?.[1] === 'map') return {};
  if (collection) return [makeValue(maker, attribute, collection[2] ?? '', objects)];
  if (type === 'object') return makeObject(maker, objects ?? { attributes: {}, blocks: {} });
  if (type === 'number') return 1;
  return type === 'bool' ? false : makeText(maker, attribute);
}

function makeObject(maker: Maker, objects: SchemaBlock): Body {
  const members: Body = {};
  for (const [name, attribute] of Object.entries(objects.attributes)) {
    members[name] = makeValue(maker, name, getType(attribute), objects.objects?.[name]);
  }
  for (const name of Object.keys(objects.blocks)) members[name] = [];
  return members;
}

/** The body with a made-up value for everything that is still unknown. */
export function fillUnknown(block: SchemaBlock, body: Body, maker: Maker): Body {
  const filled: Body = { ...body };
  for (const [name, attribute] of Object.entries(block.attributes)) {
    if (!(body[name] instanceof Unknown)) continue;
    filled[name] =
      name === 'tags_all'
        ? (body.tags ?? {})
        : makeValue(maker, name, getType(attribute), block.objects?.[name]);
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    const value = body[name];
    if (isList(value)) {
      filled[name] = value.map((item, index) =>
        isBody(item) ? fillUnknown(nested, item, { ...maker, seed: `${maker.seed} ${name} ${index}` }) : item,
      );
    } else if (isBody(value)) filled[name] = fillUnknown(nested, value, maker);
  }
  return filled;
}
