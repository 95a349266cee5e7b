import { findCloudFormationAttribute, findTerraformAttribute } from '../ir/attributes.ts';
import type { Blocker, CloudFormationGraphItem, IacGraph, TerraformGraphItem } from '../ir/graph.ts';
import { getItemReferences, getItemVariables } from '../ir/item-references.ts';
import { findCycles } from './order-items.ts';

type Item = CloudFormationGraphItem | TerraformGraphItem;

/** References to things that are not exported, attributes that do not exist, circles. */
export function checkGraph(graph: IacGraph): Blocker[] {
  return [
    ...checkItems(graph.cloudFormation, graph, 'CloudFormation', findCloudFormationAttribute),
    ...checkItems(graph.terraform, graph, 'Terraform', findTerraformAttribute),
  ];
}

function checkItems(
  items: readonly Item[],
  graph: IacGraph,
  tool: string,
  findAttribute: (type: string, attribute: string) => string | undefined,
): Blocker[] {
  const blockers: Blocker[] = [];
  const byId = new Map(items.map((item) => [item.id, item]));
  const variables = new Set(graph.variables.map((variable) => variable.name));
  const report = (item: Item, message: string) => blockers.push({ node: item.section, message });

  for (const item of items) {
    for (const { resource, attribute } of getItemReferences(item)) {
      const target = byId.get(resource);
      if (!target) {
        report(item, `${item.id} refers to ${resource}, which the ${tool} export does not have.`);
      } else if (target.kind === 'role') {
        if (!['arn', 'name', 'id'].includes(attribute)) report(item, `A role has no ${attribute}.`);
      } else if (target.kind === 'resource' || target.kind === 'data') {
        if (findAttribute(target.type, attribute) === undefined) {
          report(item, `${item.id} asks ${target.type} for ${attribute}, which it does not have.`);
        }
      }
    }
    for (const id of item.dependsOn) {
      if (!byId.has(id)) report(item, `${item.id} depends on ${id}, which the ${tool} export does not have.`);
    }
    for (const name of getItemVariables(item)) {
      if (!variables.has(name)) report(item, `${item.id} uses the undeclared variable ${name}.`);
    }
  }
  for (const cycle of findCycles(items)) {
    const [first] = cycle;
    const section = first === undefined ? undefined : byId.get(first)?.section;
    blockers.push({
      ...(section !== undefined && { node: section }),
      message: `${tool} cannot create resources that need each other: ${[...cycle].sort().join(', ')}.`,
    });
  }
  return blockers;
}
