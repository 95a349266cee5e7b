import { type Expression, isTagged, tag } from '../ir/expression.ts';
import type { PolicyStatement } from '../ir/mapping.ts';

/** Same key for same values; tagged values by their kind and content. */
function getKey(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map(getKey).join()}]`;
  const kind = isTagged(value) ? String(value[tag]) : '';
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${getKey(member)}`);
  return `${kind}{${members.join()}}`;
}

/**
 * Fewer statements with the same meaning: statements on the same resources under the same conditions
 * become one, each action and resource named once, in the order of first mention.
 */
export function mergeStatements(statements: readonly PolicyStatement[]): PolicyStatement[] {
  const byActions = group(statements, (statement) => getKey([...statement.actions].sort()), mergeResources);
  return group(byActions, (statement) => getKey(statement.resources), mergeActions);
}

function group(
  statements: readonly PolicyStatement[],
  getGroupKey: (statement: PolicyStatement) => string,
  merge: (a: PolicyStatement, b: PolicyStatement) => PolicyStatement,
): PolicyStatement[] {
  const groups = new Map<string, PolicyStatement>();
  for (const statement of statements) {
    const { effect, conditions, principals, awsPrincipals, sid } = statement;
    // Statements with an id of their own stay apart unless they are equal in it.
    const rest = getKey({ effect: effect ?? 'Allow', conditions, principals, awsPrincipals, sid });
    const key = `${getGroupKey(statement)} ${rest}`;
    const earlier = groups.get(key);
    groups.set(key, earlier ? merge(earlier, statement) : statement);
  }
  return [...groups.values()];
}

function mergeResources(a: PolicyStatement, b: PolicyStatement): PolicyStatement {
  const known = new Set(a.resources.map(getKey));
  const added: Expression[] = b.resources.filter((resource) => !known.has(getKey(resource)));
  return { ...a, resources: [...a.resources, ...added] };
}

function mergeActions(a: PolicyStatement, b: PolicyStatement): PolicyStatement {
  const reasons = [a.reason, b.reason].filter((reason) => reason !== undefined);
  return {
    ...a,
    actions: [...new Set([...a.actions, ...b.actions])],
    ...(reasons.length > 0 && { reason: [...new Set(reasons)].join(' ') }),
  };
}
