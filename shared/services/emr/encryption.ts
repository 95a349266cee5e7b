import { json, type Expression } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  PolicyStatement,
  TerraformResource,
} from '../../iac/ir/mapping.ts';

/** Encryption of the disks of the nodes with a connected key; nothing without one. */
export interface DiskEncryption {
  name?: Expression;
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  /** What the nodes and, for their EBS volumes, the service do with the key. */
  statements: { nodes: readonly PolicyStatement[]; service: readonly PolicyStatement[] };
}

/** The security configuration of the cluster, and who needs the key for it. */
export function buildDiskEncryption(context: IacContext): DiskEncryption {
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  if (!key) return { cloudFormation: [], terraform: [], statements: { nodes: [], service: [] } };
  const name = context.physicalName(200);
  const configuration = {
    EncryptionConfiguration: {
      // Traffic between nodes needs certificates, which only the owner of the cluster can make.
      EnableInTransitEncryption: false,
      EnableAtRestEncryption: true,
      AtRestEncryptionConfiguration: {
        LocalDiskEncryptionConfiguration: {
          EncryptionKeyProviderType: 'AwsKms',
          AwsKmsKey: key,
          EnableEbsEncryption: true,
        },
      },
    },
  };
  const use = ['kms:Decrypt', 'kms:DescribeKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
  return {
    name: context.own('security', 'name'),
    cloudFormation: [
      {
        key: 'security',
        type: 'AWS::EMR::SecurityConfiguration',
        properties: { Name: name, SecurityConfiguration: configuration },
      },
    ],
    terraform: [
      {
        key: 'security',
        type: 'aws_emr_security_configuration',
        arguments: { name, configuration: json(configuration) },
      },
    ],
    statements: {
      nodes: [
        {
          sid: 'EncryptDisks',
          actions: [...use, 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'],
          resources: [key],
        },
      ],
      service: [
        {
          sid: 'EncryptVolumes',
          actions: [...use, 'kms:GenerateDataKeyWithoutPlaintext'],
          resources: [key],
        },
        {
          sid: 'HandKeyToVolumes',
          actions: ['kms:CreateGrant'],
          resources: [key],
          conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        },
      ],
    },
  };
}
