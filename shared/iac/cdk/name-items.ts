import { IdentifierAllocator, joinWords, toCamelCase } from '../ir/identifiers.ts';
import type { IacGraph } from '../ir/graph.ts';
import { nameLogicalIds, sortForNaming } from '../ir/logical-ids.ts';
import { cdkTypes } from './cdk-types.ts';

/** Names that the printed file uses itself or that the language reserves. */
const reserved = [
  ...'abstract any as async await boolean break case catch class const continue debugger declare default delete do else enum export extends false finally for from function get if implements import in instanceof interface is let module namespace new null number of package private protected public readonly require return set static string super switch symbol this throw true try type typeof undefined unknown var void while with yield'.split(
    ' ',
  ),
  ...[
    'cdk',
    'iam',
    'scope',
    'id',
    'props',
    'Construct',
    'readFileSync',
    'join',
    'arguments',
    'eval',
    'process',
  ],
];

/** The name a module is imported under: `aws-cdk-lib/aws-lambda` as `lambda`. */
export function getModuleAlias(module: string): string {
  return module.replace(/^aws-/, '').replaceAll('-', '');
}

export interface CdkNames {
  /** Construct id by item id; the logical id of the template starts with it. */
  constructIds: ReadonlyMap<string, string>;
  /** Variable by item id. */
  variables: ReadonlyMap<string, string>;
  /** Construct id and variable by parameter name. */
  parameters: ReadonlyMap<string, { constructId: string; variable: string }>;
  /** Construct id by index of the graph's outputs. */
  outputs: readonly string[];
}

/** Gives every item its names. They depend on ids only, so display names and layout do not matter. */
export function nameItems(graph: IacGraph): CdkNames {
  const logicalIds = nameLogicalIds(graph);
  const allocator = new IdentifierAllocator([
    ...reserved,
    ...Object.values(cdkTypes).map((type) => getModuleAlias(type.module)),
  ]);
  const variables = new Map<string, string>();
  for (const item of sortForNaming(graph.cloudFormation)) {
    const full = toCamelCase(joinWords(item.section, item.key));
    const short = toCamelCase(joinWords(item.section, ''));
    variables.set(item.id, item.primary ? allocator.allocate(short, full) : allocator.allocate(full, full));
  }
  const parameters = new Map<string, { constructId: string; variable: string }>();
  for (const { name } of graph.variables) {
    const words = toCamelCase(joinWords(name, ''));
    parameters.set(name, {
      constructId: logicalIds.parameters.get(name) ?? name,
      variable: allocator.allocate(words, `${words}Parameter`),
    });
  }
  return { constructIds: logicalIds.items, variables, parameters, outputs: logicalIds.outputs };
}
