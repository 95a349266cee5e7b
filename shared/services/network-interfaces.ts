import { pseudo, text } from '../iac/ir/expression.ts';
import type { PolicyStatement } from '../iac/ir/mapping.ts';
import { accountArn } from './account-arn.ts';

/**
 * Every EC2 resource of the account and Region. Machines and network interfaces are made at run time, in
 * subnets and with security groups that the same call names; the guide of Lambda asks for this form, as
 * functions that may delete interfaces alone did not reach their VPC.
 */
export const anyEc2Resource = accountArn('ec2', '*/*');

/** Machine images, which belong to whoever publishes them. */
export const anyImage = text('arn:', pseudo('partition'), ':ec2:', pseudo('region'), '::image/*');

/** Why EC2 is asked about everything there is. */
export const describesAll = 'Describing actions have no resource-level permissions.';

/**
 * Statements with which a service makes network interfaces of its own in the VPC and hands them to the
 * machines it keeps in an account of AWS.
 */
export const networkInterfaceStatements: readonly PolicyStatement[] = [
  {
    sid: 'MakeNetworkInterfaces',
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:CreateNetworkInterfacePermission',
      'ec2:DeleteNetworkInterface',
    ],
    resources: [anyEc2Resource],
  },
  {
    sid: 'ReadVpc',
    actions: [
      'ec2:DescribeDhcpOptions',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ],
    resources: ['*'],
    reason: describesAll,
  },
];
