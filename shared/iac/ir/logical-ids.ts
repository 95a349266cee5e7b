import type { IacGraph } from './graph.ts';
import { IdentifierAllocator, joinWords, toPascalCase } from './identifiers.ts';

/** What templates call things; CDK takes the same names for its constructs. */
export interface LogicalIds {
  /** By item id. */
  items: ReadonlyMap<string, string>;
  /** By variable name. */
  parameters: ReadonlyMap<string, string>;
  /** By index of the graph's outputs. */
  outputs: readonly string[];
}

/**
 * The items in the order in which they get names: main resources first and then by id, not in the order
 * of declaration. Which of two clashing names gets the number must not change when an edge turns the
 * order round.
 */
export function sortForNaming<Item extends { primary: boolean; id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.primary === b.primary ? (a.id < b.id ? -1 : 1) : a.primary ? -1 : 1));
}

/** Gives every item its name. Names depend on ids only, so display names and layout do not matter. */
export function nameLogicalIds(graph: IacGraph): LogicalIds {
  const allocator = new IdentifierAllocator(['Default', 'Resource']);
  const items = new Map<string, string>();
  for (const item of sortForNaming(graph.cloudFormation)) {
    const full = toPascalCase(joinWords(item.section, item.key));
    const short = toPascalCase(joinWords(item.section, ''));
    items.set(item.id, item.primary ? allocator.allocate(short, full) : allocator.allocate(full, full));
  }
  const parameters = new Map<string, string>();
  for (const { name } of graph.variables) {
    const words = toPascalCase(joinWords(name, ''));
    parameters.set(name, allocator.allocate(words, `${words}Parameter`));
  }
  const outputs = graph.outputs.map((output) =>
    allocator.allocate(toPascalCase(joinWords(output.section, output.attribute))),
  );
  return { items, parameters, outputs };
}
