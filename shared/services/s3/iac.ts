import { type Body, block, blocks, pseudo, text } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  PolicyStatement,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { refusePlainHttp } from '../../iac/ir/plain-http.ts';
import { getEdgePrefix } from '../object-path.ts';
import { buildLifecycle, buildTiering } from './lifecycle.ts';
import { buildNotifications } from './notifications.ts';

const algorithms: Readonly<Record<string, string>> = { SSE_KMS: 'aws:kms', DSSE_KMS: 'aws:kms:dsse' };

function buildEncryption(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const { config } = context;
  const chosen = config.text('encryption');
  const algorithm = algorithms[chosen] ?? 'AES256';
  const key = algorithm === 'AES256' ? undefined : context.incoming.find((edge) => edge.service === 'kms');
  const keyArn = key?.ref('arn');
  const bucketKey = chosen === 'SSE_KMS' ? config.flag('bucketKeyEnabled') : undefined;
  // New buckets refuse SSE-C unless they are told to allow it.
  const allowCustomerKeys = chosen === 'SSE_C';
  return {
    cloudFormation: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: keyArn },
          BucketKeyEnabled: bucketKey,
          BlockedEncryptionTypes: allowCustomerKeys ? { EncryptionType: ['NONE'] } : undefined,
        },
      ],
    },
    terraform: {
      rule: block({
        apply_server_side_encryption_by_default: block({
          sse_algorithm: algorithm,
          kms_master_key_id: keyArn,
        }),
        bucket_key_enabled: bucketKey,
        blocked_encryption_types: allowCustomerKeys ? ['NONE'] : undefined,
      }),
    },
  };
}

function getPolicy(context: IacContext): readonly PolicyStatement[] {
  const { config } = context;
  const bucket = context.own('bucket', 'arn');
  const objects = text(bucket, '/*');
  const statements: PolicyStatement[] = [];
  if (config.flag('enforceTls')) {
    statements.push(refusePlainHttp('bucket', bucket));
  }
  if (config.text('encryption') === 'SSE_KMS' && config.flag('requireKmsEncryption')) {
    statements.push({
      sid: 'DenyOtherEncryption',
      effect: 'Deny',
      principals: ['*'],
      actions: ['s3:PutObject'],
      resources: [objects],
      conditions: {
        StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      },
    });
  }
  const addresses = config.list('allowedSourceIps');
  if (addresses.length > 0) {
    statements.push({
      sid: 'DenyOtherAddresses',
      effect: 'Deny',
      principals: ['*'],
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [objects],
      conditions: {
        NotIpAddress: { 'aws:SourceIp': addresses },
        // Requests through a VPC endpoint have no public address.
        Null: { 'aws:SourceVpce': 'true' },
        Bool: { 'aws:ViaAWSService': 'false', 'aws:PrincipalIsAWSService': 'false' },
      },
    });
  }
  const accounts = config.list('sharedWithAccounts');
  if (accounts.length > 0) {
    const awsPrincipals = accounts.map((id) => text('arn:', pseudo('partition'), `:iam::${id}:root`));
    statements.push(
      { sid: 'AccountsList', awsPrincipals, actions: ['s3:ListBucket'], resources: [bucket] },
      { sid: 'AccountsRead', awsPrincipals, actions: ['s3:GetObject'], resources: [objects] },
    );
  }
  const endpoints = context.incoming.filter((edge) => edge.service === 'vpce-s3');
  if (config.flag('restrictToVpcEndpoint') && endpoints.length > 0) {
    statements.push({
      sid: 'DenyOutsideVpcEndpoint',
      effect: 'Deny',
      principals: ['*'],
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [objects],
      conditions: { StringNotEquals: { 'aws:SourceVpce': endpoints.map((edge) => edge.ref('id')) } },
    });
  }
  return statements;
}

function buildReplication(context: IacContext): { cloudFormation: Body; terraform: Body } | undefined {
  const targets = context.outgoing.filter((edge) => edge.service === 's3');
  if (targets.length === 0) return undefined;
  const role = context.own('replication-role', 'arn');
  const rules = targets.map((edge, index) => ({
    id: `to-${edge.node}`,
    priority: index + 1,
    prefix: getEdgePrefix(edge),
    bucket: edge.ref('arn'),
  }));
  return {
    cloudFormation: {
      Role: role,
      Rules: rules.map((rule) => ({
        Id: rule.id,
        Priority: rule.priority,
        Status: 'Enabled',
        Filter: { Prefix: rule.prefix },
        DeleteMarkerReplication: { Status: 'Disabled' },
        Destination: { Bucket: rule.bucket },
      })),
    },
    terraform: {
      role,
      rule: blocks(
        rules.map((rule) => ({
          id: rule.id,
          priority: rule.priority,
          status: 'Enabled',
          filter: block({ prefix: rule.prefix }),
          delete_marker_replication: block({ status: 'Disabled' }),
          destination: block({ bucket: rule.bucket }),
        })),
      ),
    },
  };
}

