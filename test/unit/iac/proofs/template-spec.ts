import type { PropertyType, ResourceProperties } from '@aws-cdk/service-spec-types';
import type { Template } from './cdk-projects.ts';
import { findResourceSpec, resolveValue, serviceSpec } from './resolve-template.ts';

/** What the CloudFormation service specification has against a template. */
export function findSpecProblems(template: Template): string[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
    const spec = findResourceSpec(Type);
    if (!spec) return [`${id}: there is no type ${Type}`];
    return checkMembers(spec.properties, resolveValue(Properties ?? {}, template), `${id} ${Type}`);
  });
}

function checkMembers(schema: ResourceProperties, value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place} is no object`];
  const problems: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    const property = schema[name];
    if (!property) problems.push(`${place}.${name} does not exist`);
    else problems.push(...checkType(property.type, member, `${place}.${name}`));
  }
  for (const [name, property] of Object.entries(schema)) {
    if (property.required === true && !(name in value)) problems.push(`${place}.${name} is required`);
  }
  return problems;
}

function checkType(type: PropertyType, value: unknown, place: string): string[] {
  switch (type.type) {
    case 'ref': {
      const definition = serviceSpec.get('typeDefinition', type.reference.$ref);
      return checkMembers(definition.properties, value, place);
    }
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => checkType(type.element, item, `${place}[${index}]`))
        : // A list parameter resolves to one text.
          value === 'x'
          ? []
          : [`${place} is no list`];
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, item]) => checkType(type.element, item, `${place}.${key}`))
        : [`${place} is no map`];
    case 'union': {
      const attempts = type.types.map((option) => checkType(option, value, place));
      return attempts.sort((a, b) => a.length - b.length)[0] ?? [];
    }
    case 'boolean':
      return typeof value === 'boolean' || value === 'true' || value === 'false' || value === 'x'
        ? []
        : [`${place} is no boolean`];
    case 'integer':
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && /^(x|-?[\d.]+)$/.test(value))
        ? []
        : [`${place} is no number`];
    case 'string':
      return typeof value === 'object' ? [`${place} is no text`] : [];
    default:
      return [];
  }
}

/** How many values a template states. */
export function countProperties(template: Template): number {
  const count = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? Object.values(value).reduce<number>((sum, inner) => sum + count(inner), 0)
      : 1;
  return Object.values(template.Resources).reduce((sum, { Properties = {} }) => sum + count(Properties), 0);
}
