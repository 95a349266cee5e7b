import type { ContainerKind } from '../../graph/design.ts';
import type { Body } from './expression.ts';
import type { ManualStep, PolicyStatement, StarterFile, VariableSpec } from './mapping.ts';

/** What the exported files group under one heading: everything a node of the design needs. */
export interface Section {
  /** Node id. */
  id: string;
  /** Display name as the designer wrote it. */
  title: string;
  /** Official service name. */
  service: string;
  /** The designer's notes. */
  notes?: string;
  /** What values are enough for that sizing advice set, one sentence each. */
  sizing?: readonly string[];
  /** Containers around the node, outermost first; absent where there is none. */
  within?: readonly Place[];
}

/** A container of the design that groups what is exported. */
export interface Place {
  id: string;
  kind: ContainerKind;
  name: string;
}

interface ItemBase {
  /** `<node id>/<key>`; what references name. */
  id: string;
  /** Section the item is printed in. */
  section: string;
  key: string;
  /** The node's main resource, which carries the node's plain name. */
  primary: boolean;
  /** Items that must exist first although no reference says so. */
  dependsOn: readonly string[];
}

/** A CloudFormation resource; property names are CloudFormation's own. */
export interface CloudFormationItem extends ItemBase {
  kind: 'resource';
  type: string;
  properties: Body;
  retain: boolean;
  /** Printed without a construct of the library's own for the type. */
  plain?: boolean;
}

/** A Terraform resource or data source. */
export interface TerraformItem extends ItemBase {
  kind: 'resource' | 'data';
  type: string;
  arguments: Body;
}

/** A role that service principals assume. */
export interface RoleItem extends ItemBase {
  kind: 'role';
  trusts: readonly string[];
  /** Starts the names that Terraform generates; at most 38 characters. */
  namePrefix: string;
}

/** The statements of a role, merged from the node's own needs and from its edges. */
export interface RolePolicyItem extends ItemBase {
  kind: 'role-policy';
  role: string;
  statements: readonly PolicyStatement[];
}

/** A policy document that a Terraform argument refers to by its `json` attribute. */
export interface DocumentItem extends ItemBase {
  kind: 'document';
  statements: readonly PolicyStatement[];
}

export type CloudFormationGraphItem = CloudFormationItem | RoleItem | RolePolicyItem;
export type TerraformGraphItem = TerraformItem | RoleItem | RolePolicyItem | DocumentItem;

/**
 * The intermediate form: what the design deploys, in an order in which everything is declared before
 * it is used. Printers read this and nothing else.
 */
export interface IacGraph {
  /** Name of the design. */
  name: string;
  description: string;
  region: string;
  tags: Readonly<Record<string, string>>;
  sections: readonly Section[];
  cloudFormation: readonly CloudFormationGraphItem[];
  terraform: readonly TerraformGraphItem[];
  variables: readonly VariableSpec[];
  /** Main resources whose identifiers the exports put out. */
  outputs: readonly IacOutput[];
  files: readonly StarterFile[];
  manualSteps: readonly ManualStep[];
  /** What the person who deploys should know; printed in the README. */
  warnings: readonly string[];
}

export interface IacOutput {
  section: string;
  /** Full id of the resource. */
  resource: string;
  attribute: string;
}

/** Why a design cannot be exported, with the place in the design. */
export interface Blocker {
  /** Node the message is about; absent when it is about the whole design. */
  node?: string;
  message: string;
}
