import { type Body, type Expression, isTagged, type Ref, tag, type Text } from '../ir/expression.ts';
import type { PolicyStatement } from '../ir/mapping.ts';
import { attribute, hclBlock, type HclItem, type HclValue } from './layout.ts';
import { printComment, printKey, printNumber, printString, printTemplateText } from './literal.ts';

/** How expressions find the addresses of the things they name. */
export interface HclScope {
  reference(reference: Ref): HclValue;
  variable(name: string): string;
  /** Notes that a data source for the partition, account or Region is needed. */
  usePseudo(name: 'region' | 'account' | 'partition'): void;
}

/** An expression as an HCL value. */
export function buildValue(value: Expression, scope: HclScope): HclValue {
  switch (typeof value) {
    case 'string':
      return printString(value);
    case 'number':
      return printNumber(value);
    case 'boolean':
      return String(value);
    default:
  }
  if (isTagged(value)) {
    switch (value[tag]) {
      case 'ref':
        return scope.reference(value);
      case 'variable':
        return scope.variable(value.name);
      case 'pseudo':
        scope.usePseudo(value.name);
        return pseudoAddresses[value.name];
      case 'text':
        return buildText(value, scope);
      case 'json':
        return { kind: 'call', callee: 'jsonencode', argument: buildValue(value.value, scope) };
      case 'verbatim':
        return buildValue(value.value, scope);
      case 'file':
        return `file("\${path.module}/${printTemplateText(value.path)}")`;
      case 'blocks':
        throw new Error('A nested block stands where a value is needed.');
      case 'policy':
        throw new Error('Terraform takes policies from documents.');
    }
  }
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item: Expression) => buildValue(item, scope)) };
  }
  return {
    kind: 'object',
    members: Object.entries(value as Body).flatMap(([key, member]) =>
      member === undefined ? [] : [{ key: printKey(key), value: buildValue(member, scope) }],
    ),
  };
}

export const pseudoAddresses = {
  region: 'data.aws_region.current.region',
  account: 'data.aws_caller_identity.current.account_id',
  partition: 'data.aws_partition.current.partition',
} as const;

/** Text with references inside: a template whose literal parts are escaped. */
function buildText(value: Text, scope: HclScope): HclValue {
  const pieces = flattenText(value).map((part): { literal: boolean; code: string } => {
    if (typeof part !== 'object') return { literal: true, code: printTemplateText(String(part)) };
    const code = buildValue(part, scope);
    if (typeof code !== 'string') throw new Error('Only single values can be part of a text.');
    return { literal: false, code };
  });
  const [only] = pieces;
  if (pieces.length === 1 && only && !only.literal) return only.code;
  // `"a${x}b"` inside a template is the template's own text.
  const inner = pieces.map(({ literal, code }, index) => {
    // Before a reference a dollar sign would escape it, so it becomes a value of its own.
    if (literal) return index === pieces.length - 1 ? code : code.replace(/\$+$/, (run) => `\${"${run}"}`);
    return /^"(.*)"$/s.test(code) ? code.slice(1, -1) : `\${${code}}`;
  });
  return `"${inner.join('')}"`;
}

function flattenText(value: Text): Expression[] {
  const parts: Expression[] = [];
  for (const part of value.parts) {
    const flat = isTagged(part) && part[tag] === 'text' ? flattenText(part) : [part];
    for (const item of flat) {
      const last = parts.at(-1);
      // Joined, so that `$` and `{` of two neighbouring literals are escaped together.
      if (typeof item !== 'object' && typeof last === 'string') parts[parts.length - 1] = last + String(item);
      else parts.push(typeof item === 'object' ? item : String(item));
    }
  }
  return parts;
}

/** The arguments of a resource or block: attributes first, then nested blocks, as is the custom. */
export function buildBody(body: Body, scope: HclScope): HclItem[] {
  const attributes: HclItem[] = [];
  const nested: HclItem[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    if (isTagged(value) && value[tag] === 'blocks') {
      nested.push(...value.bodies.map((inner) => hclBlock(name, [], buildBody(inner, scope))));
    } else {
      attributes.push(attribute(name, buildValue(value, scope)));
    }
  }
  return [...attributes, ...nested];
}

/** Policy statements as the blocks of an `aws_iam_policy_document`. */
export function buildStatements(statements: readonly PolicyStatement[], scope: HclScope): HclItem[] {
  return statements.map((statement) => {
    const body: HclItem[] = [];
    if (statement.reason !== undefined) body.push({ kind: 'comment', lines: printComment(statement.reason) });
    if (statement.sid !== undefined) body.push(attribute('sid', printString(statement.sid)));
    if (statement.effect === 'Deny') body.push(attribute('effect', printString('Deny')));
    body.push(attribute('actions', { kind: 'list', items: statement.actions.map(printString) }));
    body.push(
      attribute('resources', {
        kind: 'list',
        items: statement.resources.map((resource) => buildValue(resource, scope)),
      }),
    );
    body.push(...buildPrincipals(statement, scope));
    for (const [test, keys] of Object.entries(statement.conditions ?? {})) {
      for (const [key, value] of Object.entries(keys)) {
        const values = Array.isArray(value) ? value : [value];
        body.push(
          hclBlock(
            'condition',
            [],
            [
              attribute('test', printString(test)),
              attribute('variable', printString(key)),
              attribute('values', {
                kind: 'list',
                items: values.map((item: Expression) => buildValue(item, scope)),
              }),
            ],
          ),
        );
      }
    }
    return hclBlock('statement', [], body);
  });
}

function buildPrincipals(statement: PolicyStatement, scope: HclScope): HclItem[] {
  const services = (statement.principals ?? []).filter((principal) => principal !== '*');
  const lists: [type: string, identifiers: HclValue[]][] = [
    ['*', (statement.principals ?? []).includes('*') ? [printString('*')] : []],
    ['Service', services.map(printString)],
    ['AWS', (statement.awsPrincipals ?? []).map((principal) => buildValue(principal, scope))],
  ];
  return lists
    .filter(([, identifiers]) => identifiers.length > 0)
    .map(([type, items]) =>
      hclBlock(
        'principals',
        [],
        [attribute('type', printString(type)), attribute('identifiers', { kind: 'list', items })],
      ),
    );
}
