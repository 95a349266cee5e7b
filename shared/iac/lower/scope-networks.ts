import type { Container, Design } from '../../graph/design.ts';
import type { Expression, Variable } from '../ir/expression.ts';
import { splitWords, toCamelCase } from '../ir/identifiers.ts';
import { tag } from '../ir/expression.ts';
import type { IacContribution, PolicyStatement, VariableSpec } from '../ir/mapping.ts';
import { type Leaf, mapBody, mapLeaves, mapStatement } from '../ir/references.ts';
import { getVariableWords, publicSubnetsVariable, vpcCidrVariable, vpcVariables } from '../ir/variables.ts';
import type { LoweringNode } from './build-contexts.ts';
import { type Placement, placeNodes } from './placements.ts';

/** Names that inputs have outside of every drawn network. */
const plainNames: ReadonlySet<string> = new Set(
  [...vpcVariables, vpcCidrVariable, publicSubnetsVariable].map(({ name }) => name),
);

/** What the descriptions of plain inputs call the VPC. */
const plainVpc = /\b(?:that|the) VPC(?: in which resources with network interfaces are placed)?/;

/**
 * Gives every VPC and subnet that is drawn inputs of its own, which the services in it use: a service only
 * says that it needs a VPC, and where it is drawn says which one.
 */
export function scopeNetworks(
  design: Design,
  nodes: readonly LoweringNode[],
  contributions: ReadonlyMap<string, IacContribution>,
): { contributions: Map<string, IacContribution>; warnings: readonly string[] } {
  const hasNetworks = design.containers.some(({ kind }) => kind === 'vpc' || kind === 'subnet');
  if (!hasNetworks) return { contributions: new Map(contributions), warnings: [] };
  const attached = new Set(
    [...contributions]
      .filter(([, { variables = [] }]) => variables.some((spec) => spec.network && spec.of === undefined))
      .map(([node]) => node),
  );
  const { byNode, warnings } = placeNodes(design, nodes, attached);
  const names = new NetworkNames(design);
  const specs = new Map(
    [...contributions.values()].flatMap(({ variables = [] }) =>
      variables.map((spec) => [spec.name, spec] as const),
    ),
  );
  const scoped = [...contributions].map(([node, contribution]) => {
    const scope = (spec: VariableSpec, of = node): VariableSpec => names.scope(spec, byNode.get(of) ?? {});
    const replace = (leaf: Leaf): Expression => {
      const spec = leaf[tag] === 'variable' ? specs.get(leaf.name) : undefined;
      if (!spec?.network) return leaf;
      return { [tag]: 'variable', name: scope(spec, (leaf as Variable).of).name };
    };
    return [node, mapContribution(contribution, scope, replace)] as const;
  });
  return { contributions: new Map(scoped), warnings };
}

function mapContribution(
  contribution: IacContribution,
  scope: (spec: VariableSpec, of?: string) => VariableSpec,
  replace: (leaf: Leaf) => Expression,
): IacContribution {
  const mapAll = (statements: readonly PolicyStatement[]): PolicyStatement[] =>
    statements.map((statement) => mapStatement(statement, replace));
  const { cloudFormation, terraform, roles, resourcePolicies, arns, variables } = contribution;
  return {
    ...contribution,
    cloudFormation: cloudFormation.map((item) => ({
      ...item,
      properties: mapBody(item.properties, replace),
    })),
    terraform: terraform.map((item) => ({ ...item, arguments: mapBody(item.arguments, replace) })),
    ...(roles && { roles: roles.map((role) => ({ ...role, statements: mapAll(role.statements ?? []) })) }),
    ...(resourcePolicies && {
      resourcePolicies: resourcePolicies.map((spec) => ({ ...spec, statements: mapAll(spec.statements) })),
    }),
    ...(arns && {
      arns: Object.fromEntries(Object.entries(arns).map(([key, arn]) => [key, mapLeaves(arn, replace)])),
    }),
    ...(variables && { variables: variables.map((spec) => scope(spec, spec.of)) }),
  };
}

/** Names and descriptions of the inputs of drawn networks. Names come from ids, which stay. */
class NetworkNames {
  readonly #ids: ReadonlySet<string>;

  constructor(design: Design) {
    this.#ids = new Set([...design.nodes, ...design.containers].map(({ id }) => id));
  }

  scope(spec: VariableSpec, { vpc, subnet }: Placement): VariableSpec {
    switch (spec.network) {
      case undefined:
        return spec;
      case 'vpc':
        return vpc ? this.#prefix(spec, vpc, 'VPC') : spec;
      case 'subnets':
        if (!subnet) break;
        return {
          ...spec,
          name: this.#join(subnet, 'SubnetIds'),
          description: `Ids of the subnets drawn as “${subnet.name}”, in at least two Availability Zones.`,
        };
      case 'subnet':
        if (!subnet) break;
        return {
          ...spec,
          name: this.#join(subnet, 'SubnetId'),
          description: `Id of the subnet drawn as “${subnet.name}”.`,
        };
      case 'zone':
        if (!subnet) break;
        return this.#prefix(spec, subnet, 'subnet');
    }
    return vpc ? this.#prefix(spec, vpc, 'VPC') : spec;
  }

  #prefix(spec: VariableSpec, container: Container, kind: string): VariableSpec {
    const drawn = `the ${kind} drawn as “${container.name}”`;
    const named = spec.description.replace(plainVpc, () => drawn);
    return {
      ...spec,
      name: this.#join(container, spec.name),
      description: named === spec.description ? `${spec.description} It is for ${drawn}.` : named,
    };
  }

  /** `productionVpcId` for "production" and for "production-vpc", unless another thing could be called so. */
  #join({ id }: Container, name: string): string {
    const stem = getVariableWords(id);
    const words = splitWords(name);
    const shorter = stem.slice(0, -1);
    const once = toCamelCase([...shorter, ...words]);
    const repeats = stem.at(-1) === words[0] && !this.#ids.has(shorter.join('-')) && !plainNames.has(once);
    return repeats ? once : toCamelCase([...stem, ...words]);
  }
}
