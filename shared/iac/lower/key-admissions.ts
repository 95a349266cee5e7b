import { type Expression, pseudo, text } from '../ir/expression.ts';
import { joinWords, toPascalCase } from '../ir/identifiers.ts';
import type { PolicyStatement } from '../ir/mapping.ts';
import type { Admission } from './apply-admissions.ts';
import { findEdgeRule } from './apply-grants.ts';
import type { LoweringInput, LoweringNode } from './build-contexts.ts';

/** Services that use the key of their own node under their own name, and not under a role. */
const ownUsers: Readonly<Record<string, string>> = {
  cloudtrail: 'cloudtrail.amazonaws.com',
  'cw-logs': 'logs.{region}.amazonaws.com',
};

/** What an account needs to go on managing and using a key whose policy says anything at all. */
const accountActions: readonly string[] = [
  'CancelKeyDeletion',
  'CreateAlias',
  'CreateGrant',
  'Decrypt',
  'DeleteAlias',
  'DescribeKey',
  'DisableKey',
  'DisableKeyRotation',
  'EnableKey',
  'EnableKeyRotation',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GetKeyPolicy',
  'GetKeyRotationStatus',
  'ListGrants',
  'ListKeyPolicies',
  'ListKeyRotations',
  'ListResourceTags',
  'PutKeyPolicy',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
  'RevokeGrant',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'TagResource',
  'UntagResource',
  'UpdateAlias',
  'UpdateKeyDescription',
].map((action) => `kms:${action}`);

/** Leaves the key to the account's IAM policies, as the policy does that KMS writes by itself. */
export const accountStatement: PolicyStatement = {
  sid: 'LeaveToAccount',
  awsPrincipals: [text('arn:', pseudo('partition'), ':iam::', pseudo('account'), ':root')],
  actions: accountActions,
  resources: ['*'],
};

/**
 * What the policies of keys must let in: services that write to or read from an encrypted resource
 * under their own name (`KP(…)` in the integration book), and those that encrypt their own data.
 */
export function applyKeyAdmissions(input: LoweringInput): Admission[] {
  const admissions: Admission[] = [];
  const keysOf = (node: LoweringNode): LoweringNode[] =>
    input.edges
      .filter((edge) => edge.target === node && edge.source.service.id === 'kms')
      .map((edge) => edge.source);
  const admit = (key: LoweringNode, node: LoweringNode, principal: string): void => {
    const statement = buildStatement(node, principal.replace('{region}', node.context.settings.region));
    admissions.push({
      node: key.node.id,
      policy: { kind: 'key', statement },
      ...(node.service.id === 'cloudtrail' && { before: node.node.id }),
    });
  };
  for (const { source, target } of input.edges) {
    const own = source.service.id === 'kms' ? ownUsers[target.service.id] : undefined;
    if (own !== undefined) admit(source, target, own);
  }
  for (const edge of input.edges) {
    const principal = /KP\(([\w.]+\.amazonaws\.com)\)/.exec(findEdgeRule(edge)?.encryption ?? '')?.[1];
    if (principal === undefined) continue;
    for (const end of [edge.source, edge.target]) {
      if (ownUsers[end.service.id] === principal) continue;
      for (const key of keysOf(end)) admit(key, end, principal);
    }
  }
  return admissions;
}

function buildStatement(node: LoweringNode, principal: string): PolicyStatement {
  const logs: Expression = text(
    'arn:',
    pseudo('partition'),
    ':logs:',
    pseudo('region'),
    ':',
    pseudo('account'),
    ':*',
  );
  const isLogs = principal.startsWith('logs.');
  return {
    sid: toPascalCase([
      'allow',
      ...joinWords(node.node.id, ''),
      ...joinWords(principal.split('.')[0] ?? '', ''),
    ]),
    principals: [principal],
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:GenerateDataKey',
      ...(isLogs ? ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'] : []),
    ],
    // In the policy of a key the key itself is meant.
    resources: ['*'],
    conditions: isLogs
      ? { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logs } }
      : { StringEquals: { 'aws:SourceAccount': pseudo('account') } },
  };
}
