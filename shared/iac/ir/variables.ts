import { splitWords, toCamelCase } from './identifiers.ts';
import type { IacContext, VariableSpec } from './mapping.ts';
import { shortHash } from './short-hash.ts';

/** Inputs of every export that places network interfaces; the same text wherever they are declared. */
export const vpcVariables: readonly VariableSpec[] = [
  {
    name: 'vpcId',
    type: 'string',
    description: 'Id of the VPC in which resources with network interfaces are placed.',
    validation: { pattern: '^vpc-[0-9a-f]+$', message: 'A VPC id looks like vpc-0123456789abcdef0.' },
    network: 'vpc',
  },
  {
    name: 'privateSubnetIds',
    type: 'list(string)',
    description: 'Ids of private subnets of that VPC, in at least two Availability Zones.',
    network: 'subnets',
  },
];

/** Address range from which databases and file systems in the VPC accept connections. */
export const vpcCidrVariable: VariableSpec = {
  name: 'vpcCidr',
  type: 'string',
  description: 'IPv4 range of that VPC; databases and file systems accept connections from it only.',
  default: '10.0.0.0/16',
  validation: { pattern: '^[0-9.]+/[0-9]+$', message: 'An IPv4 range looks like 10.0.0.0/16.' },
  network: 'vpc',
};

/** Subnets for resources that must be reachable from outside the VPC. */
export const publicSubnetsVariable: VariableSpec = {
  name: 'publicSubnetIds',
  type: 'list(string)',
  description: 'Ids of public subnets of the VPC, in at least two Availability Zones.',
  network: 'subnets',
};

/** The inputs of the network that another node is in: a rule starts tasks where those are drawn. */
export function getVpcVariablesOf(node: string): readonly VariableSpec[] {
  return vpcVariables.map((spec) => ({ ...spec, of: node }));
}

/**
 * Words that start the names of a node's or container's own inputs. They come from the id, which stays when
 * the thing or the design gets another name; an id with more than plain words brings a hash, so that two
 * never share an input.
 */
export function getVariableWords(id: string): string[] {
  const words = splitWords(id).slice(0, 6);
  const all = words.join('-') === id ? words : [...words, shortHash(id)];
  return /^[a-z]/.test(all[0] ?? '') ? all : ['node', ...all];
}

/** Name of an input that belongs to one node: `ordersDbCredentialsArn` for the node "orders-db". */
export function getNodeVariableName(context: IacContext, suffix: string): string {
  return `${toCamelCase(getVariableWords(context.nodeId))}${suffix}`;
}
