import { isTagged, tag, type Body, type Expression, type Ref } from '../ir/expression.ts';
import type { PolicyStatement } from '../ir/mapping.ts';
import { printComment } from './print-comment.ts';
import { callFunction, commentTag, type YamlObject, type YamlValue } from './yaml.ts';

/** How expressions find the names of the things they refer to. */
export interface TemplateScope {
  /** `Ref`, `GetAtt`, or a text with holes of `!Sub`. */
  reference(reference: Ref): TemplateReference;
  /** Logical id of the parameter, and whether it holds a list or a number. */
  parameter(name: string): { id: string; type: string };
  /** Text of a file of the project. */
  readFile(path: string): string;
}

export type TemplateReference =
  | { kind: 'Ref'; id: string }
  | { kind: 'GetAtt'; id: string; attribute: string }
  | { kind: 'Sub'; template: string };

const pseudoNames = {
  region: 'AWS::Region',
  account: 'AWS::AccountId',
  partition: 'AWS::Partition',
} as const;

/** A text of pieces: literal, hole of `!Sub`, or a value that needs a name of its own. */
type Piece = { text: string } | { hole: string } | { value: YamlValue };

/** `${` in a literal stays text. */
const escapeSub = (text: string): string => text.replaceAll('${', '${!');

/** The value of a property as CloudFormation takes it. */
export function buildValue(value: Expression, scope: TemplateScope): YamlValue {
  if (typeof value !== 'object') return value;
  if (isTagged(value)) {
    switch (value[tag]) {
      case 'ref':
      case 'pseudo':
      case 'text':
        return joinPieces(buildPieces(value, scope));
      case 'variable':
        return callFunction('Ref', scope.parameter(value.name).id);
      case 'json':
        return joinPieces(buildJson(value.value, scope, ''));
      case 'verbatim':
        return buildValue(value.value, scope);
      case 'file':
        return scope.readFile(value.path);
      case 'policy':
        return buildPolicy(value.statements, scope);
      case 'blocks':
        throw new Error('A Terraform block has no place in a CloudFormation resource.');
    }
  }
  if (Array.isArray(value)) return value.map((item: Expression) => buildValue(item, scope));
  return buildObject(value as Body, scope);
}

/** The properties of a resource. */
export function buildObject(body: Body, scope: TemplateScope): YamlObject {
  const members: [string, YamlValue][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value !== undefined) members.push([name, buildValue(value, scope)]);
  }
  return Object.fromEntries(members);
}

function buildPieces(value: Expression, scope: TemplateScope): Piece[] {
  if (!isTagged(value)) {
    if (typeof value === 'object') throw new Error('A list or an object cannot be part of a text.');
    return [{ text: String(value) }];
  }
  switch (value[tag]) {
    case 'text':
      return value.parts.flatMap((part) => buildPieces(part, scope));
    case 'pseudo':
      return [{ hole: pseudoNames[value.name] }];
    case 'variable':
      return [{ hole: scope.parameter(value.name).id }];
    case 'json':
      return buildJson(value.value, scope, '');
    case 'file':
      return [{ text: scope.readFile(value.path) }];
    case 'ref': {
      const reference = scope.reference(value);
      if (reference.kind === 'Ref') return [{ hole: reference.id }];
      if (reference.kind === 'GetAtt') return [{ hole: `${reference.id}.${reference.attribute}` }];
      return splitTemplate(reference.template);
    }
    default:
      throw new Error(`A ${value[tag]} cannot be part of a text.`);
  }
}

