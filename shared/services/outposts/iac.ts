import { block, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';

const outpostVariables: readonly VariableSpec[] = [
  {
    name: 'outpostId',
    type: 'string',
    description: 'Id of the Outpost; racks are ordered, not created.',
    validation: { pattern: '^op-[0-9a-f]+$', message: 'An Outpost id looks like op-0123456789abcdef0.' },
  },
  {
    name: 'outpostSubnetId',
    type: 'string',
    description: 'Subnet on the Outpost in which the S3 endpoint is placed.',
    validation: {
      pattern: '^subnet-[0-9a-f]+$',
      message: 'A subnet id looks like subnet-0123456789abcdef0.',
    },
    network: 'subnet',
  },
];

/** The role of instances on the rack, and the profile that hands it to them. */
function buildInstanceRole(context: IacContext): IacContribution {
  const role = context.own('role', 'name');
  return {
    cloudFormation: [
      { key: 'instance-profile', type: 'AWS::IAM::InstanceProfile', properties: { Roles: [role] } },
    ],
    terraform: [
      {
        key: 'instance-profile',
        type: 'aws_iam_instance_profile',
        arguments: { name_prefix: `${context.physicalName(36)}-`, role },
      },
    ],
    roles: [{ key: 'role', trusts: ['ec2.amazonaws.com'] }],
  };
}

function build(context: IacContext): IacContribution {
  const instances = buildInstanceRole(context);
  if (!context.config.flag('s3OnOutposts')) return instances;
  const name = context.physicalName(50);
  const outpost = variable('outpostId');
  const subnet = variable('outpostSubnetId');
  const vpc = variable('vpcId');
  const bucket = context.own('bucket', 'arn');
  const group = buildSecurityGroup(context, `S3 endpoint on the Outpost of ${context.physicalName(150)}`, {
    portsFromVpc: [443],
  });
  const groupId = context.own(securityGroupKey, 'id');
  return {
    cloudFormation: [
      ...instances.cloudFormation,
      ...group.cloudFormation,
      {
        key: 'endpoint',
        type: 'AWS::S3Outposts::Endpoint',
        properties: { OutpostId: outpost, SecurityGroupId: groupId, SubnetId: subnet },
      },
      {
        key: 'bucket',
        type: 'AWS::S3Outposts::Bucket',
        properties: { BucketName: name, OutpostId: outpost },
        retain: true,
      },
      {
        key: 'access-point',
        type: 'AWS::S3Outposts::AccessPoint',
        properties: { Bucket: bucket, Name: name, VpcConfiguration: { VpcId: vpc } },
      },
    ],
    terraform: [
      ...instances.terraform,
      ...group.terraform,
      {
        key: 'endpoint',
        type: 'aws_s3outposts_endpoint',
        arguments: { outpost_id: outpost, security_group_id: groupId, subnet_id: subnet },
      },
      {
        key: 'bucket',
        type: 'aws_s3control_bucket',
        arguments: { bucket: name, outpost_id: outpost },
      },
      {
        key: 'access-point',
        type: 'aws_s3_access_point',
        arguments: { bucket, name, vpc_configuration: block({ vpc_id: vpc }) },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['ec2.amazonaws.com'],
        statements: [
          {
            sid: 'UseLocalObjects',
            actions: ['s3-outposts:GetObject', 's3-outposts:PutObject'],
            resources: [text(bucket, '/object/*')],
          },
          { sid: 'ListLocalObjects', actions: ['s3-outposts:ListBucket'], resources: [bucket] },
        ],
      },
    ],
    variables: [
      ...outpostVariables,
      ...vpcVariables.filter((spec) => spec.name === 'vpcId'),
      vpcCidrVariable,
    ],
  };
}

export const iac: IacMapping = {
  primary: 'instance-profile',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::IAM::InstanceProfile',
      'AWS::S3Outposts::Bucket',
      'AWS::S3Outposts::Endpoint',
      'AWS::S3Outposts::AccessPoint',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_iam_instance_profile',
      'aws_s3control_bucket',
      'aws_s3outposts_endpoint',
      'aws_s3_access_point',
      'aws_security_group',
    ],
  },
  build,
};
