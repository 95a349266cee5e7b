import { parse } from '@cdktn/hcl2json';
import type { ExportedFile } from '../../shared/iac/ir/line-map.ts';

/** Values of the variables that have no default, by the end of their name. */
const examples: readonly (readonly [name: RegExp, value: string])[] = [
  [/vpc_id$/, 'vpc-0123456789abcdef0'],
  [/subnet_ids?$/, 'subnet-0123456789abcdef0'],
  [/security_group_ids?$/, 'sg-0123456789abcdef0'],
  [/image_uri$/, '123456789012.dkr.ecr.us-east-1.amazonaws.com/model:1'],
  [/availability_zone$/, 'us-east-1a'],
  [/certificate_arn$/, 'arn:aws:acm:us-east-1:123456789012:certificate/0123456789abcdef0'],
  [
    /credentials_arn(?:_?\d+)?$/,
    'arn:aws:secretsmanager:us-east-1:123456789012:secret:source-0123456789abcdef0',
  ],
  [/agent_arns$/, 'arn:aws:datasync:us-east-1:123456789012:agent/agent-0123456789abcdef0'],
  [/topic_arn$/, 'arn:aws:sns:us-east-1:123456789012:given'],
  [/role_arn$/, 'arn:aws:iam::123456789012:role/given'],
  [/arns?$/, 'arn:aws:service:us-east-1:123456789012:thing/given'],
  [/brokers$/, 'broker-1.example.com:9094,broker-2.example.com:9094'],
  [/_url$/, 'https://example.com/events'],
  [/(?:address|_ip)$/, '192.0.2.1'],
];

interface Variable {
  type?: string;
  default?: unknown;
  validation?: readonly { error_message: string }[];
}

function buildExample(name: string, { type = 'string', validation }: Variable): unknown {
  // Messages of validations end with an example.
  const shown = /looks like (\S+)\.$/.exec(validation?.[0]?.error_message ?? '')?.[1];
  const text = shown ?? examples.find(([pattern]) => pattern.test(name))?.[1] ?? 'given-0123456789';
  if (type.includes('list(') || type.includes('set(')) return [text, text.replace(/0$/, '1')];
  if (type.includes('number')) return 65_000;
  return type.includes('bool') ? true : text;
}

/** Variables that somebody who deploys the export has to give. */
export async function buildInputs(files: readonly ExportedFile[]): Promise<Record<string, unknown>> {
  const file = files.find(({ path }) => path === 'variables.tf');
  if (!file) return {};
  const { variable = {} } = (await parse(file.path, file.text)) as {
    variable?: Record<string, readonly Variable[]>;
  };
  const open = Object.entries(variable).filter(([, [declared]]) => declared?.default === undefined);
  return Object.fromEntries(open.map(([name, [declared]]) => [name, buildExample(name, declared ?? {})]));
}
