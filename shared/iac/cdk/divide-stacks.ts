import type { Blocker, IacGraph } from '../ir/graph.ts';
import { splitWords, toCamelCase, toPascalCase } from '../ir/identifiers.ts';
import { collectItemReferences, getItemVariables } from '../ir/item-references.ts';
import { findGroups } from '../ir/strongly-connected.ts';
import { checkStackLimits, stackLimits } from '../ir/stack-limits.ts';

/** One stack of an application, with the part of the graph that it holds. */
export interface StackPart {
  className: string;
  /** Stack name in CloudFormation. */
  stackName: string;
  /** File name without extension. */
  fileName: string;
  /** What the application and other stacks call it. */
  variable: string;
  graph: IacGraph;
  /** Ids of its items that later stacks refer to. */
  shared: ReadonlySet<string>;
  /** The stack of each item of earlier stacks that it refers to. */
  foreign: ReadonlyMap<string, StackPart>;
}

/** A stack is filled up to this; what is left is for what the design still gets. */
const fill = 400;

/** The words that all names of a project start with; `pipeline` where the design's name has nothing to go by. */
export function getProjectWords(designName: string): string[] {
  const words = splitWords(designName).slice(0, 8);
  const usable = words.length === 0 ? ['pipeline'] : words;
  return /^[a-z]/.test(usable[0] ?? '') ? usable : ['pipeline', ...usable];
}

/**
 * The stacks that hold the design, each after those it refers to. Nodes that need each other stay together.
 * Returns nothing when one stack is enough.
 */
export function divideStacks(graph: IacGraph): StackPart[] {
  if (graph.cloudFormation.length <= stackLimits.resources && graph.outputs.length <= stackLimits.outputs) {
    return [];
  }
  const sectionOf = new Map(graph.cloudFormation.map((item) => [item.id, item.section]));
  const sizes = new Map<string, number>();
  const needs = new Map<string, Set<string>>();
  for (const id of graph.sections.map((section) => section.id).sort()) needs.set(id, new Set());
  for (const item of graph.cloudFormation) {
    sizes.set(item.section, (sizes.get(item.section) ?? 0) + 1);
    for (const id of collectItemReferences(item)) {
      const section = sectionOf.get(id);
      if (section !== undefined && section !== item.section) needs.get(item.section)?.add(section);
    }
  }
  const groups = findGroups(new Map([...needs].map(([id, others]) => [id, [...others].sort()])));
  const stacks: string[][] = [[]];
  let size = 0;
  for (const group of groups) {
    const added = group.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
    if (size > 0 && size + added > fill) {
      stacks.push([]);
      size = 0;
    }
    stacks.at(-1)?.push(...group);
    size += added;
  }
  return stacks
    .reduce<StackPart[]>(
      (parts, sections, index) => [...parts, buildPart(graph, new Set(sections), index + 1, parts)],
      [],
    )
    .map((part, _, parts) => ({ ...part, shared: findShared(part, parts) }));
}

function buildPart(
  graph: IacGraph,
  sections: ReadonlySet<string>,
  number: number,
  earlier: readonly StackPart[],
): StackPart {
  const words = getProjectWords(graph.name);
  const pascal = `${toPascalCase(words).slice(0, 110)}${number}`;
  const items = graph.cloudFormation.filter((item) => sections.has(item.section));
  const owners = new Map(
    earlier.flatMap((part) => part.graph.cloudFormation.map(({ id }) => [id, part] as const)),
  );
  const foreign = new Map<string, StackPart>();
  for (const item of items) {
    for (const id of collectItemReferences(item)) {
      const owner = owners.get(id);
      if (owner) foreign.set(id, owner);
    }
  }
  const used = new Set(items.flatMap(getItemVariables));
  return {
    className: `${pascal}Stack`,
    stackName: pascal,
    fileName: `${words.join('-').slice(0, 70)}-${number}-stack`,
    variable: `${toCamelCase(words).slice(0, 110)}${number}`,
    graph: {
      ...graph,
      cloudFormation: items,
      variables: graph.variables.filter(({ name }) => used.has(name)),
      outputs: graph.outputs.filter(({ section }) => sections.has(section)),
    },
    shared: new Set(),
    foreign,
  };
}

const findShared = (part: StackPart, parts: readonly StackPart[]): Set<string> =>
  new Set(
    parts.flatMap(({ foreign }) =>
      [...foreign].filter(([, owner]) => owner.stackName === part.stackName).map(([id]) => id),
    ),
  );

/** What CloudFormation would still refuse: a group too large for one stack, or too much that others refer to. */
export function checkStackParts(graph: IacGraph): Blocker[] {
  const parts = divideStacks(graph);
  if (parts.length === 0) return checkStackLimits(graph, 'Terraform');
  return parts.flatMap(({ graph: part, shared }) => {
    // Each shared thing is an output of its stack, one more where both its name and its ARN are asked for.
    const outputs = part.outputs.length + 2 * shared.size;
    return checkStackLimits(part, 'Terraform', outputs);
  });
}
