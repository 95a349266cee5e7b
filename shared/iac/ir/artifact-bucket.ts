import { block, type Expression, filePath, type Ref, text } from './expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  ManualStep,
  ResourcePolicySpec,
  StarterFile,
  TerraformResource,
} from './mapping.ts';
import { refusePlainHttp } from './plain-http.ts';

/** What a node needs to keep its code and temporary files in a private bucket of its own. */
export interface ArtifactBucket {
  name: Ref;
  arn: Ref;
  /** S3 URI of the starter file once uploaded. */
  scriptUri: Expression;
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  resourcePolicies: readonly ResourcePolicySpec[];
  files: readonly StarterFile[];
  manualSteps: readonly ManualStep[];
}

/**
 * A private, encrypted, versioned bucket (key `artifacts`) with one starter file in it. Terraform
 * uploads the file; CloudFormation has no resource for an object, so a manual step does it there.
 */
export function buildArtifactBucket(context: IacContext, file: StarterFile): ArtifactBucket {
  const name = context.own('artifacts', 'name');
  const arn = context.own('artifacts', 'arn');
  const objectKey = file.path.split('/').slice(-1)[0] ?? file.path;
  return {
    name,
    arn,
    scriptUri: text('s3://', name, `/${objectKey}`),
    cloudFormation: [
      {
        key: 'artifacts',
        type: 'AWS::S3::Bucket',
        properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
            ],
          },
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          VersioningConfiguration: { Status: 'Enabled' },
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'artifacts',
        type: 'aws_s3_bucket',
        arguments: { bucket_prefix: `${context.physicalName(36)}-` },
      },
      {
        key: 'artifacts-encryption',
        type: 'aws_s3_bucket_server_side_encryption_configuration',
        arguments: {
          bucket: context.own('artifacts', 'id'),
          rule: block({ apply_server_side_encryption_by_default: block({ sse_algorithm: 'AES256' }) }),
        },
      },
      {
        key: 'artifacts-access',
        type: 'aws_s3_bucket_public_access_block',
        arguments: {
          bucket: context.own('artifacts', 'id'),
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
        },
      },
      {
        key: 'artifacts-versioning',
        type: 'aws_s3_bucket_versioning',
        arguments: {
          bucket: context.own('artifacts', 'id'),
          versioning_configuration: block({ status: 'Enabled' }),
        },
      },
      {
        key: 'artifacts-script',
        type: 'aws_s3_object',
        arguments: { bucket: context.own('artifacts', 'id'), key: objectKey, content: filePath(file.path) },
      },
    ],
    resourcePolicies: [
      {
        key: 'artifacts-policy',
        of: 'artifacts',
        kind: 'bucket',
        statements: [refusePlainHttp('bucket', arn)],
      },
    ],
    files: [file],
    manualSteps: [
      {
        target: 'cloudformation',
        title: `Upload ${file.path}`,
        reason: 'CloudFormation has no resource type for an object in a bucket.',
        command: `aws s3 cp ${file.path} s3://<artifact bucket of ${context.physicalName(60)}>/${objectKey}`,
      },
    ],
  };
}
