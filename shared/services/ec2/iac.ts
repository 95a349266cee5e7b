import { block, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { getNodeVariableName, vpcVariables } from '../../iac/ir/variables.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const group = buildSecurityGroup(context, `Instances of ${context.physicalName(200)}`);
  const image = getNodeVariableName(context, 'ImageId');
  const subnet = getNodeVariableName(context, 'SubnetId');
  const keys = Array.from({ length: config.number('instanceCount') }, (_, index) =>
    index === 0 ? 'instance' : `instance-${index + 1}`,
  );
  const volume = config.number('volumeSize');
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'profile',
        type: 'AWS::IAM::InstanceProfile',
        properties: { Roles: [context.own('role', 'name')] },
      },
      ...keys.map((key) => ({
        key,
        type: 'AWS::EC2::Instance' as const,
        properties: {
          ImageId: variable(image),
          InstanceType: config.text('instanceType'),
          SubnetId: variable(subnet),
          SecurityGroupIds: [context.own(securityGroupKey, 'id')],
          IamInstanceProfile: context.own('profile', 'name'),
          BlockDeviceMappings: [
            { DeviceName: '/dev/xvda', Ebs: { VolumeSize: volume, VolumeType: 'gp3', Encrypted: true } },
          ],
          MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
        },
      })),
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'profile',
        type: 'aws_iam_instance_profile',
        arguments: { name: context.physicalName(120), role: context.own('role', 'name') },
      },
      ...keys.map((key) => ({
        key,
        type: 'aws_instance' as const,
        arguments: {
          ami: variable(image),
          instance_type: config.text('instanceType'),
          subnet_id: variable(subnet),
          vpc_security_group_ids: [context.own(securityGroupKey, 'id')],
          iam_instance_profile: context.own('profile', 'name'),
          root_block_device: block({ volume_size: volume, volume_type: 'gp3', encrypted: true }),
          metadata_options: block({ http_tokens: 'required', http_endpoint: 'enabled' }),
        },
      })),
    ],
    roles: [{ key: 'role', trusts: ['ec2.amazonaws.com'] }],
    variables: [
      ...vpcVariables,
      {
        name: image,
        type: 'string',
        cloudFormationType: 'AWS::EC2::Image::Id',
        description: `Amazon Machine Image of ${context.physicalName(60)}.`,
        validation: { pattern: '^ami-[0-9a-f]+$', message: 'An image id looks like ami-0123456789abcdef0.' },
      },
      {
        name: subnet,
        type: 'string',
        description: `Subnet of ${context.physicalName(60)}.`,
        validation: {
          pattern: '^subnet-[0-9a-f]+$',
          message: 'A subnet id looks like subnet-0123456789abcdef0.',
        },
        network: 'subnet',
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'instance',
  role: 'role',
  types: {
    cloudFormation: ['AWS::EC2::Instance', 'AWS::IAM::InstanceProfile', 'AWS::EC2::SecurityGroup'],
    terraform: ['aws_instance', 'aws_iam_instance_profile', 'aws_security_group'],
  },
  build,
};
