import {
  isTagged,
  tag,
  type Body,
  type Expression,
  type Ref,
  type Tagged,
  type Variable,
} from './expression.ts';
import type { PolicyStatement } from './mapping.ts';

/** Calls `visit` for every tagged value inside the expression, outermost first. */
export function visitTagged(value: Expression | undefined, visit: (value: Tagged) => void): void {
  if (value === undefined || typeof value !== 'object') return;
  if (isTagged(value)) {
    visit(value);
    switch (value[tag]) {
      case 'text':
        for (const part of value.parts) visitTagged(part, visit);
        return;
      case 'json':
      case 'verbatim':
        visitTagged(value.value, visit);
        return;
      case 'blocks':
        for (const body of value.bodies) visitTagged(body, visit);
        return;
      case 'policy':
        for (const statement of value.statements) visitStatement(statement, visit);
        return;
      default:
        return;
    }
  }
  if (Array.isArray(value)) for (const item of value) visitTagged(item, visit);
  else for (const item of Object.values(value as Body)) visitTagged(item, visit);
}

/** Calls `visit` for every tagged value inside a policy statement. */
export function visitStatement(statement: PolicyStatement, visit: (value: Tagged) => void): void {
  for (const resource of statement.resources) visitTagged(resource, visit);
  for (const principal of statement.awsPrincipals ?? []) visitTagged(principal, visit);
  for (const operator of Object.values(statement.conditions ?? {})) {
    for (const value of Object.values(operator)) visitTagged(value, visit);
  }
}

/** Every reference inside the expression. */
export function collectReferences(value: Expression | undefined): Ref[] {
  const references: Ref[] = [];
  visitTagged(value, (tagged) => {
    if (tagged[tag] === 'ref') references.push(tagged);
  });
  return references;
}

/** What stands for a value that is known once the export is deployed. */
export type Leaf = Ref | Variable;

/** The expression with every reference and every input replaced by what `replace` gives for it. */
export function mapLeaves(value: Expression, replace: (leaf: Leaf) => Expression): Expression {
  if (typeof value !== 'object') return value;
  if (isTagged(value)) {
    switch (value[tag]) {
      case 'ref':
      case 'variable':
        return replace(value);
      case 'text':
        return { ...value, parts: value.parts.map((part) => mapLeaves(part, replace)) };
      case 'json':
      case 'verbatim':
        return { ...value, value: mapLeaves(value.value, replace) };
      case 'blocks':
        return { ...value, bodies: value.bodies.map((body) => mapBody(body, replace)) };
      case 'policy':
        return {
          ...value,
          statements: value.statements.map((statement) => mapStatement(statement, replace)),
        };
      default:
        return value;
    }
  }
  if (Array.isArray(value)) return value.map((item: Expression) => mapLeaves(item, replace));
  return mapBody(value as Body, replace);
}

/** The body with every reference and input replaced. */
export function mapBody(body: Body, replace: (leaf: Leaf) => Expression): Body {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      value === undefined ? undefined : mapLeaves(value, replace),
    ]),
  );
}

/** The statement with every reference and input replaced. */
export function mapStatement(
  statement: PolicyStatement,
  replace: (leaf: Leaf) => Expression,
): PolicyStatement {
  return {
    ...statement,
    resources: statement.resources.map((resource) => mapLeaves(resource, replace)),
    ...(statement.awsPrincipals && {
      awsPrincipals: statement.awsPrincipals.map((principal) => mapLeaves(principal, replace)),
    }),
    ...(statement.conditions && {
      conditions: Object.fromEntries(
        Object.entries(statement.conditions).map(([operator, keys]) => [
          operator,
          Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, mapLeaves(value, replace)])),
        ]),
      ),
    }),
  };
}