/** Bucket settings that Terraform keeps in resources of their own, in the order they are written. */
function buildTerraformSettings(context: IacContext): readonly TerraformResource[] {
  const { config } = context;
  const bucket = context.own('bucket', 'id');
  const settings: TerraformResource[] = [
    {
      key: 'ownership',
      type: 'aws_s3_bucket_ownership_controls',
      arguments: { bucket, rule: block({ object_ownership: 'BucketOwnerEnforced' }) },
    },
    {
      key: 'versioning',
      type: 'aws_s3_bucket_versioning',
      arguments: {
        bucket,
        versioning_configuration: block({ status: config.flag('versioning') ? 'Enabled' : 'Suspended' }),
      },
    },
    {
      key: 'encryption',
      type: 'aws_s3_bucket_server_side_encryption_configuration',
      arguments: { bucket, ...buildEncryption(context).terraform },
    },
  ];
  const closed = config.flag('blockPublicAccess');
  settings.push({
    key: 'public-access',
    type: 'aws_s3_bucket_public_access_block',
    arguments: {
      bucket,
      block_public_acls: closed,
      block_public_policy: closed,
      ignore_public_acls: closed,
      restrict_public_buckets: closed,
    },
  });
  const lifecycle = buildLifecycle(config);
  if (lifecycle) {
    settings.push({
      key: 'lifecycle',
      type: 'aws_s3_bucket_lifecycle_configuration',
      arguments: { bucket, ...lifecycle.terraform },
      dependsOn: ['versioning'],
    });
  }
  const tiering = buildTiering(config);
  if (tiering) {
    settings.push({
      key: 'tiering',
      type: 'aws_s3_bucket_intelligent_tiering_configuration',
      arguments: { bucket, ...tiering.terraform },
    });
  }
  if (config.flag('storageClassAnalysis')) {
    settings.push({
      key: 'analysis',
      type: 'aws_s3_bucket_analytics_configuration',
      arguments: { bucket, name: 'whole-bucket' },
    });
  }
  if (config.flag('transferAcceleration')) {
    settings.push({
      key: 'acceleration',
      type: 'aws_s3_bucket_accelerate_configuration',
      arguments: { bucket, status: 'Enabled' },
    });
  }
  const replication = buildReplication(context);
  if (replication) {
    settings.push({
      key: 'replication',
      type: 'aws_s3_bucket_replication_configuration',
      arguments: { bucket, ...replication.terraform },
      dependsOn: ['versioning'],
    });
  }
  return settings;
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = text(context.physicalName(35), '-', pseudo('account'), '-', pseudo('region'));
  const notifications = buildNotifications(context);
  const closed = config.flag('blockPublicAccess');
  const tiering = buildTiering(config);
  const replication = buildReplication(context);
  const bucket: CloudFormationResource = {
    key: 'bucket',
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: name,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: closed,
        BlockPublicPolicy: closed,
        IgnorePublicAcls: closed,
        RestrictPublicBuckets: closed,
      },
      VersioningConfiguration: { Status: config.flag('versioning') ? 'Enabled' : 'Suspended' },
      BucketEncryption: buildEncryption(context).cloudFormation,
      LifecycleConfiguration: buildLifecycle(config)?.cloudFormation,
      IntelligentTieringConfigurations: tiering && [tiering.cloudFormation],
      AnalyticsConfigurations: config.flag('storageClassAnalysis')
        ? [{ Id: 'whole-bucket', StorageClassAnalysis: {} }]
        : undefined,
      AccelerateConfiguration: config.flag('transferAcceleration')
        ? { AccelerationStatus: 'Enabled' }
        : undefined,
      ReplicationConfiguration: replication?.cloudFormation,
      NotificationConfiguration: notifications?.cloudFormation,
    },
    retain: true,
  };
  const policy = getPolicy(context);
  return {
    cloudFormation: [bucket],
    terraform: [
      { key: 'bucket', type: 'aws_s3_bucket', arguments: { bucket: name } },
      ...buildTerraformSettings(context),
      ...(notifications
        ? [
            {
              key: 'notification',
              type: 'aws_s3_bucket_notification',
              arguments: { bucket: context.own('bucket', 'id'), ...notifications.terraform },
            } as const,
          ]
        : []),
    ],
    roles: replication ? [{ key: 'replication-role', trusts: ['s3.amazonaws.com'] }] : [],
    resourcePolicies:
      policy.length > 0 ? [{ key: 'policy', of: 'bucket', kind: 'bucket', statements: policy }] : [],
  };
}

export const iac: IacMapping = {
  primary: 'bucket',
  role: 'replication-role',
  types: {
    cloudFormation: ['AWS::S3::Bucket'],
    terraform: [
      'aws_s3_bucket',
      'aws_s3_bucket_ownership_controls',
      'aws_s3_bucket_versioning',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_intelligent_tiering_configuration',
      'aws_s3_bucket_analytics_configuration',
      'aws_s3_bucket_accelerate_configuration',
      'aws_s3_bucket_replication_configuration',
      'aws_s3_bucket_notification',
    ],
  },
  build,
};
