import type { DesignSettings, EdgeKind } from '../../graph/design.ts';
import type { Configuration } from '../../services/configuration.ts';
import type { Attribute, Body, Expression, Ref } from './expression.ts';

/** The far end of an edge as a mapping may see it: never another service's code. */
export interface IacEdgeEnd {
  edge: string;
  kind: EdgeKind;
  node: string;
  service: string;
  config: Configuration;
  edgeConfig: Configuration;
  /** Attribute of the neighbour's primary resource. */
  ref(attribute?: Attribute): Ref;
  /** Attribute of another resource of the neighbour, by key. */
  refTo(key: string, attribute?: Attribute): Ref;
}

/**
 * A neighbour with its own neighbours, for wiring that spans a mediator: a delivery stream loads
 * the warehouse behind its staging bucket.
 */
export interface IacNeighbour extends IacEdgeEnd {
  incoming: readonly IacEdgeEnd[];
  outgoing: readonly IacEdgeEnd[];
}

export interface IacContext {
  nodeId: string;
  /** Display name of the node as the designer wrote it. */
  name: string;
  /** Lower-case name with hyphens, unique in the design, at most `max` characters, for physical names. */
  physicalName(max: number, separator?: '-' | '_'): string;
  config: Configuration;
  settings: DesignSettings;
  /** Whether the node is drawn inside a VPC or a subnet. */
  drawnInVpc: boolean;
  incoming: readonly IacNeighbour[];
  outgoing: readonly IacNeighbour[];
  /** Attribute of one of this node's own resources, by key. */
  own(key: string, attribute?: Attribute): Ref;
}

/** One CloudFormation resource. Property names are CloudFormation's own. */
export interface CloudFormationResource {
  /** Short, stable within the node: `stream`, `role`. Becomes part of the logical id. */
  key: string;
  type: `AWS::${string}`;
  properties: Body;
  /** Keys of this node's resources, or full ids `<node or edge id>/<key>` of others. */
  dependsOn?: readonly string[];
  /** Keep the data when the stack is deleted. */
  retain?: boolean;
  /** Of a type that the designer named: CDK gets it as a plain resource, with the names as they are. */
  plain?: boolean;
}

/** One Terraform resource. Argument names are the provider's own; nested blocks use `block`/`blocks`. */
export interface TerraformResource {
  /** The same key as the CloudFormation resource it corresponds to, or a key of its own. */
  key: string;
  type: `aws_${string}` | `archive_${string}`;
  /** `data` for data sources. */
  kind?: 'resource' | 'data';
  arguments: Body;
  dependsOn?: readonly string[];
}

/** A statement of a role's or resource's policy. Allowed actions never hold wildcards; denied ones may (`s3:*`). */
export interface PolicyStatement {
  sid?: string;
  effect?: 'Allow' | 'Deny';
  actions: readonly string[];
  resources: readonly Expression[];
  /** Operator → key → value. */
  conditions?: Readonly<Record<string, Readonly<Record<string, Expression>>>>;
  /** Service principals, in resource policies only. `*` is allowed with Deny only. */
  principals?: readonly string[];
  /** ARNs of accounts or roles, in resource policies only. */
  awsPrincipals?: readonly Expression[];
  /** Why a wildcard resource is needed; printed as a comment. */
  reason?: string;
}

/** An IAM role of a node; edges add the statements their grants need. */
export interface RoleSpec {
  key: string;
  /** Service principals that may assume it. */
  trusts: readonly string[];
  /** Statements the node needs for itself (its own logs, code object). */
  statements?: readonly PolicyStatement[];
}

/** A policy attached to a resource other than a role; edges may add statements. */
export interface ResourcePolicySpec {
  key: string;
  /** Key of the resource in this node the policy belongs to. */
  of: string;
  kind: 'bucket' | 'queue' | 'topic' | 'key';
  statements: readonly PolicyStatement[];
}

/** Value the person who deploys must or may choose. */
export interface VariableSpec {
  name: string;
  type: 'string' | 'number' | 'bool' | 'list(string)';
  /** Type of the parameter where CloudFormation has a closer one than `String`; it checks the value. */
  cloudFormationType?: 'AWS::EC2::Image::Id';
  description: string;
  default?: string | number | boolean | readonly string[];
  sensitive?: boolean;
  validation?: { pattern: string; message: string };
  /** An input that every VPC, or every subnet of it, that is drawn has for itself. */
  network?: 'vpc' | 'subnets' | 'subnet' | 'zone';
  /** Node whose network it stands for; left out: the node that declares it. */
  of?: string;
}

/** A starter file that ships with the export: function code, job script. */
export interface StarterFile {
  /** Relative path with `/`: `functions/enrich/index.py`. */
  path: string;
  text: string;
}

/** Something one of the tools has no resource for. */
export interface ManualStep {
  target: 'cloudformation' | 'terraform' | 'both';
  title: string;
  reason: string;
  /** AWS CLI command that does it; placeholders in angle brackets. */
  command: string;
}

export interface IacContribution {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  roles?: readonly RoleSpec[];
  resourcePolicies?: readonly ResourcePolicySpec[];
  variables?: readonly VariableSpec[];
  /** ARNs by resource key of things that edges grant access to although this node does not create them. */
  arns?: Readonly<Record<string, Expression>>;
  files?: readonly StarterFile[];
  manualSteps?: readonly ManualStep[];
}

export interface IacMapping {
  /** Key of the resource other nodes refer to. Empty for things outside AWS. */
  primary: string;
  /** Key of the role that edges grant to; empty when the service has none. */
  role: string;
  /** Why nothing is exported (external systems). */
  notExported?: string;
  /** Types used, for the catalogue and the tests. */
  types: { cloudFormation: readonly string[]; terraform: readonly string[] };
  /** Stated reason when one tool has no type. */
  missing?: { cloudFormation?: string; terraform?: string };
  build(context: IacContext): IacContribution;
}
