import { type Body, block, type Expression, text } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  PolicyStatement,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { refusePlainHttp } from '../../iac/ir/plain-http.ts';
import { buildSecurityGroup } from '../../iac/ir/security-group.ts';
import { getNodeVariableName, getVpcVariablesOf } from '../../iac/ir/variables.ts';
import { getLogRetentionDays } from '../log-retention.ts';
import type { Both } from './both.ts';
import { type Destination, getDestination } from './destination.ts';
import { buildDestination, getBackupBucketName } from './destinations.ts';
import { getEndpointSecret } from './endpoint-destination.ts';
import { isInVpc } from './opensearch-destination.ts';
import { getTableVariables } from './processing.ts';
import { asksForCopySecret, copySecretVariable, getCopySecret } from './redshift-destination.ts';

function buildSource(context: IacContext): Both {
  const role = context.own('role', 'arn');
  const stream = context.incoming.find((edge) => edge.service === 'kds');
  if (stream) {
    return {
      cloudFormation: {
        DeliveryStreamType: 'KinesisStreamAsSource',
        KinesisStreamSourceConfiguration: { KinesisStreamARN: stream.ref('arn'), RoleARN: role },
      },
      terraform: {
        kinesis_source_configuration: block({ kinesis_stream_arn: stream.ref('arn'), role_arn: role }),
      },
    };
  }
  const cluster = context.incoming.find((edge) => edge.service === 'msk');
  if (cluster) {
    const topic = context.config.text('mskTopicName');
    return {
      cloudFormation: {
        DeliveryStreamType: 'MSKAsSource',
        MSKSourceConfiguration: {
          MSKClusterARN: cluster.ref('arn'),
          TopicName: topic,
          AuthenticationConfiguration: { Connectivity: 'PRIVATE', RoleARN: role },
        },
      },
      terraform: {
        msk_source_configuration: block({
          msk_cluster_arn: cluster.ref('arn'),
          topic_name: topic,
          authentication_configuration: block({ connectivity: 'PRIVATE', role_arn: role }),
        }),
      },
    };
  }
  return { cloudFormation: { DeliveryStreamType: 'DirectPut' }, terraform: {} };
}

/** Encryption of what Firehose itself holds; only Direct PUT streams have it. */
function buildEncryption(context: IacContext): Both {
  const streamed = context.incoming.some((edge) => edge.service === 'kds' || edge.service === 'msk');
  const chosen = context.config.text('serverSideEncryption');
  if (streamed || chosen === 'NONE') return { cloudFormation: {}, terraform: {} };
  const key = context.incoming.find((edge) => edge.service === 'kms');
  const own = chosen === 'CUSTOMER_MANAGED_CMK' && key ? key.ref('arn') : undefined;
  const keyType = own ? 'CUSTOMER_MANAGED_CMK' : 'AWS_OWNED_CMK';
  return {
    cloudFormation: { DeliveryStreamEncryptionConfigurationInput: { KeyType: keyType, KeyARN: own } },
    terraform: { server_side_encryption: block({ enabled: true, key_type: keyType, key_arn: own }) },
  };
}

const blockPublicAccess: Body = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

