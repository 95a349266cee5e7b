import { findGrantSet, type GrantResource, type GrantSet } from '../../integrations/grant-sets.ts';
import type { PairPermission, PairRule } from '../../integrations/integration.ts';
import { findPairRule } from '../../integrations/registry.ts';
import { findCloudFormationAttribute, findTerraformAttribute } from '../ir/attributes.ts';
import { type Expression, pseudo, ref, text } from '../ir/expression.ts';
import type { IacContribution, PolicyStatement } from '../ir/mapping.ts';
import type { LoweringEdge, LoweringInput, LoweringNode } from './build-contexts.ts';

/** Permissions that an edge gives to a role. */
export interface EdgeGrant {
  /** Full id of the role. */
  role: string;
  statements: readonly PolicyStatement[];
}

/** The rule of the integration book that an edge is built by, if it can be built as drawn. */
export function findEdgeRule({ edge, source, target }: LoweringEdge): PairRule | undefined {
  const rule = findPairRule(source.service.id, target.service.id, edge.kind);
  return rule?.verdict === 'direct' || rule?.verdict === 'discouraged' ? rule : undefined;
}

/** What every edge of the design grants to the roles of its ends, keys included. */
export function applyGrants(
  input: LoweringInput,
  contributions: ReadonlyMap<string, IacContribution>,
): EdgeGrant[] {
  const grants: EdgeGrant[] = [];
  for (const edge of input.edges) {
    const rule = findEdgeRule(edge);
    if (!rule) continue;
    for (const permission of rule.permissions) {
      if (!applies(permission, edge)) continue;
      const grantee = findGrantee(permission.principal, edge, contributions);
      if (!grantee) continue;
      for (const id of permission.grants) {
        const set = findGrantSet(id);
        if (!set) throw new Error(`${rule.id} names the permission set ${id}, which does not exist.`);
        const owner = findOwner(set, edge, grantee.node);
        if (set.owners.length > 0 && !owner) continue;
        const statements = buildStatements(set, { input, edge, owner, grantee: grantee.node, contributions });
        grants.push({ role: grantee.role, statements });
        const key = owner && findKey(owner, input);
        if (key) grants.push({ role: grantee.role, statements: buildKeyStatements(key, rule, edge, owner) });
      }
    }
  }
  return grants;
}

function applies({ when }: PairPermission, { source, target, edge }: LoweringEdge): boolean {
  if (!when) return true;
  const end = when.on === 'source' ? source : target;
  const edgeConfig = source.context.outgoing.find((neighbour) => neighbour.edge === edge.id)?.edgeConfig;
  const config = when.on === 'edge' ? edgeConfig : end.config;
  return config?.has(when.property) === true && when.equals.includes(config.value(when.property));
}

/** The role that a permission's principal means, among the roles of the edge's ends. */
function findGrantee(
  principal: string,
  { source, target }: LoweringEdge,
  contributions: ReadonlyMap<string, IacContribution>,
): { node: LoweringNode; role: string } | undefined {
  const ends =
    principal === 'source'
      ? [source]
      : principal === 'target'
        ? [target]
        : [source, target].filter((end) => end.service.id === principal || principal.includes('.'));
  for (const end of ends) {
    const roles = contributions.get(end.node.id)?.roles ?? [];
    const role = principal.includes('.')
      ? roles.find((candidate) => candidate.trusts.includes(principal))
      : roles.find((candidate) => candidate.key === end.service.iac.role);
    if (role) return { node: end, role: `${end.node.id}/${role.key}` };
  }
  return undefined;
}

function findOwner(
  set: GrantSet,
  { source, target }: LoweringEdge,
  grantee: LoweringNode,
): LoweringNode | undefined {
  const ends = grantee === source ? [target, source] : [source, target];
  return ends.find((end) => set.owners.includes(end.service.id));
}

interface GrantContext {
  input: LoweringInput;
  edge: LoweringEdge;
  owner: LoweringNode | undefined;
  grantee: LoweringNode;
  contributions: ReadonlyMap<string, IacContribution>;
}

function buildStatements(set: GrantSet, context: GrantContext): PolicyStatement[] {
  return set.statements.flatMap((statement) => {
    const reasons: string[] = [];
    const resources = statement.resources.flatMap((resource) => {
      if (resource.of === 'any') reasons.push(resource.reason);
      return buildResources(resource, context);
    });
    // A set may name resources that this owner does not have, such as its secret.
    if (resources.length === 0) return [];
    return {
      actions: statement.actions,
      resources,
      ...(statement.passedTo !== undefined && {
        conditions: { StringEquals: { 'iam:PassedToService': statement.passedTo } },
      }),
      ...(reasons.length > 0 && { reason: reasons.join(' ') }),
    };
  });
}

