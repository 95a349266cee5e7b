/**
 * Writes shared/iac/cdk/cdk-types.ts: how aws-cdk-lib names the CloudFormation types and properties
 * that exports use. Run it after a service adds a type: `node scripts/run-ts.mjs scripts/iac/generate-cdk-types.ts`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource, ResourceProperties } from '@aws-cdk/service-spec-types';
import { cloudFormationAttributes } from '../../shared/iac/ir/attributes.ts';
import { loweredTypes } from '../../shared/iac/lower/lowered-types.ts';
import { services } from '../../shared/services/registry.ts';

const library = join('node_modules', 'aws-cdk-lib');
const target = join('shared', 'iac', 'cdk', 'cdk-types.ts');

const version: unknown = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')).version;
const database = loadAwsServiceSpecSync();

interface Construct {
  module: string;
  name: string;
  members: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Members of every interface and class of a declaration file, by name. */
function readMembers(declarations: string): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  let namespace = '';
  let current = new Set<string>();
  for (const line of declarations.split('\n')) {
    const opened = /^export declare namespace (\w+)/.exec(line);
    if (opened?.[1]) namespace = `${opened[1]}.`;
    if (line === '}') namespace = '';
    const declared = /^(?:export |    )?(?:declare class|interface|export interface) (\w+)/.exec(line);
    if (declared?.[1]) {
      current = new Set();
      members.set(`${line.startsWith(' ') ? namespace : ''}${declared[1]}`, current);
    }
    const member = /^ +(?:readonly|get) (\w+)\??[:(]/.exec(line);
    if (member?.[1]) current.add(member[1]);
  }
  return members;
}

function findConstructs(): Map<string, Construct> {
  const constructs = new Map<string, Construct>();
  for (const module of readdirSync(library).filter((name) => name.startsWith('aws-'))) {
    const lib = join(library, module, 'lib');
    if (!existsSync(lib)) continue;
    for (const file of readdirSync(lib).filter((name) => name.endsWith('.generated.d.ts'))) {
      const declarations = readFileSync(join(lib, file), 'utf8');
      const members = readMembers(declarations);
      const classes =
        /@cloudformationResource (AWS::\w+::\w+)\n(?: \*[^\n]*\n)*? \*\/\nexport declare class (\w+)/g;
      for (const [, type, name] of declarations.matchAll(classes)) {
        // A type that moved is still declared, deprecated, where it came from.
        const home = `aws-${type?.split('::')[1]?.toLowerCase() ?? ''}`;
        if (type && name && (module === home || !constructs.has(type))) {
          constructs.set(type, { module, name, members });
        }
      }
    }
  }
  return constructs;
}

const byRule = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const seen = new Map<string, string>();

function recordName(property: string, members: ReadonlySet<string>, where: string): void {
  const found = [...members].find((member) => member.toLowerCase() === property.toLowerCase());
  if (found === undefined) {
    console.warn(`${where}.${property} has no member in aws-cdk-lib`);
    return;
  }
  const earlier = seen.get(property) ?? found;
  if (found !== earlier) throw new Error(`${where}.${property} is ${found} here and ${earlier} elsewhere.`);
  seen.set(property, found);
}

interface TypeNames {
  keep: Set<string>;
  attributes: Map<string, string>;
}

function walkProperties(
  properties: ResourceProperties,
  interfaceName: string,
  path: string,
  construct: Construct,
  names: TypeNames,
  open: readonly string[],
): void {
  const members = construct.members.get(interfaceName);
  if (!members) {
    console.warn(`aws-cdk-lib has no ${interfaceName}`);
    return;
  }
  for (const [property, definition] of Object.entries(properties)) {
    recordName(property, members, interfaceName);
    // The library keeps the oldest of a property's types, so as not to break its callers.
    walkType(
      definition.previousTypes?.[0] ?? definition.type,
      path === '' ? property : `${path}.${property}`,
      construct,
      names,
      open,
    );
  }
}

function walkType(
  type: PropertyType,
  path: string,
  construct: Construct,
  names: TypeNames,
  open: readonly string[],
): void {
  switch (type.type) {
    case 'json':
      names.keep.add(path);
      return;
    case 'map':
      names.keep.add(type.element.type === 'ref' ? `${path}{}` : path);
      walkType(type.element, `${path}.*`, construct, names, open);
      return;
    case 'array':
      walkType(type.element, path, construct, names, open);
      return;
    case 'ref': {
      const definition = database.get('typeDefinition', type.reference.$ref);
      if (open.filter((name) => name === definition.name).length > 1) return;
      walkProperties(
        definition.properties,
        `${construct.name}.${definition.name}Property`,
        path,
        construct,
        names,
        [...open, definition.name],
      );
      return;
    }
    case 'union': {
      // CDK takes the first alternative it has an interface for; only structures have names to keep.
      for (const alternative of type.types) walkType(alternative, path, construct, names, open);
      return;
    }
    default:
  }
}

function readAttributes(resource: Resource, construct: Construct, names: TypeNames): void {
  const members = construct.members.get(construct.name) ?? new Set<string>();
  for (const attribute of Object.keys(resource.attributes)) {
    const plain = `attr${attribute.replaceAll('.', '')}`;
    if (members.has(plain)) continue;
    const found = [...members].find((member) => member.toLowerCase() === plain.toLowerCase());
    if (found) names.attributes.set(attribute, found);
  }
}

const constructs = findConstructs();
const types = new Set([
  ...Object.keys(cloudFormationAttributes),
  ...loweredTypes.cloudFormation,
  ...services.flatMap((service) => service.iac.types.cloudFormation),
]);
const rows: string[] = [];
for (const type of [...types].toSorted()) {
  const resource = [...database.lookup('resource', 'cloudFormationType', 'equals', type)][0];
  const construct = constructs.get(type);
  if (!resource || !construct) throw new Error(`${type} is not in the service specification or aws-cdk-lib.`);
  const names: TypeNames = { keep: new Set(), attributes: new Map() };
  walkProperties(resource.properties, `${construct.name}Props`, '', construct, names, []);
  readAttributes(resource, construct, names);
  const fields = [
    `module: ${JSON.stringify(construct.module)}`,
    `construct: ${JSON.stringify(construct.name)}`,
    ...(names.keep.size > 0 ? [`keep: ${JSON.stringify([...names.keep].toSorted())}`] : []),
    ...(names.attributes.size > 0
      ? [`attributes: ${JSON.stringify(Object.fromEntries([...names.attributes].toSorted()))}`]
      : []),
  ];
  rows.push(`  ${JSON.stringify(type)}: { ${fields.join(', ')} },`);
}

writeFileSync(
  target,
  `/**
 * Generated from aws-cdk-lib ${String(version)} by scripts/iac/generate-cdk-types.ts; do not edit.
 * How the library names CloudFormation types and properties.
 */

/** Names that are not the CloudFormation name with its first letter lowered. */
export const cdkNameExceptions: Readonly<Record<string, string>> = ${JSON.stringify(
    Object.fromEntries([...seen].filter(([name, member]) => member !== byRule(name)).toSorted()),
  )};

export interface CdkType {
  module: string;
  construct: string;
  /** Paths of maps and free JSON below which keys stay as they are; \`{}\` marks maps of structures. */
  keep?: readonly string[];
  /** Attributes whose member is not \`attr\` followed by the name without dots. */
  attributes?: Readonly<Record<string, string>>;
}

export const cdkTypes: Readonly<Record<string, CdkType>> = {
${rows.join('\n')}
};
`,
);
