import { type Body, isBody, isList, type Value } from './values.ts';

/** What `data "aws_iam_policy_document"` makes of its arguments, in the provider's own notation. */

const getBodies = (value: Value | undefined): Body[] => (isList(value) ? value.filter(isBody) : []);
const getText = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const getTexts = (value: Value | undefined): string[] => (isList(value) ? value.map(getText) : []);

/** One text stands alone; more make a list. */
const shorten = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 && texts[0] !== undefined ? texts[0] : [...texts].sort().reverse();

function buildPrincipals(value: Value | undefined): unknown {
  const bodies = getBodies(value);
  if (bodies.length === 0) return undefined;
  const byType: Record<string, string[]> = {};
  for (const { type, identifiers } of bodies) {
    if (type === '*') return '*';
    (byType[getText(type)] ??= []).push(...getTexts(identifiers));
  }
  return Object.fromEntries(Object.entries(byType).map(([type, texts]) => [type, shorten(texts)]));
}

function buildConditions(value: Value | undefined): unknown {
  const conditions: Record<string, Record<string, string[]>> = {};
  for (const { test, variable, values } of getBodies(value)) {
    const keys = (conditions[getText(test)] ??= {});
    (keys[getText(variable)] ??= []).push(...getTexts(values));
  }
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}

/** The provider writes `&{…}` for policy variables, as `${…}` is Terraform's own. */
const restoreVariables = (text: string): string => text.replaceAll('&{', '${');

const buildList = (value: Value | undefined): string | readonly string[] | undefined => {
  const texts = getTexts(value).map(restoreVariables);
  return texts.length === 0 ? undefined : shorten(texts);
};

export function buildPolicyDocument(config: Body): string {
  const statements = getBodies(config.statement).map((statement) => ({
    ...(typeof statement.sid === 'string' && { Sid: statement.sid }),
    Effect: statement.effect ?? 'Allow',
    Action: buildList(statement.actions),
    NotAction: buildList(statement.not_actions),
    Resource: buildList(statement.resources),
    NotResource: buildList(statement.not_resources),
    Principal: buildPrincipals(statement.principals),
    NotPrincipal: buildPrincipals(statement.not_principals),
    Condition: buildConditions(statement.condition),
  }));
  return JSON.stringify({ Version: config.version ?? '2012-10-17', Statement: statements }, undefined, 2);
}