function buildResources(resource: GrantResource, context: GrantContext): Expression[] {
  const { owner, contributions } = context;
  switch (resource.of) {
    case 'any':
      return ['*'];
    case 'template':
      return [fillHoles(resource.template, context)];
    case 'owner-roles':
      return (contributions.get(owner?.node.id ?? '')?.roles ?? []).map((role) =>
        ref(`${owner?.node.id ?? ''}/${role.key}`, 'arn'),
      );
    case 'secret':
      return findSecrets(context);
    case 'owner': {
      if (!owner) return [];
      const contribution = contributions.get(owner.node.id);
      const key = resource.key ?? owner.service.iac.primary;
      const exists = contribution?.cloudFormation.some((candidate) => candidate.key === key);
      const base = exists
        ? ref(`${owner.node.id}/${key}`, resource.attribute ?? 'arn')
        : contribution?.arns?.[key];
      if (base === undefined) return [];
      const suffix = fillHoles(resource.suffix, context);
      return [resource.suffix === '' ? base : text(base, suffix)];
    }
  }
}

/** Secrets that either end of the edge creates. */
function findSecrets({ edge, contributions }: GrantContext): Expression[] {
  return [edge.source, edge.target].flatMap((end) =>
    (contributions.get(end.node.id)?.cloudFormation ?? [])
      .filter((resource) => resource.type === 'AWS::SecretsManager::Secret')
      .map((resource) => ref(`${end.node.id}/${resource.key}`, 'arn')),
  );
}

/** Characters that IAM reads as wildcards or variables, in the form that it reads as themselves. */
const escapeForPolicy = (value: string): string => value.replace(/[*?$]/g, (character) => `\${${character}}`);

/** Key prefix of the edge up to the first expression that is only known at delivery. */
function getPrefix({ edge }: GrantContext): string {
  const neighbour = edge.source.context.outgoing.find((candidate) => candidate.edge === edge.edge.id);
  const prefix = neighbour?.edgeConfig.has('prefix') ? neighbour.edgeConfig.text('prefix') : '';
  return escapeForPolicy(prefix.split('!{')[0] ?? '');
}

/** The name of the owner's main resource, else the name it would have. */
function getName({ node, service }: LoweringNode, { input, contributions }: GrantContext): Expression {
  const { primary } = service.iac;
  const contribution = contributions.get(node.id);
  const cloudFormation = contribution?.cloudFormation.find((resource) => resource.key === primary);
  const terraform = contribution?.terraform.find((resource) => resource.key === primary);
  const named =
    cloudFormation &&
    terraform &&
    findCloudFormationAttribute(cloudFormation.type, 'name') !== undefined &&
    findTerraformAttribute(terraform.type, 'name') !== undefined;
  return named ? ref(`${node.id}/${primary}`, 'name') : input.names.get(node.id, 255);
}

function fillHoles(template: string, context: GrantContext): Expression {
  const { input, owner, grantee } = context;
  const parts = template.split(/(\{\w+\})/).filter((part) => part !== '');
  const filled = parts.map((part): Expression => {
    switch (part) {
      case '{partition}':
        return pseudo('partition');
      case '{region}':
        return pseudo('region');
      case '{account}':
        return pseudo('account');
      case '{prefix}':
        return getPrefix(context);
      case '{name}':
        return owner ? getName(owner, context) : '*';
      case '{grantee}':
        return input.names.get(grantee.node.id, 255);
      default:
        return part;
    }
  });
  const [only] = filled;
  if (filled.every((part) => typeof part === 'string')) return filled.join('');
  return filled.length === 1 && only !== undefined ? only : text(...filled);
}

/** The key drawn onto the node, if it is encrypted with one. */
function findKey(node: LoweringNode, input: LoweringInput): LoweringNode | undefined {
  return input.edges.find((edge) => edge.target === node && edge.source.service.id === 'kms')?.source;
}

/** KD: readers of the source decrypt; KG: writers to the target encrypt. */
function buildKeyStatements(
  key: LoweringNode,
  rule: PairRule,
  { source, target }: LoweringEdge,
  owner: LoweringNode,
): PolicyStatement[] {
  const actions = [
    ...(/\bKG\b/.test(rule.encryption) && owner === target ? ['kms:GenerateDataKey', 'kms:Decrypt'] : []),
    ...(/\bKD\b/.test(rule.encryption) && owner === source ? ['kms:Decrypt'] : []),
  ];
  if (actions.length === 0) return [];
  return [{ actions, resources: [ref(`${key.node.id}/${key.service.iac.primary}`, 'arn')] }];
}
