import { block, type Expression } from '../iac/ir/expression.ts';
import type { CloudFormationResource, IacContext, TerraformResource } from '../iac/ir/mapping.ts';

/** Encryption of what the job writes, with a connected customer managed key; nothing without one. */
export function buildSecurityConfiguration(context: IacContext): {
  name?: Expression;
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
} {
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  if (!key || !context.config.flag('encryptLogsAndBookmarks')) return { cloudFormation: [], terraform: [] };
  const name = context.physicalName(255);
  return {
    name: context.own('security-configuration', 'name'),
    cloudFormation: [
      {
        key: 'security-configuration',
        type: 'AWS::Glue::SecurityConfiguration',
        properties: {
          Name: name,
          EncryptionConfiguration: {
            CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: key },
            JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: key },
            S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: key }],
          },
        },
      },
    ],
    terraform: [
      {
        key: 'security-configuration',
        type: 'aws_glue_security_configuration',
        arguments: {
          name,
          encryption_configuration: block({
            cloudwatch_encryption: block({ cloudwatch_encryption_mode: 'SSE-KMS', kms_key_arn: key }),
            job_bookmarks_encryption: block({ job_bookmarks_encryption_mode: 'CSE-KMS', kms_key_arn: key }),
            s3_encryption: block({ s3_encryption_mode: 'SSE-KMS', kms_key_arn: key }),
          }),
        },
      },
    ],
  };
}
