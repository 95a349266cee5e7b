import { policy, ref } from '../ir/expression.ts';
import type {
  Blocker,
  CloudFormationGraphItem,
  CloudFormationItem,
  IacGraph,
  RoleItem,
  RolePolicyItem,
  TerraformGraphItem,
  TerraformItem,
} from '../ir/graph.ts';
import { getItemReferences } from '../ir/item-references.ts';
import type { IacContribution, PolicyStatement, ResourcePolicySpec } from '../ir/mapping.ts';
import { addTransportPolicies } from './add-transport-policies.ts';
import { type Admission, applyAdmissions } from './apply-admissions.ts';
import { applyGrants } from './apply-grants.ts';
import { addPolicyOrder, spellBuckets } from './break-cycles.ts';
import type { LoweringInput, LoweringNode } from './build-contexts.ts';
import { accountStatement, applyKeyAdmissions } from './key-admissions.ts';
import { lowerResourcePolicy } from './lower-resource-policies.ts';
import { orderItems } from './order-items.ts';
import { mergeStatements } from './statements.ts';

/** Collects the items of both tools, node by node, and puts them in order. */
export class GraphBuilder {
  readonly blockers: Blocker[] = [];
  readonly #input: LoweringInput;
  readonly #contributions: ReadonlyMap<string, IacContribution>;
  readonly #cloudFormation: CloudFormationGraphItem[] = [];
  readonly #terraform: TerraformGraphItem[] = [];

  constructor(input: LoweringInput, contributions: ReadonlyMap<string, IacContribution>) {
    this.#input = input;
    this.#contributions = contributions;
  }

  build(order: readonly string[]): Pick<IacGraph, 'cloudFormation' | 'terraform'> {
    const grants = applyGrants(this.#input, this.#contributions);
    const admissions = [
      ...applyAdmissions(this.#input, this.#contributions),
      ...applyKeyAdmissions(this.#input),
    ];
    for (const entry of this.#input.nodes) {
      const contribution = this.#contributions.get(entry.node.id);
      if (!contribution) continue;
      this.#addResources(entry, contribution);
      for (const role of contribution.roles ?? []) {
        const granted = grants.filter((grant) => grant.role === `${entry.node.id}/${role.key}`);
        this.#addRole(entry, role, [
          ...(role.statements ?? []),
          ...granted.flatMap((grant) => grant.statements),
        ]);
      }
      const own = admissions.filter((admission) => admission.node === entry.node.id);
      this.#addPermissions(entry, own);
      for (const spec of mergePolicies(entry, addTransportPolicies(entry.node.id, contribution), own)) {
        if (spec.statements.length > 0) this.#addResourcePolicy(entry.node.id, spec);
      }
    }
    this.#checkUnique(this.#cloudFormation);
    this.#checkUnique(this.#terraform);
    const cloudFormation = this.#orderPermissions(this.#cloudFormation, admissions, [
      'AWS::S3::Bucket',
      'AWS::CloudTrail::Trail',
    ]);
    const terraform = this.#orderPermissions(this.#terraform, admissions, [
      'aws_s3_bucket_notification',
      'aws_cloudtrail',
    ]);
    return {
      cloudFormation: orderItems(
        addPolicyOrder(cloudFormation, getPolicyOrder(cloudFormation), spellBuckets),
        order,
      ),
      terraform: orderItems(addPolicyOrder(terraform, getPolicyOrder(terraform)), order),
    };
  }

  #addResources({ node, service }: LoweringNode, contribution: IacContribution): void {
    const base = (key: string, dependsOn: readonly string[] | undefined) => ({
      id: `${node.id}/${key}`,
      section: node.id,
      key,
      primary: key === service.iac.primary,
      dependsOn: (dependsOn ?? []).map((id) => (id.includes('/') ? id : `${node.id}/${id}`)),
    });
    for (const resource of contribution.cloudFormation) {
      const { key, type, properties, dependsOn, retain = false, plain = false } = resource;
      this.#cloudFormation.push({
        kind: 'resource',
        ...base(key, dependsOn),
        type,
        properties,
        retain,
        plain,
      });
    }
    for (const resource of contribution.terraform) {
      const { key, type, kind = 'resource', arguments: body, dependsOn } = resource;
      this.#terraform.push({ kind, ...base(key, dependsOn), type, arguments: body });
    }
  }

  #addRole(
    { node, context }: LoweringNode,
    role: { key: string; trusts: readonly string[] },
    statements: readonly PolicyStatement[],
  ): void {
    const base = { section: node.id, primary: false, dependsOn: [] };
    const id = `${node.id}/${role.key}`;
    const item: RoleItem = {
      ...base,
      kind: 'role',
      id,
      key: role.key,
      trusts: role.trusts,
      namePrefix: `${context.physicalName(37)}-`,
    };
    this.#cloudFormation.push(item);
    this.#terraform.push(item);
    if (statements.length === 0) return;
    const key = role.key === 'role' ? 'policy' : `${role.key}-policy`;
    const merged = mergeStatements(statements);
    const itemPolicy: RolePolicyItem = {
      ...base,
      kind: 'role-policy',
      id: `${id}-policy`,
      key,
      role: id,
      statements: merged,
    };
    this.#cloudFormation.push(itemPolicy);
    this.#terraform.push(itemPolicy);
  }

  #addPermissions({ node }: LoweringNode, admissions: readonly Admission[]): void {
    const base = (key: string) => ({
      id: `${node.id}/${key}`,
      section: node.id,
      key,
      primary: false,
      dependsOn: [],
    });
    const seen = new Set<string>();
    for (const { cloudFormation, terraform } of admissions) {
      if (!cloudFormation || !terraform || seen.has(cloudFormation.key)) continue;
      const { key } = cloudFormation;
      seen.add(key);
      const { type, properties } = cloudFormation;
      this.#cloudFormation.push({ kind: 'resource', ...base(key), type, properties, retain: false });
      this.#terraform.push({
        kind: 'resource',
        ...base(key),
        type: terraform.type,
        arguments: terraform.arguments,
      });
    }
  }

  #addResourcePolicy(node: string, spec: ResourcePolicySpec): void {
    const lowered = lowerResourcePolicy(node, { ...spec, statements: mergeStatements(spec.statements) });
    this.#cloudFormation.push(...lowered.cloudFormation);
    this.#terraform.push(...lowered.terraform);
    if (!lowered.keyPolicy) return;
    const { of, document, statements } = lowered.keyPolicy;
    replaceItem(this.#cloudFormation, of, (item: CloudFormationItem) => ({
      ...item,
      properties: { ...item.properties, KeyPolicy: policy(statements) },
    }));
    replaceItem(this.#terraform, of, (item: TerraformItem) => ({
      ...item,
      arguments: { ...item.arguments, policy: ref(document, 'json') },
    }));
  }

  /** Some callers check when they are told whom to call, so the permission has to be there before. */
  #orderPermissions<T extends CloudFormationGraphItem | TerraformGraphItem>(
    items: readonly T[],
    admissions: readonly Admission[],
    callerTypes: readonly string[],
  ): T[] {
    return items.map((item) => {
      if (item.kind !== 'resource' || !callerTypes.includes(item.type)) return item;
      const before = admissions
        .filter((admission) => admission.before === item.section)
        .flatMap((admission) =>
          items.filter(
            (candidate) =>
              candidate.section === admission.node &&
              candidate.kind === 'resource' &&
              (candidate.key === admission.cloudFormation?.key || isPolicyFor(candidate.type, admission)),
          ),
        )
        .map((candidate) => candidate.id);
      return before.length === 0
        ? item
        : { ...item, dependsOn: [...new Set([...item.dependsOn, ...before])] };
    });
  }

  #checkUnique(items: readonly { id: string; section: string }[]): void {
    const seen = new Set<string>();
    for (const { id, section } of items) {
      if (seen.has(id)) this.blockers.push({ node: section, message: `Two resources are called ${id}.` });
      seen.add(id);
    }
  }
}

