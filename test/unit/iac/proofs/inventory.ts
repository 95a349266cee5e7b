import type { Template } from './cdk-projects.ts';
import { cloudFormationFacets, kinds, oneSided, terraformFacets } from './kinds.ts';
import { findPolicies } from './policies.ts';
import { resolveValue } from './resolve-template.ts';
import type { ParsedBlock, ParsedConfiguration } from './terraform-files.ts';

/** What a deployment consists of, in words that are the same for both tools. */
export interface Inventory {
  /** `3 bucket` */
  counts: string[];
  /** `bucket -> function`: some bucket refers to some function. */
  relations: string[];
  /** `lambda.amazonaws.com: s3:GetObject …` for each role. */
  roles: string[];
}

interface Member {
  kind: string;
  /** Ids of members that it refers to; facets count as their owner. */
  refersTo: Set<string>;
}

function summarize(
  members: ReadonlyMap<string, Member>,
  owners: ReadonlyMap<string, string>,
  roles: string[],
): Inventory {
  const counts = new Map<string, number>();
  const relations = new Set<string>();
  for (const [id, { kind, refersTo }] of members) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const target of refersTo) {
      const owner = owners.get(target) ?? target;
      const other = members.get(owner);
      const relation = `${kind} -> ${other?.kind ?? ''}`;
      if (other && owner !== id && oneSided[relation] === undefined) relations.add(relation);
    }
  }
  return {
    counts: [...counts].map(([kind, count]) => `${count} ${kind}`).sort(),
    relations: [...relations].sort(),
    roles: roles.sort(),
  };
}

/** Inventory of a synthesized template. */
export function readTemplateInventory(template: Template): Inventory {
  const references = new Map<string, Set<string>>();
  const buckets = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::S3::Bucket')
    .map(([id, { Properties }]) => ({ id, name: resolveValue(Properties?.['BucketName'], template) }));
  for (const [id, { Properties = {} }] of Object.entries(template.Resources)) {
    const found = new Set(collectIntrinsics(Properties));
    // Where a reference would close a circle the export spells the bucket's ARN out.
    const text = JSON.stringify(resolveValue(Properties, template));
    for (const bucket of buckets) {
      if (typeof bucket.name === 'string' && text.includes(`:s3:::${bucket.name}`)) found.add(bucket.id);
    }
    references.set(id, found);
  }
  const members = new Map<string, Member>();
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    if (cloudFormationFacets[Type] !== undefined || oneSided[Type] !== undefined) continue;
    const kind = kinds.find((candidate) => candidate.cloudFormation.includes(Type))?.name ?? `? ${Type}`;
    members.set(id, { kind, refersTo: new Set(references.get(id)) });
  }
  const owners = new Map<string, string>();
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    const property = cloudFormationFacets[Type];
    if (property === undefined) continue;
    for (const owner of collectIntrinsics(Properties[property])) {
      owners.set(id, owner);
      for (const target of references.get(id) ?? []) members.get(owner)?.refersTo.add(target);
    }
  }
  return summarize(members, owners, readTemplateRoles(template));
}

function collectIntrinsics(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref: reference, 'Fn::GetAtt': getAtt } = value as { Ref?: unknown; 'Fn::GetAtt'?: unknown };
  if (typeof reference === 'string') return [reference];
  if (Array.isArray(getAtt)) return [String(getAtt[0])];
  return Object.values(value).flatMap(collectIntrinsics);
}

function readTemplateRoles(template: Template): string[] {
  const policies = findPolicies(template);
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .map(([id, { Properties = {} }]) => {
      const trust = JSON.stringify(Properties['AssumeRolePolicyDocument']);
      const trusted = [...trust.matchAll(/"([\w.-]+\.amazonaws\.com)"/g)].map(
        ([, principal]) => principal ?? '',
      );
      const own = Object.entries(template.Resources)
        .filter(([, { Type }]) => Type === 'AWS::IAM::Policy')
        .filter(([, resource]) => collectIntrinsics(resource.Properties?.['Roles']).includes(id))
        .map(([policyId]) => policyId);
      const actions = policies
        .filter(({ place }) => own.includes(place))
        .flatMap(({ statements }) => statements.flatMap(({ Action }) => Action));
      return describeRole(trusted, actions);
    });
}

function describeRole(trusted: readonly string[], actions: readonly string[]): string {
  return `${[...trusted].sort().join(', ')}: ${[...new Set(actions)].sort().join(' ')}`;
}

/** Inventory of a parsed configuration. */
export function readTerraformInventory(configuration: ParsedConfiguration): Inventory {
  const byAddress = new Map(configuration.blocks.map((block) => [getAddress(block), block]));
  const follow = (value: unknown): Set<string> => {
    const reached = new Set<string>();
    const waiting = collectAddresses(value);
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const block = byAddress.get(address);
      if (!block || reached.has(address)) continue;
      reached.add(address);
      if (block.kind === 'data') waiting.push(...collectAddresses(block.body));
    }
    return reached;
  };
  const withoutOrder = ({ body }: ParsedBlock) => ({ ...body, depends_on: undefined });
  const members = new Map<string, Member>();
  for (const block of configuration.blocks) {
    if (block.kind === 'data' || terraformFacets[block.type] !== undefined) continue;
    if (oneSided[block.type] !== undefined) continue;
    const kind =
      kinds.find((candidate) => candidate.terraform.includes(block.type))?.name ?? `? ${block.type}`;
    members.set(getAddress(block), { kind, refersTo: follow(withoutOrder(block)) });
  }
  const owners = new Map<string, string>();
  for (const block of configuration.blocks) {
    const argument = terraformFacets[block.type];
    if (block.kind === 'data' || argument === undefined) continue;
    for (const owner of collectAddresses(block.body[argument])) {
      owners.set(getAddress(block), owner);
      for (const target of follow(withoutOrder(block))) members.get(owner)?.refersTo.add(target);
    }
  }
  return summarize(members, owners, readTerraformRoles(configuration, byAddress));
}

function readTerraformRoles(
  { blocks }: ParsedConfiguration,
  byAddress: ReadonlyMap<string, ParsedBlock>,
): string[] {
  const readDocuments = (value: unknown): ParsedBlock[] =>
    collectAddresses(value).flatMap((address) => byAddress.get(address) ?? []);
  return blocks
    .filter((block) => block.kind === 'resource' && block.type === 'aws_iam_role')
    .map((role) => {
      const trusts = readDocuments(role.body['assume_role_policy']).flatMap((document) =>
        readStatements(document).flatMap(({ principals = [] }) =>
          principals.flatMap(({ identifiers }) => identifiers),
        ),
      );
      const actions = blocks
        .filter((block) => block.type === 'aws_iam_role_policy')
        .filter((block) => collectAddresses(block.body['role']).includes(getAddress(role)))
        .flatMap((block) => readDocuments(block.body['policy']))
        .flatMap((document) => readStatements(document).flatMap((statement) => statement.actions));
      return describeRole(trusts, actions);
    });
}

interface DocumentStatement {
  actions: string[];
  principals?: { identifiers: string[] }[];
}

const readStatements = (document: ParsedBlock): DocumentStatement[] =>
  (document.body['statement'] ?? []) as DocumentStatement[];

const getAddress = ({ kind, type, label }: ParsedBlock): string =>
  `${kind === 'data' ? 'data.' : ''}${type}.${label}`;

function collectAddresses(value: unknown): string[] {
  if (typeof value === 'string') {
    const address = /(?<![\w.])((?:data\.)?aws_\w+\.[\w-]+)/g;
    return [...value.matchAll(address)].map(([, found]) => found ?? '');
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(collectAddresses);
}