function splitTemplate(template: string): Piece[] {
  return template
    .split(/(\$\{[^}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('${') ? { hole: part.slice(2, -1) } : { text: part }));
}

/** A JSON document laid out to be read, with holes where values are only known at deployment. */
function buildJson(value: Expression, scope: TemplateScope, margin: string): Piece[] {
  if (typeof value !== 'object') return [{ text: JSON.stringify(value) }];
  if (isTagged(value)) {
    if (value[tag] === 'verbatim') return buildJson(value.value, scope, margin);
    if (value[tag] === 'file') return [{ text: JSON.stringify(scope.readFile(value.path)) }];
    if (value[tag] === 'variable') {
      const { id, type } = scope.parameter(value.name);
      if (type === 'number') return [{ hole: id }];
      if (type === 'list(string)') {
        const joined = callFunction('Join', ['","', callFunction('Ref', id)]);
        return [{ text: '["' }, { value: joined }, { text: '"]' }];
      }
    }
    const inner = buildPieces(value, scope).map((piece) =>
      'text' in piece ? { text: JSON.stringify(piece.text).slice(1, -1) } : piece,
    );
    return [{ text: '"' }, ...inner, { text: '"' }];
  }
  const inside = `${margin}  `;
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((item: Expression) => buildJson(item, scope, inside))
    : Object.entries(value as Body).flatMap(([key, item]) =>
        item === undefined ? [] : [[{ text: `${JSON.stringify(key)}: ` }, ...buildJson(item, scope, inside)]],
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return [{ text: open + close }];
  const lines = members.flatMap((pieces, index): Piece[] => [
    { text: `${index === 0 ? '' : ','}\n${inside}` },
    ...pieces,
  ]);
  return [{ text: open }, ...lines, { text: `\n${margin}${close}` }];
}

/** One value of all pieces: plain text, a reference, or `!Sub`. */
function joinPieces(pieces: readonly Piece[]): YamlValue {
  const [only] = pieces;
  if (pieces.length === 1 && only && 'hole' in only) return buildHole(only.hole);
  if (pieces.every((piece) => 'text' in piece)) return pieces.map((piece) => piece.text).join('');
  const values: { [name: string]: YamlValue } = {};
  let template = '';
  let literal = '';
  const flush = (): void => {
    template += escapeSub(literal);
    literal = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) {
      literal += piece.text;
      continue;
    }
    // A literal that ends in `$` must not open a hole together with what follows.
    if (literal.endsWith('$')) {
      literal = literal.slice(0, -1);
      flush();
      const name = `Dollar${Object.keys(values).length + 1}`;
      values[name] = '$';
      template += `\${${name}}`;
    }
    flush();
    if ('hole' in piece) template += `\${${piece.hole}}`;
    else {
      const name = `List${Object.keys(values).length + 1}`;
      values[name] = piece.value;
      template += `\${${name}}`;
    }
  }
  flush();
  return callFunction('Sub', Object.keys(values).length === 0 ? template : [template, values]);
}

function buildHole(hole: string): YamlValue {
  return hole.includes('.') ? callFunction('GetAtt', hole) : callFunction('Ref', hole);
}

/** One value instead of a list of one, as policies are usually written. */
const unwrap = (values: readonly YamlValue[]): YamlValue =>
  values.length === 1 ? (values[0] ?? '') : values;

/** A policy document. */
export function buildPolicy(statements: readonly PolicyStatement[], scope: TemplateScope): YamlValue {
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => buildStatement(statement, scope)),
  };
}

function buildStatement(statement: PolicyStatement, scope: TemplateScope): YamlValue {
  const services = (statement.principals ?? []).filter((principal) => principal !== '*');
  const accounts = (statement.awsPrincipals ?? []).map((principal) => buildValue(principal, scope));
  const named = {
    ...(services.length > 0 && { Service: unwrap(services) }),
    ...(accounts.length > 0 && { AWS: unwrap(accounts) }),
  };
  const isPublic = statement.principals?.includes('*') === true;
  return {
    ...(statement.reason !== undefined && { [commentTag]: printComment(statement.reason) }),
    ...(statement.sid !== undefined && { Sid: statement.sid }),
    Effect: statement.effect ?? 'Allow',
    ...(isPublic ? { Principal: '*' } : Object.keys(named).length > 0 && { Principal: named }),
    Action: unwrap(statement.actions),
    Resource: unwrap(statement.resources.map((resource) => buildValue(resource, scope))),
    ...(statement.conditions && { Condition: buildObject(statement.conditions, scope) }),
  };
}
