import type { PolicyStatement } from './mapping.ts';

/**
 * Values in the intermediate form. A plain JSON value is always a literal, whatever it contains:
 * user text can never become code. Everything that is more than a literal is one of the tagged
 * objects below, made by the functions of this file and recognised by the `$` symbol only.
 */
export const tag: unique symbol = Symbol('expression');

/** Which attribute of a resource is meant; printers translate it per resource type. */
export type Attribute = 'arn' | 'name' | 'id' | 'url' | 'endpoint' | 'stream-arn' | (string & {});

export interface Ref {
  [tag]: 'ref';
  /** Full id of the resource: `<node or edge id>/<key>`. */
  resource: string;
  attribute: Attribute;
}
/** Pieces put together to one string. */
export interface Text {
  [tag]: 'text';
  parts: readonly Expression[];
}
/** A JSON document as a string. */
export interface JsonText {
  [tag]: 'json';
  value: Expression;
}
/** An object whose keys CDK must keep as they are (policy document, parameters map). */
export interface Verbatim {
  [tag]: 'verbatim';
  value: Expression;
}
/** Nested Terraform block(s); an attribute value otherwise. Terraform bodies only. */
export interface Blocks {
  [tag]: 'blocks';
  bodies: readonly Body[];
}
export interface Pseudo {
  [tag]: 'pseudo';
  name: 'region' | 'account' | 'partition';
}
/** An input of the exported project: a CDK stack property and a Terraform variable. */
export interface Variable {
  [tag]: 'variable';
  name: string;
  /** Node whose network an input of a network stands for; left out: the node that uses it. */
  of?: string;
}
/** Text of a file of the export, referred to by path. */
export interface FilePath {
  [tag]: 'file';
  /** Path relative to the export root. */
  path: string;
}

/** An IAM policy document as CloudFormation takes it; Terraform has data sources instead. */
export interface PolicyText {
  [tag]: 'policy';
  statements: readonly PolicyStatement[];
}

export type Tagged = Ref | Text | JsonText | Verbatim | Blocks | Pseudo | Variable | FilePath | PolicyText;
export type Expression =
  | string
  | number
  | boolean
  | Tagged
  | readonly Expression[]
  | { readonly [name: string]: Expression | undefined };

/** Arguments of a resource or block; undefined members are left out. */
export type Body = { readonly [name: string]: Expression | undefined };

export const ref = (resource: string, attribute: Attribute = 'arn'): Ref => ({
  [tag]: 'ref',
  resource,
  attribute,
});
export const text = (...parts: Expression[]): Text => ({ [tag]: 'text', parts });
export const json = (value: Expression): JsonText => ({ [tag]: 'json', value });
export const verbatim = (value: Expression): Verbatim => ({ [tag]: 'verbatim', value });
export const block = (body: Body): Blocks => ({ [tag]: 'blocks', bodies: [body] });
export const blocks = (bodies: readonly Body[]): Blocks => ({ [tag]: 'blocks', bodies });
export const pseudo = (name: Pseudo['name']): Pseudo => ({ [tag]: 'pseudo', name });
export const variable = (name: string, of?: string): Variable => ({
  [tag]: 'variable',
  name,
  ...(of !== undefined && { of }),
});
export const policy = (statements: readonly PolicyStatement[]): PolicyText => ({
  [tag]: 'policy',
  statements,
});
export const filePath = (path: string): FilePath => ({ [tag]: 'file', path });

/** Whether the value is a tagged expression rather than a literal. */
export function isTagged(value: unknown): value is Tagged {
  return typeof value === 'object' && value !== null && tag in value;
}