/** Bucket of the stream's own, for destinations that need a backup where none is drawn. */
function buildBackupBucket(context: IacContext): {
  cloudFormation: CloudFormationResource;
  terraform: readonly TerraformResource[];
} {
  const name = getBackupBucketName(context);
  const bucket = context.own('backup', 'id');
  return {
    cloudFormation: {
      key: 'backup',
      type: 'AWS::S3::Bucket',
      properties: {
        BucketName: name,
        PublicAccessBlockConfiguration: blockPublicAccess,
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
      retain: true,
    },
    terraform: [
      { key: 'backup', type: 'aws_s3_bucket', arguments: { bucket: name } },
      {
        key: 'backup-public-access',
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
        key: 'backup-encryption',
        type: 'aws_s3_bucket_server_side_encryption_configuration',
        arguments: {
          bucket,
          rule: block({ apply_server_side_encryption_by_default: block({ sse_algorithm: 'AES256' }) }),
        },
      },
    ],
  };
}

function getStatements(
  context: IacContext,
  destination: Destination,
  ownBucket: boolean,
): readonly PolicyStatement[] {
  const statements: PolicyStatement[] = [
    {
      sid: 'WriteErrorLog',
      actions: ['logs:PutLogEvents'],
      resources: [text(context.own('logs', 'arn'), ':log-stream:*')],
    },
  ];
  if (ownBucket) {
    const bucket = context.own('backup', 'arn');
    statements.push({
      sid: 'WriteBackup',
      actions: [
        's3:AbortMultipartUpload',
        's3:GetBucketLocation',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
        's3:PutObject',
      ],
      resources: [bucket, text(bucket, '/*')],
    });
  }
  const secret = getSecret(context, destination);
  if (secret !== undefined) {
    statements.push({
      sid: 'ReadDestinationSecret',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [secret],
    });
  }
  return statements;
}

function getSecret(context: IacContext, destination: Destination): Expression | undefined {
  if (destination.kind === 'redshift') return getCopySecret(context, destination.warehouse);
  if (destination.kind === 'splunk' || destination.kind === 'http') return getEndpointSecret(context);
  return undefined;
}

function getDestinationVariables(context: IacContext, destination: Destination): readonly VariableSpec[] {
  if (destination.kind === 'opensearch') {
    return isInVpc(destination.domain) ? getVpcVariablesOf(destination.domain.node) : [];
  }
  if (destination.kind === 'redshift' && asksForCopySecret(context, destination.warehouse)) {
    return [
      {
        name: copySecretVariable(context),
        type: 'string',
        description: `ARN of the Secrets Manager secret with username and password of the user as which ${context.name} loads the warehouse.`,
      },
    ];
  }
  if (destination.kind !== 'splunk' && destination.kind !== 'http') return [];
  const secret: VariableSpec = {
    name: getNodeVariableName(context, 'EndpointCredentialsArn'),
    type: 'string',
    description: `ARN of the Secrets Manager secret with the ${destination.kind === 'splunk' ? 'hec_token' : 'api_key'} of ${context.name}.`,
  };
  if (context.config.text('endpointUrl') !== '') return [secret];
  return [
    secret,
    {
      name: getNodeVariableName(context, 'EndpointUrl'),
      type: 'string',
      description: `HTTPS address to which ${context.name} delivers.`,
      validation: { pattern: '^https://', message: 'Firehose delivers to https:// addresses only.' },
    },
  ];
}

function build(context: IacContext): IacContribution {
  const name = context.physicalName(64);
  const destination = getDestination(context);
  const ownBucket = destination.bucket === undefined;
  const backup = ownBucket ? buildBackupBucket(context) : undefined;
  const bucket = destination.bucket?.ref('arn') ?? context.own('backup', 'arn');
  const source = buildSource(context);
  const encryption = buildEncryption(context);
  const target = buildDestination(context, destination, bucket);
  const group =
    destination.kind === 'opensearch' && isInVpc(destination.domain)
      ? buildSecurityGroup(context, `Delivery of ${name}`, { networkOf: destination.domain.node })
      : { cloudFormation: [], terraform: [] };
  const logGroup = `/aws/kinesisfirehose/${name}`;
  const days = getLogRetentionDays(context.config);
  return {
    cloudFormation: [
      ...group.cloudFormation,
      ...(backup ? [backup.cloudFormation] : []),
      {
        key: 'logs',
        type: 'AWS::Logs::LogGroup',
        properties: { LogGroupName: logGroup, RetentionInDays: days },
      },
      {
        key: 'log-stream',
        type: 'AWS::Logs::LogStream',
        properties: { LogGroupName: context.own('logs', 'name'), LogStreamName: 'delivery' },
      },
      {
        key: 'delivery-stream',
        type: 'AWS::KinesisFirehose::DeliveryStream',
        properties: {
          DeliveryStreamName: name,
          ...source.cloudFormation,
          ...encryption.cloudFormation,
          ...target.cloudFormation,
        },
      },
    ],
    terraform: [
      ...group.terraform,
      ...(backup ? backup.terraform : []),
      {
        key: 'logs',
        type: 'aws_cloudwatch_log_group',
        arguments: { name: logGroup, retention_in_days: days },
      },
      {
        key: 'log-stream',
        type: 'aws_cloudwatch_log_stream',
        arguments: { name: 'delivery', log_group_name: context.own('logs', 'name') },
      },
      {
        key: 'delivery-stream',
        type: 'aws_kinesis_firehose_delivery_stream',
        arguments: { name, ...source.terraform, ...encryption.terraform, ...target.terraform },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['firehose.amazonaws.com'],
        statements: getStatements(context, destination, ownBucket),
      },
    ],
    resourcePolicies: ownBucket
      ? [
          {
            key: 'backup-policy',
            of: 'backup',
            kind: 'bucket',
            statements: [refusePlainHttp('bucket', context.own('backup', 'arn'))],
          },
        ]
      : [],
    variables: [...getDestinationVariables(context, destination), ...getTableVariables(context)],
  };
}

export const iac: IacMapping = {
  primary: 'delivery-stream',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::KinesisFirehose::DeliveryStream',
      'AWS::Logs::LogGroup',
      'AWS::Logs::LogStream',
      'AWS::S3::Bucket',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_kinesis_firehose_delivery_stream',
      'aws_cloudwatch_log_group',
      'aws_cloudwatch_log_stream',
      'aws_s3_bucket',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_security_group',
    ],
  },
  build,
};
