import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Resource } from '@aws-cdk/service-spec-types';
import type { Template } from './cdk-projects.ts';

const database = loadAwsServiceSpecSync();
const known = new Map<string, Resource | undefined>();

/** The resource type in the CloudFormation service specification. */
export function findResourceSpec(type: string): Resource | undefined {
  if (!known.has(type)) {
    known.set(type, [...database.lookup('resource', 'cloudFormationType', 'equals', type)][0]);
  }
  return known.get(type);
}

export const serviceSpec = database;

/** ARN formats that the specification does not state. */
const arnTemplates: Readonly<Record<string, string>> = {
  'AWS::KinesisVideo::Stream': 'arn:aws:kinesisvideo:r:1:stream/x/1',
  'AWS::Kinesis::StreamConsumer': 'arn:aws:kinesis:r:1:stream/x/consumer/x:1',
  'AWS::Scheduler::Schedule': 'arn:aws:scheduler:r:1:schedule/x/x',
  'AWS::Bedrock::AgentAlias': 'arn:aws:bedrock:r:1:agent-alias/x/x',
  'AWS::ECS::TaskDefinition': 'arn:aws:ecs:r:1:task-definition/x:1',
  'AWS::MSK::Cluster': 'arn:aws:kafka:r:1:cluster/x/1',
  'AWS::MSK::ServerlessCluster': 'arn:aws:kafka:r:1:cluster/x/1',
  'AWS::DataSync::Task': 'arn:aws:datasync:r:1:task/x',
  'AWS::Timestream::Table': 'arn:aws:timestream:r:1:database/x/table/x',
  'AWS::SecretsManager::Secret': 'arn:aws:secretsmanager:r:1:secret:x-abcdef',
  'AWS::ECS::Service': 'arn:aws:ecs:r:1:service/x/x',
  'AWS::S3Outposts::Bucket': 'arn:aws:s3-outposts:r:1:outpost/op-1/bucket/x',
  'AWS::S3Vectors::Index': 'arn:aws:s3vectors:r:1:bucket/x/index/x',
};

/** Types whose Ref gives the ARN. */
const refIsArn =
  /^AWS::(SNS::Topic|StepFunctions::StateMachine|SecretsManager::Secret|DMS::|Batch::|MSK::|SageMaker::(Endpoint|Model|EndpointConfig|NotebookInstance)$|ECS::TaskDefinition|Lambda::(Alias|Version|LayerVersion)|Bedrock::(Flow|Guardrail|Prompt)|S3Vectors::|DataSync::)/;

function buildArn(type: string): string {
  const template = arnTemplates[type] ?? findResourceSpec(type)?.arnTemplate;
  if (template === undefined) return `arn:aws:unknown:r:1:${type}`;
  return template
    .replaceAll('${Partition}', 'aws')
    .replaceAll('${Region}', 'r')
    .replaceAll('${Account}', '1')
    .replace(/\$\{\w+\}/g, 'x');
}

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'r',
  'AWS::AccountId': '1',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** A value of a template with every intrinsic replaced by text that looks like what it would give. */
export function resolveValue(value: unknown, template: Template): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, template));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name !== undefined) {
    if (name === 'Ref' && typeof argument === 'string') return resolveReference(argument, template);
    if (name === 'Fn::GetAtt' && Array.isArray(argument)) {
      const [id, attribute] = argument as [string, string];
      const type = template.Resources[id]?.Type ?? '';
      if (type === 'AWS::DynamoDB::Table' && attribute === 'StreamArn') return `${buildArn(type)}/stream/x`;
      if (/secretarn$/i.test(attribute)) return buildArn('AWS::SecretsManager::Secret');
      return /arn$/i.test(attribute) ? buildArn(type) : 'x';
    }
    if (name === 'Fn::Join' && Array.isArray(argument)) {
      const [separator, given] = argument as [string, unknown];
      const parts = Array.isArray(given) ? given : [resolveValue(given, template)].flat();
      return parts.map((part) => String(resolveValue(part, template))).join(separator);
    }
    if (name.startsWith('Fn::')) return 'x';
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveValue(item, template)]));
}

function resolveReference(id: string, template: Template): unknown {
  const pseudo = pseudoParameters[id];
  if (pseudo !== undefined) return pseudo;
  const type = template.Resources[id]?.Type;
  if (type === undefined) {
    const text = /arn/i.test(id) ? 'arn:aws:any' : 'x';
    return /List/.test(template.Parameters?.[id]?.Type ?? '') ? [text] : text;
  }
  return refIsArn.test(type) ? buildArn(type) : 'x';
}
