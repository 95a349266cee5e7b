import { block, blocks, type Expression, variable } from './expression.ts';
import type { CloudFormationResource, IacContext, TerraformResource } from './mapping.ts';

/** Key under which every node with network interfaces declares its security group. */
export const securityGroupKey = 'security-group';

/** A security group for one node: open outwards, closed inwards except for what is listed. */
export function buildSecurityGroup(
  context: IacContext,
  description: string,
  options: {
    /** TCP ports open to the VPC's address range (`vpcCidrVariable` must be declared). */
    portsFromVpc?: readonly number[];
    /** TCP ports open to address ranges outside the VPC. */
    portsFromAddresses?: readonly { port: number; addresses: Expression }[];
    /** Members of the group may reach each other on every TCP port; Glue needs it. */
    selfReferencing?: boolean;
    /** Node in whose VPC it is; the node's own when left out. */
    networkOf?: string;
  } = {},
): { cloudFormation: readonly CloudFormationResource[]; terraform: readonly TerraformResource[] } {
  const vpc = variable('vpcId', options.networkOf);
  const openings = [
    ...(options.portsFromVpc ?? []).map((port) => ({
      port,
      addresses: variable('vpcCidr', options.networkOf) as Expression,
    })),
    ...(options.portsFromAddresses ?? []),
  ];
  const ingress = openings.map(({ port, addresses }) => ({
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    CidrIp: addresses,
  }));
  const terraformIngress = [
    ...openings.map(({ port, addresses }) => ({
      protocol: 'tcp',
      from_port: port,
      to_port: port,
      cidr_blocks: [addresses],
    })),
    ...(options.selfReferencing ? [{ protocol: 'tcp', from_port: 0, to_port: 65535, self: true }] : []),
  ];
  return {
    cloudFormation: [
      {
        key: securityGroupKey,
        type: 'AWS::EC2::SecurityGroup',
        properties: {
          GroupDescription: description,
          VpcId: vpc,
          SecurityGroupIngress: ingress.length > 0 ? ingress : undefined,
          SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }],
        },
      },
      ...(options.selfReferencing
        ? [
            {
              key: 'security-group-self',
              type: 'AWS::EC2::SecurityGroupIngress' as const,
              properties: {
                GroupId: context.own(securityGroupKey, 'id'),
                SourceSecurityGroupId: context.own(securityGroupKey, 'id'),
                IpProtocol: 'tcp',
                FromPort: 0,
                ToPort: 65535,
              },
            },
          ]
        : []),
    ],
    terraform: [
      {
        key: securityGroupKey,
        type: 'aws_security_group',
        arguments: {
          name_prefix: `${context.physicalName(40)}-`,
          description,
          vpc_id: vpc,
          ingress: terraformIngress.length > 0 ? blocks(terraformIngress) : undefined,
          egress: block({ protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }),
        },
      },
    ],
  };
}
