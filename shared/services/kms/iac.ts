import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const alias = `alias/${context.physicalName(200)}`;
  const days = config.number('pendingWindowInDays');
  return {
    cloudFormation: [
      {
        key: 'key',
        type: 'AWS::KMS::Key',
        properties: {
          Description: `Encrypts data of ${context.name}`,
          EnableKeyRotation: config.flag('enableKeyRotation'),
          PendingWindowInDays: days,
        },
        retain: true,
      },
      {
        key: 'alias',
        type: 'AWS::KMS::Alias',
        properties: { AliasName: alias, TargetKeyId: context.own('key', 'arn') },
      },
    ],
    terraform: [
      {
        key: 'key',
        type: 'aws_kms_key',
        arguments: {
          description: `Encrypts data of ${context.name}`,
          enable_key_rotation: config.flag('enableKeyRotation'),
          deletion_window_in_days: days,
        },
      },
      {
        key: 'alias',
        type: 'aws_kms_alias',
        arguments: { name: alias, target_key_id: context.own('key', 'arn') },
      },
    ],
    resourcePolicies: [{ key: 'key-policy', of: 'key', kind: 'key', statements: [] }],
  };
}

export const iac: IacMapping = {
  primary: 'key',
  role: '',
  types: {
    cloudFormation: ['AWS::KMS::Key', 'AWS::KMS::Alias'],
    terraform: ['aws_kms_key', 'aws_kms_alias'],
  },
  build,
};
