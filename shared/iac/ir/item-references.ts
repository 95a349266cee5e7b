import type { CloudFormationGraphItem, TerraformGraphItem } from './graph.ts';
import { tag, type Ref } from './expression.ts';
import { collectReferences, visitStatement } from './references.ts';
import type { PolicyStatement } from './mapping.ts';

/** References in the body or statements of an item. */
export function getItemReferences(item: CloudFormationGraphItem | TerraformGraphItem): Ref[] {
  switch (item.kind) {
    case 'role':
      return [];
    case 'role-policy':
    case 'document':
      return collectStatementReferences(item.statements);
    default:
      return collectReferences('properties' in item ? item.properties : item.arguments);
  }
}

function collectStatementReferences(statements: readonly PolicyStatement[]): Ref[] {
  const references: Ref[] = [];
  for (const statement of statements) {
    visitStatement(statement, (tagged) => {
      if (tagged[tag] === 'ref') references.push(tagged);
    });
  }
  return references;
}

/** Ids of the items that an item names: in its values, as its role, or in its order. */
export function collectItemReferences(item: CloudFormationGraphItem | TerraformGraphItem): Set<string> {
  return new Set([
    ...getItemReferences(item).map((reference) => reference.resource),
    ...(item.kind === 'role-policy' ? [item.role] : []),
    ...item.dependsOn,
  ]);
}
