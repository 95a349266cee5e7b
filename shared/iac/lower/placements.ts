import type { Container, Design } from '../../graph/design.ts';
import { getContainersAround } from '../../graph/queries.ts';
import type { LoweringNode } from './build-contexts.ts';

/** The VPC and the subnet that a node is drawn in; both are absent outside of them. */
export interface Placement {
  vpc?: Container;
  subnet?: Container;
}

/** The innermost VPC around a node, and the innermost subnet inside that VPC. */
export function findPlacement(around: readonly Container[]): Placement {
  const inner = around.findIndex(({ kind }) => kind === 'vpc');
  const vpc = around[inner];
  const subnet = around.slice(0, inner === -1 ? undefined : inner).find(({ kind }) => kind === 'subnet');
  return { ...(vpc && { vpc }), ...(subnet && { subnet }) };
}

/** What two nodes have in common when they can reach each other without peering. */
export const getNetworkId = ({ vpc, subnet }: Placement): string | undefined => vpc?.id ?? subnet?.id;

/** Where the nodes with network interfaces are, by node id, and what could not be decided. */
export interface Placements {
  byNode: ReadonlyMap<string, Placement>;
  warnings: readonly string[];
}

/**
 * A node that is drawn outside of every VPC joins the one of the neighbours it reaches: what has an address in
 * a VPC only is reached from nowhere else.
 * @param attached nodes with network interfaces
 */
export function placeNodes(
  design: Design,
  nodes: readonly LoweringNode[],
  attached: ReadonlySet<string>,
): Placements {
  const warnings: string[] = [];
  const drawn = new Map(
    nodes.map(({ node }) => [node.id, findPlacement(getContainersAround(design, node))] as const),
  );
  const byNode = new Map<string, Placement>();
  for (const { node, context } of nodes) {
    const own = drawn.get(node.id) ?? {};
    byNode.set(node.id, own);
    if (!attached.has(node.id)) continue;
    const home = getNetworkId(own);
    const ends = home === undefined ? [...context.outgoing, ...context.incoming] : context.outgoing;
    const networks = new Map<string, Placement>();
    for (const end of ends) {
      const placement = attached.has(end.node) ? (drawn.get(end.node) ?? {}) : {};
      const network = getNetworkId(placement);
      if (network !== undefined && network !== home) networks.set(network, placement);
    }
    if (networks.size === 0) continue;
    const names = [...networks.values()].map(quote).join(' and ');
    const [first] = networks.values();
    if (home === undefined && networks.size === 1 && first) {
      // The subnets of the neighbour are the neighbour's; only a VPC says where else there is room.
      byNode.set(node.id, first.vpc ? { vpc: first.vpc } : first);
    } else if (home === undefined) {
      warnings.push(
        `${context.name} reaches into ${names} but is drawn outside of them. Draw it in the one it belongs to.`,
      );
    } else {
      warnings.push(
        `${context.name} is in ${quote(own)} and connects to ${names}. Connect the VPCs by peering or a transit gateway, and let the security groups at the far end accept the addresses of ${quote(own)}.`,
      );
    }
  }
  return { byNode, warnings };
}

const quote = ({ vpc, subnet }: Placement): string => `“${(vpc ?? subnet)?.name ?? ''}”`;
