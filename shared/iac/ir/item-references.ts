import type { CloudFormationGraphItem, TerraformGraphItem } from './graph.ts';
import { tag, type Ref, type Tagged } from './expression.ts';
import { visitStatement, visitTagged } from './references.ts';

type Item = CloudFormationGraphItem | TerraformGraphItem;

function visitItem(item: Item, visit: (tagged: Tagged) => void): void {
  switch (item.kind) {
    case 'role':
      return;
    case 'role-policy':
    case 'document':
      for (const statement of item.statements) visitStatement(statement, visit);
      return;
    default:
      visitTagged('properties' in item ? item.properties : item.arguments, visit);
  }
}

/** Items never change, and ordering asks for their references again and again. */
const remembered = new WeakMap<Item, readonly Ref[]>();

/** References in the body or statements of an item. */
export function getItemReferences(item: Item): readonly Ref[] {
  const known = remembered.get(item);
  if (known) return known;
  const references: Ref[] = [];
  visitItem(item, (tagged) => {
    if (tagged[tag] === 'ref') references.push(tagged);
  });
  remembered.set(item, references);
  return references;
}

/** Names of the variables that an item uses. */
export function getItemVariables(item: Item): string[] {
  const names: string[] = [];
  visitItem(item, (tagged) => {
    if (tagged[tag] === 'variable') names.push(tagged.name);
  });
  return names;
}

/** Ids of the items that an item names: in its values, as its role, or in its order. */
export function collectItemReferences(item: Item): Set<string> {
  return new Set([
    ...getItemReferences(item).map((reference) => reference.resource),
    ...(item.kind === 'role-policy' ? [item.role] : []),
    ...item.dependsOn,
  ]);
}
