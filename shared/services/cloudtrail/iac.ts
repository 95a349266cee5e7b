import { block, blocks, type Expression, pseudo, text } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  PolicyStatement,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { refusePlainHttp } from '../../iac/ir/plain-http.ts';
import { accountArn } from '../account-arn.ts';
import { getEdgePrefix } from '../object-path.ts';

interface Selector {
  readWriteType: string;
  management: boolean;
  objects: readonly Expression[];
}

/** Management events, and data events of the buckets drawn in front; a trail records something always. */
function getSelectors(context: IacContext): Selector[] {
  const { config } = context;
  const objects = context.incoming
    .filter((edge) => edge.service === 's3')
    .map((edge) => text(edge.ref('arn'), `/${getEdgePrefix(edge)}`));
  const wanted = config.text('managementEvents');
  const data = { readWriteType: config.text('dataEvents'), management: false, objects };
  if (wanted === 'None' && objects.length > 0) return [data];
  const readWriteType = wanted === 'None' ? 'All' : wanted;
  const management = { readWriteType, management: true, objects: [] };
  return objects.length > 0 ? [management, data] : [management];
}

/** What CloudTrail checks in the policy of its bucket before it accepts the bucket. */
function buildBucketPolicy(context: IacContext, trailArn: Expression): PolicyStatement[] {
  const bucket = context.own('log-bucket', 'arn');
  const conditions = {
    ArnLike: { 'aws:SourceArn': trailArn },
    StringEquals: { 'aws:SourceAccount': pseudo('account') },
  };
  return [
    {
      sid: 'AllowTrail',
      principals: ['cloudtrail.amazonaws.com'],
      actions: ['s3:PutObject', 's3:GetBucketAcl'],
      resources: [bucket, text(bucket, '/*')],
      conditions,
    },
    refusePlainHttp('bucket', bucket),
  ];
}

function buildLogBucket(context: IacContext): {
  cloudFormation: CloudFormationResource[];
  terraform: TerraformResource[];
} {
  const days = context.config.number('logFileRetentionDays');
  const name = text(context.physicalName(28), '-trail-', pseudo('account'), '-', pseudo('region'));
  const bucket = context.own('log-bucket', 'id');
  return {
    cloudFormation: [
      {
        key: 'log-bucket',
        type: 'AWS::S3::Bucket',
        properties: {
          BucketName: name,
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
          LifecycleConfiguration: {
            Rules: [{ Id: 'expire', Status: 'Enabled', ExpirationInDays: days }],
          },
        },
        retain: true,
      },
    ],
    terraform: [
      { key: 'log-bucket', type: 'aws_s3_bucket', arguments: { bucket: name } },
      {
        key: 'log-bucket-encryption',
        type: 'aws_s3_bucket_server_side_encryption_configuration',
        arguments: {
          bucket,
          rule: block({ apply_server_side_encryption_by_default: block({ sse_algorithm: 'AES256' }) }),
        },
      },
      {
        key: 'log-bucket-access',
        type: 'aws_s3_bucket_public_access_block',
        arguments: {
          bucket,
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
        },
      },
      {
        key: 'log-bucket-lifecycle',
        type: 'aws_s3_bucket_lifecycle_configuration',
        arguments: {
          bucket,
          rule: block({ id: 'expire', status: 'Enabled', filter: block({}), expiration: block({ days }) }),
        },
      },
    ],
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(128);
  const trailArn = accountArn('cloudtrail', `trail/${name}`);
  const find = (service: string) => context.outgoing.find((edge) => edge.service === service);
  const drawn = find('s3');
  const own = drawn ? { cloudFormation: [], terraform: [] } : buildLogBucket(context);
  const bucket = drawn?.ref('name') ?? context.own('log-bucket', 'name');
  const logs = find('cw-logs');
  const logGroup = logs && text(logs.ref('arn'), ':*');
  const logRole = logs && context.own('role', 'arn');
  const topic = find('sns')?.ref('name');
  const prefix = config.text('s3KeyPrefix').replace(/\/+$/, '') || undefined;
  const key =
    config.text('encryption') === 'CUSTOMER_MANAGED'
      ? context.incoming.find((edge) => edge.service === 'kms')?.ref('arn')
      : undefined;
  const selectors = getSelectors(context);
  const allRegions = config.flag('isMultiRegionTrail');
  const validated = config.flag('enableLogFileValidation');
  const insights = config.flag('insights');
  const dependsOn = drawn ? [] : ['log-bucket-policy'];
  return {
    cloudFormation: [
      ...own.cloudFormation,
      {
        key: 'trail',
        type: 'AWS::CloudTrail::Trail',
        properties: {
          TrailName: name,
          IsLogging: true,
          S3BucketName: bucket,
          S3KeyPrefix: prefix,
          IsMultiRegionTrail: allRegions,
          IncludeGlobalServiceEvents: allRegions,
          EnableLogFileValidation: validated,
          KMSKeyId: key,
          SnsTopicName: topic,
          CloudWatchLogsLogGroupArn: logGroup,
          CloudWatchLogsRoleArn: logRole,
          EventSelectors: selectors.map(({ readWriteType, management, objects }) => ({
            ReadWriteType: readWriteType,
            IncludeManagementEvents: management,
            DataResources: objects.length > 0 ? [{ Type: 'AWS::S3::Object', Values: objects }] : undefined,
          })),
          InsightSelectors: insights ? [{ InsightType: 'ApiCallRateInsight' }] : undefined,
        },
        dependsOn,
      },
    ],
    terraform: [
      ...own.terraform,
      {
        key: 'trail',
        type: 'aws_cloudtrail',
        arguments: {
          name,
          enable_logging: true,
          s3_bucket_name: bucket,
          s3_key_prefix: prefix,
          is_multi_region_trail: allRegions,
          include_global_service_events: allRegions,
          enable_log_file_validation: validated,
          kms_key_id: key,
          sns_topic_name: topic,
          cloud_watch_logs_group_arn: logGroup,
          cloud_watch_logs_role_arn: logRole,
          event_selector: blocks(
            selectors.map(({ readWriteType, management, objects }) => ({
              read_write_type: readWriteType,
              include_management_events: management,
              data_resource:
                objects.length > 0 ? block({ type: 'AWS::S3::Object', values: objects }) : undefined,
            })),
          ),
          insight_selector: insights ? block({ insight_type: 'ApiCallRateInsight' }) : undefined,
        },
        dependsOn,
      },
    ],
    roles: logs ? [{ key: 'role', trusts: ['cloudtrail.amazonaws.com'] }] : [],
    resourcePolicies: drawn
      ? []
      : [
          {
            key: 'log-bucket-policy',
            of: 'log-bucket',
            kind: 'bucket',
            statements: buildBucketPolicy(context, trailArn),
          },
        ],
    arns: { trail: trailArn },
  };
}

export const iac: IacMapping = {
  primary: 'trail',
  role: 'role',
  types: {
    cloudFormation: ['AWS::CloudTrail::Trail', 'AWS::S3::Bucket'],
    terraform: [
      'aws_cloudtrail',
      'aws_s3_bucket',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_lifecycle_configuration',
    ],
  },
  build,
};
