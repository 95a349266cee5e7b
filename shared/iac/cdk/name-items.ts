import { IdentifierAllocator, joinWords, toCamelCase, toPascalCase } from '../ir/identifiers.ts';
import type { IacGraph } from '../ir/graph.ts';
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
  const constructAllocator = new IdentifierAllocator(['Default', 'Resource']);
  const variableAllocator = new IdentifierAllocator([
    ...reserved,
    ...Object.values(cdkTypes).map((type) => getModuleAlias(type.module)),
  ]);
  const constructIds = new Map<string, string>();
  const variables = new Map<string, string>();
  // In the order of ids, not of declaration: which of two clashing names gets the number must not
  // change when an edge turns the order round.
  const sorted = [...graph.cloudFormation].sort((a, b) =>
    a.primary === b.primary ? (a.id < b.id ? -1 : 1) : a.primary ? -1 : 1,
  );
  for (const item of sorted) {
    const full = joinWords(item.section, item.key);
    const short = joinWords(item.section, '');
    const words = item.primary ? [short, full] : [full];
    const [first = full, second = full] = words;
    constructIds.set(item.id, constructAllocator.allocate(toPascalCase(first), toPascalCase(second)));
    variables.set(item.id, variableAllocator.allocate(toCamelCase(first), toCamelCase(second)));
  }
  const parameters = new Map<string, { constructId: string; variable: string }>();
  for (const { name } of graph.variables) {
    const words = joinWords(name, '');
    parameters.set(name, {
      constructId: constructAllocator.allocate(toPascalCase(words), `${toPascalCase(words)}Parameter`),
      variable: variableAllocator.allocate(toCamelCase(words), `${toCamelCase(words)}Parameter`),
    });
  }
  const outputs = graph.outputs.map((output) =>
    constructAllocator.allocate(toPascalCase(joinWords(output.section, output.attribute))),
  );
  return { constructIds, variables, parameters, outputs };
}
