import type { SchemaBlock } from '../unit/iac/proofs/terraform-schema.ts';
import { demandedBlocks } from '../unit/iac/proofs/terraform-schema.ts';
import { type Body, isBody, isList, type Value } from './values.ts';
import { getFlags } from './wire-schema.ts';

/** What the provider itself refuses: its schema does not say it, so Terraform's core does not see it. */

/** Forms of texts by the end of the argument's name; only known values are looked at. */
const forms: readonly (readonly [name: RegExp, form: RegExp, what: string])[] = [
  [/(?:^|_)role_arn$/, /^arn:[\w-]+:iam::\d{12}:role\/\S+$/, 'the ARN of a role'],
  [/(?:^|_)arns?$/, /^arn:[\w-]+:[\w-]+:[\w-]*:\d*:\S+$/, 'an ARN'],
  [/(?:^|_)subnet_ids?$|^subnets$/, /^subnet-[0-9a-f]+$/, 'the id of a subnet'],
  [/(?:^|_)security_group_ids?$|^security_groups$/, /^sg-[0-9a-f]+$/, 'the id of a security group'],
  [/(?:^|_)vpc_id$/, /^vpc-[0-9a-f]+$/, 'the id of a VPC'],
];

const documents = /^(?:policy|assume_role_policy|definition|container_definitions|container_properties)$/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function checkText(name: string, text: string): string | undefined {
  if (documents.test(name) && !isJson(text)) return `${name} is not JSON: ${text}`;
  const form = forms.find(([pattern]) => pattern.test(name));
  return form && !form[1].test(text) ? `${name} is not ${form[2]}: ${text}` : undefined;
}

function checkValue(name: string, value: Value): string[] {
  const texts = (isList(value) ? value : [value]).filter((item) => typeof item === 'string');
  return texts.flatMap((text) => checkText(name, text) ?? []);
}

function checkBody(block: SchemaBlock, body: Body): string[] {
  const problems: string[] = [];
  for (const [name, attribute] of Object.entries(block.attributes)) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    if (!/[ro]/.test(getFlags(attribute))) problems.push(`${name} is read only`);
    problems.push(...checkValue(name, value));
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    const value = body[name];
    const bodies = isList(value) ? value : value === undefined ? [] : [value];
    problems.push(...bodies.filter(isBody).flatMap((inner) => checkBody(nested, inner)));
  }
  return problems;
}

/** What is wrong with the arguments of a resource. */
export function findArgumentProblems(type: string, block: SchemaBlock, config: Body): string[] {
  const missing = (demandedBlocks[type] ?? []).filter((name) => {
    const value = config[name];
    return value === null || (isList(value) && value.length === 0);
  });
  return [...missing.map((name) => `the block ${name} is required`), ...checkBody(block, config)];
}
