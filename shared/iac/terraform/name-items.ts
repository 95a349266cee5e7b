import { IdentifierAllocator, joinWords, splitWords, toSnakeCase } from '../ir/identifiers.ts';
import type { IacGraph, TerraformGraphItem } from '../ir/graph.ts';

/** Type and label of an item: what its address consists of. */
export interface TerraformAddress {
  type: string;
  label: string;
  data: boolean;
}

export interface TerraformNames {
  /** By item id. */
  addresses: ReadonlyMap<string, TerraformAddress>;
  /** Label of a role's trust document, by the role's id. */
  trusts: ReadonlyMap<string, string>;
  /** Terraform name by variable name. */
  variables: ReadonlyMap<string, string>;
  /** By index of the graph's outputs. */
  outputs: readonly string[];
  /** Name of the variable for the Region. */
  region: string;
}

const documentType = 'aws_iam_policy_document';

function getType(item: TerraformGraphItem): string {
  switch (item.kind) {
    case 'role':
      return 'aws_iam_role';
    case 'role-policy':
      return 'aws_iam_role_policy';
    case 'document':
      return documentType;
    default:
      return item.type;
  }
}

/** Names Terraform keeps for itself in `variable` blocks. */
const reservedVariables = [
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'lifecycle',
  'depends_on',
  'locals',
];

/** Gives every item its address. Addresses depend on ids only, so display names do not matter. */
export function nameItems(graph: IacGraph): TerraformNames {
  const allocators = new Map<string, IdentifierAllocator>();
  const allocate = (space: string, ...candidates: [string, ...string[]]): string => {
    let allocator = allocators.get(space);
    if (!allocator) allocators.set(space, (allocator = new IdentifierAllocator(['current'])));
    return allocator.allocate(...candidates);
  };

  const addresses = new Map<string, TerraformAddress>();
  const trusts = new Map<string, string>();
  // Main resources first and then by id, so that an address never depends on the order of the design.
  const sorted = [...graph.terraform].sort((a, b) =>
    a.primary === b.primary ? (a.id < b.id ? -1 : 1) : a.primary ? -1 : 1,
  );
  for (const item of sorted) {
    const type = getType(item);
    const data = item.kind === 'data' || item.kind === 'document';
    const full = toSnakeCase(joinWords(item.section, item.key));
    const short = toSnakeCase(joinWords(item.section, ''));
    // `aws_s3_bucket_versioning.raw` says it all; `raw_versioning` would say it twice.
    const plain = item.primary || type.endsWith(`_${toSnakeCase(splitWords(item.key))}`);
    const space = data ? `data.${type}` : type;
    const label = plain ? allocate(space, short, full) : allocate(space, full);
    addresses.set(item.id, { type, label, data });
    if (item.kind === 'role') trusts.set(item.id, allocate(`data.${documentType}`, `${label}_trust`));
  }

  const variableAllocator = new IdentifierAllocator(reservedVariables);
  const region = variableAllocator.allocate('region');
  const variables = new Map(
    graph.variables.map(({ name }) => [name, variableAllocator.allocate(toSnakeCase(joinWords(name, '')))]),
  );
  const outputs = graph.outputs.map((output) =>
    allocate('output', toSnakeCase(joinWords(output.section, output.attribute))),
  );
  return { addresses, trusts, variables, outputs, region };
}
