import { variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { networkInterfaceStatements } from '../network-interfaces.ts';
import { buildSageMakerStatements } from '../sagemaker-role.ts';

const subnetVariable: VariableSpec = {
  name: 'notebookSubnetId',
  type: 'string',
  description: 'Private subnet of the SageMaker notebooks.',
  validation: { pattern: '^subnet-[0-9a-f]+$', message: 'A subnet id looks like subnet-0123456789abcdef0.' },
  network: 'subnet',
};

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(63);
  const group = buildSecurityGroup(context, `Notebook ${context.physicalName(60)}`);
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const onOff = (flag: boolean): string => (flag ? 'Enabled' : 'Disabled');
  const root = onOff(config.flag('rootAccess'));
  const internet = onOff(config.flag('directInternetAccess'));
  const groups = [context.own(securityGroupKey, 'id')];
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'notebook',
        type: 'AWS::SageMaker::NotebookInstance',
        properties: {
          NotebookInstanceName: name,
          RoleArn: context.own('role', 'arn'),
          InstanceType: config.text('instanceType'),
          VolumeSizeInGB: config.number('volumeSizeInGB'),
          RootAccess: root,
          DirectInternetAccess: internet,
          SubnetId: variable(subnetVariable.name),
          SecurityGroupIds: groups,
          KmsKeyId: key,
        },
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'notebook',
        type: 'aws_sagemaker_notebook_instance',
        arguments: {
          name,
          role_arn: context.own('role', 'arn'),
          instance_type: config.text('instanceType'),
          volume_size: config.number('volumeSizeInGB'),
          root_access: root,
          direct_internet_access: internet,
          subnet_id: variable(subnetVariable.name),
          security_groups: groups,
          kms_key_id: key,
        },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['sagemaker.amazonaws.com'],
        statements: [...buildSageMakerStatements('NotebookInstances'), ...networkInterfaceStatements],
      },
    ],
    variables: [...vpcVariables.filter((spec) => spec.name === 'vpcId'), subnetVariable],
  };
}

export const iac: IacMapping = {
  primary: 'notebook',
  role: 'role',
  types: {
    cloudFormation: ['AWS::SageMaker::NotebookInstance', 'AWS::EC2::SecurityGroup'],
    terraform: ['aws_sagemaker_notebook_instance', 'aws_security_group'],
  },
  build,
};
