import type { PairAdmission } from '../../integrations/integration.ts';
import { type Expression, pseudo, ref, text } from '../ir/expression.ts';
import { joinWords, toPascalCase } from '../ir/identifiers.ts';
import type {
  CloudFormationResource,
  IacContribution,
  PolicyStatement,
  ResourcePolicySpec,
  TerraformResource,
} from '../ir/mapping.ts';
import { findEdgeRule } from './apply-grants.ts';
import type { LoweringEdge, LoweringInput, LoweringNode } from './build-contexts.ts';

/** What a resource's own policy must let in because of an edge. */
export interface Admission {
  /** Node whose resource admits. */
  node: string;
  /** Function permissions are resources of their own. */
  cloudFormation?: CloudFormationResource;
  terraform?: TerraformResource;
  /** Other resources get statements in their policy. */
  policy?: { kind: ResourcePolicySpec['kind']; statement: PolicyStatement };
  /** Node that may only call once the admission exists: a bucket checks it when it is created. */
  before?: string;
}

const policyKinds: Readonly<Record<string, ResourcePolicySpec['kind']>> = {
  s3: 'bucket',
  sqs: 'queue',
  sns: 'topic',
  kms: 'key',
};

/** Service principals that act for the resource of a service, so that its ARN can be the condition. */
const ownPrincipals: Readonly<Record<string, string>> = {
  s3: 's3.amazonaws.com',
  sns: 'sns.amazonaws.com',
  'eventbridge-rule': 'events.amazonaws.com',
  'iot-core': 'iot.amazonaws.com',
  'cw-logs': 'logs.amazonaws.com',
  'cw-alarm': 'cloudwatch.amazonaws.com',
  'api-gateway': 'apigateway.amazonaws.com',
  'bedrock-agent': 'bedrock.amazonaws.com',
  cloudfront: 'cloudfront.amazonaws.com',
  cloudtrail: 'cloudtrail.amazonaws.com',
};

/** Services that look for their permission as soon as they are told whom to call. */
const checksWhenCreated: ReadonlySet<string> = new Set(['s3', 'cloudtrail']);

/** What every edge of the design asks resource policies to let in. */
export function applyAdmissions(
  input: LoweringInput,
  contributions: ReadonlyMap<string, IacContribution>,
): Admission[] {
  const admissions: Admission[] = [];
  for (const edge of input.edges) {
    const rule = findEdgeRule(edge);
    for (const admits of rule?.admits ?? []) {
      const owner =
        admits.resource === 'target' ? edge.target : admits.resource === 'source' ? edge.source : undefined;
      if (!owner) continue;
      const caller = owner === edge.target ? edge.source : edge.target;
      const admission = buildAdmission(admits, edge, owner, caller, contributions);
      if (admission) admissions.push(admission);
    }
  }
  return admissions;
}

function buildAdmission(
  admits: PairAdmission,
  edge: LoweringEdge,
  owner: LoweringNode,
  caller: LoweringNode,
  contributions: ReadonlyMap<string, IacContribution>,
): Admission | undefined {
  const contribution = contributions.get(owner.node.id);
  const { primary } = owner.service.iac;
  if (!contribution?.cloudFormation.some((resource) => resource.key === primary)) return undefined;
  const service = admits.service.replace('{region}', owner.context.settings.region);
  const resource = ref(`${owner.node.id}/${primary}`, 'arn');
  const sourceArn = findSourceArn(service, caller, contributions);
  const order = checksWhenCreated.has(caller.service.id) ? { before: caller.node.id } : {};
  if (owner.service.id === 'lambda') {
    const permission = buildPermission(service, edge, owner, sourceArn);
    return { node: owner.node.id, ...permission, ...order };
  }
  const kind = policyKinds[owner.service.id];
  if (kind === undefined) return undefined;
  const objects = admits.actions.some((action) => /^s3:(Get|Put|Delete)Object$/.test(action));
  const statement: PolicyStatement = {
    sid: toPascalCase(['allow', ...joinWords(caller.node.id, '')]),
    principals: [service],
    actions: admits.actions,
    resources: kind === 'bucket' && objects ? [resource, text(resource, '/*')] : [resource],
    conditions: {
      ...(sourceArn !== undefined && { ArnLike: { 'aws:SourceArn': sourceArn } }),
      StringEquals: { 'aws:SourceAccount': pseudo('account') },
    },
  };
  return { node: owner.node.id, policy: { kind, statement }, ...order };
}

/** ARN of what calls, where the calling service passes it on. */
function findSourceArn(
  service: string,
  caller: LoweringNode,
  contributions: ReadonlyMap<string, IacContribution>,
): Expression | undefined {
  if (ownPrincipals[caller.service.id] !== service) return undefined;
  const { primary } = caller.service.iac;
  const contribution = contributions.get(caller.node.id);
  // Spelled out by callers that need the policy before they exist.
  const spelled = contribution?.arns?.[primary];
  if (spelled !== undefined) return spelled;
  if (!contribution?.cloudFormation.some((item) => item.key === primary)) return undefined;
  const arn = ref(`${caller.node.id}/${primary}`, 'arn');
  if (caller.service.id === 'cw-logs') return text(arn, ':*');
  return caller.service.id === 'api-gateway' ? text(arn, '/*') : arn;
}

function buildPermission(
  service: string,
  edge: LoweringEdge,
  owner: LoweringNode,
  sourceArn: Expression | undefined,
): { cloudFormation: CloudFormationResource; terraform: TerraformResource } {
  const key = `permission-${edge.source.node.id}`;
  const target = ref(`${owner.node.id}/${owner.service.iac.primary}`, 'arn');
  const account = sourceArn === undefined || service === 's3.amazonaws.com' ? pseudo('account') : undefined;
  return {
    cloudFormation: {
      key,
      type: 'AWS::Lambda::Permission',
      properties: {
        FunctionName: target,
        Action: 'lambda:InvokeFunction',
        Principal: service,
        SourceArn: sourceArn,
        SourceAccount: account,
      },
    },
    terraform: {
      key,
      type: 'aws_lambda_permission',
      arguments: {
        function_name: target,
        action: 'lambda:InvokeFunction',
        principal: service,
        source_arn: sourceArn,
        source_account: account,
      },
    },
  };
}