const policyTypes: Readonly<Record<ResourcePolicySpec['kind'], readonly string[]>> = {
  bucket: ['AWS::S3::BucketPolicy', 'aws_s3_bucket_policy'],
  queue: ['AWS::SQS::QueuePolicy', 'aws_sqs_queue_policy'],
  topic: ['AWS::SNS::TopicPolicy', 'aws_sns_topic_policy'],
  key: [],
};

function isPolicyFor(type: string, admission: Admission): boolean {
  return admission.policy !== undefined && policyTypes[admission.policy.kind].includes(type);
}

function replaceItem<T extends { kind: string; id: string }, Resource extends T>(
  items: T[],
  id: string,
  change: (item: Resource) => T,
): void {
  const index = items.findIndex((item) => item.id === id && item.kind === 'resource');
  if (index >= 0) items[index] = change(items[index] as Resource);
}

/** The node's own policies with the statements that its edges add. */
function mergePolicies(
  { service }: LoweringNode,
  specs: readonly ResourcePolicySpec[],
  admissions: readonly Admission[],
): ResourcePolicySpec[] {
  const merged = specs.map((spec) => ({ ...spec, statements: [...spec.statements] }));
  for (const { policy: added } of admissions) {
    if (!added) continue;
    const { primary } = service.iac;
    let spec = merged.find((candidate) => candidate.kind === added.kind && candidate.of === primary);
    if (!spec) {
      spec = { key: 'policy', of: primary, kind: added.kind, statements: [] };
      merged.push(spec);
    }
    if (added.kind === 'key' && spec.statements.length === 0) spec.statements.push(accountStatement);
    spec.statements.push(added.statement);
  }
  return merged;
}

/** Users of a role come after the role's policy: AWS checks permissions when it creates them. */
function getPolicyOrder(
  items: readonly (CloudFormationGraphItem | TerraformGraphItem)[],
): Map<string, readonly string[]> {
  const policyOf = new Map(
    items.flatMap((item) => (item.kind === 'role-policy' ? [[item.role, item.id] as const] : [])),
  );
  const order = new Map<string, readonly string[]>();
  for (const item of items) {
    if (item.kind !== 'resource') continue;
    const policies = getItemReferences(item).flatMap((reference) => policyOf.get(reference.resource) ?? []);
    if (policies.length > 0) order.set(item.id, [...new Set(policies)]);
  }
  return order;
}
