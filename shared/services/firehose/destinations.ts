import { block, type Expression, pseudo, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacEdgeEnd } from '../../iac/ir/mapping.ts';
import { securityGroupKey } from '../../iac/ir/security-group.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { getEdgePrefix } from '../object-path.ts';
import type { Both } from './both.ts';
import type { Destination } from './destination.ts';
import { buildFormatConversion, buildProcessing } from './processing.ts';

const role = (context: IacContext) => context.own('role', 'arn');

/** Compression that the destination can read: COPY and backup copies take no Snappy or ZIP. */
function getCompression(context: IacContext, kind: Destination['kind']): string {
  const chosen = context.config.text('compressionFormat');
  if (kind === 's3') return context.config.text('dataFormatConversion') === 'OFF' ? chosen : 'UNCOMPRESSED';
  return chosen === 'UNCOMPRESSED' ? chosen : 'GZIP';
}

function buildLogging(context: IacContext): Both {
  const group = context.own('logs', 'name');
  const stream = context.own('log-stream', 'name');
  return {
    cloudFormation: {
      CloudWatchLoggingOptions: { Enabled: true, LogGroupName: group, LogStreamName: stream },
    },
    terraform: {
      cloudwatch_logging_options: block({ enabled: true, log_group_name: group, log_stream_name: stream }),
    },
  };
}

function buildBuffering(context: IacContext, maxMegabytes: number, maxSeconds = 900): Both {
  const size = Math.min(maxMegabytes, context.config.number('bufferSizeMBs'));
  const seconds = Math.min(maxSeconds, context.config.number('bufferIntervalSeconds'));
  return {
    cloudFormation: { BufferingHints: { SizeInMBs: size, IntervalInSeconds: seconds } },
    terraform: { buffering_size: size, buffering_interval: seconds },
  };
}

/** A plain S3 target: staging for Redshift, backup for everything else. */
function buildBucket(
  context: IacContext,
  destination: Destination,
  bucket: Expression,
  folder: string,
  compression: string,
): Both {
  const prefix = getPrefix(destination, folder);
  const errors = getPrefix(destination, context.config.text('errorOutputPrefix'));
  // Zero buffering is not allowed here, and 60 s is the smallest interval of a backup.
  const seconds = Math.max(60, context.config.number('bufferIntervalSeconds'));
  const size = Math.max(1, context.config.number('bufferSizeMBs'));
  return {
    cloudFormation: {
      BucketARN: bucket,
      RoleARN: role(context),
      Prefix: prefix,
      ErrorOutputPrefix: errors,
      BufferingHints: { SizeInMBs: size, IntervalInSeconds: seconds },
      CompressionFormat: compression,
      ...buildLogging(context).cloudFormation,
    },
    terraform: {
      bucket_arn: bucket,
      role_arn: role(context),
      prefix,
      error_output_prefix: errors,
      buffering_size: size,
      buffering_interval: seconds,
      compression_format: compression,
      ...buildLogging(context).terraform,
    },
  };
}

/** Everything stays below the prefix of the edge, because the role may write there only. */
function getPrefix(destination: Destination, rest: string): string {
  return `${destination.bucket ? getEdgePrefix(destination.bucket) : ''}${rest}`;
}

function buildS3(context: IacContext, destination: Destination, bucket: Expression): Both {
  const { config } = context;
  const partitioned = config.flag('dynamicPartitioning');
  const keys = config.rows('partitionKeys').map((row) => row.text('name'));
  const written = config.text('prefix');
  const errors = getPrefix(destination, config.text('errorOutputPrefix'));
  // Firehose refuses dynamic partitioning unless the prefix names every key.
  const missing = partitioned
    ? keys.filter((key) => !written.includes(`!{partitionKeyFromQuery:${key}}`))
    : [];
  const folders = missing.map((key) => `${key}=!{partitionKeyFromQuery:${key}}/`).join('');
  const prefix = getPrefix(destination, `${folders}${written}`);
  const all = config.text('backupMode') === 'ALL';
  const backup = all ? buildBucket(context, destination, bucket, 'source/', 'GZIP') : undefined;
  const compression = getCompression(context, 's3');
  const processing = buildProcessing(context, true);
  const conversion = buildFormatConversion(context);
  const buffering = buildBuffering(context, 128);
  return {
    cloudFormation: {
      ExtendedS3DestinationConfiguration: {
        BucketARN: bucket,
        RoleARN: role(context),
        Prefix: prefix,
        ErrorOutputPrefix: errors,
        CustomTimeZone: config.text('customTimeZone'),
        CompressionFormat: compression,
        ...buffering.cloudFormation,
        DynamicPartitioningConfiguration: partitioned
          ? { Enabled: true, RetryOptions: { DurationInSeconds: config.number('retryDurationSeconds') } }
          : undefined,
        ...processing.cloudFormation,
        ...conversion.cloudFormation,
        S3BackupMode: all ? 'Enabled' : 'Disabled',
        S3BackupConfiguration: backup?.cloudFormation,
        ...buildLogging(context).cloudFormation,
      },
    },
    terraform: {
      destination: 'extended_s3',
      extended_s3_configuration: block({
        bucket_arn: bucket,
        role_arn: role(context),
        prefix,
        error_output_prefix: errors,
        custom_time_zone: config.text('customTimeZone'),
        compression_format: compression,
        ...buffering.terraform,
        dynamic_partitioning_configuration: partitioned
          ? block({ enabled: true, retry_duration: config.number('retryDurationSeconds') })
          : undefined,
        ...processing.terraform,
        ...conversion.terraform,
        s3_backup_mode: all ? 'Enabled' : 'Disabled',
        s3_backup_configuration: backup ? block(backup.terraform) : undefined,
        ...buildLogging(context).terraform,
      }),
    },
  };
}

/** Whether the loading user's secret must be asked for: Serverless does not give its own away. */
export function asksForCopySecret(context: IacContext, warehouse: IacEdgeEnd): boolean {
  return context.config.text('copySecretArn') === '' && warehouse.config.text('deployment') === 'SERVERLESS';
}

export const copySecretVariable = (context: IacContext): string =>
  getNodeVariableName(context, 'CopySecretArn');

/** Secret with the user that runs COPY: the designer's, else the one the cluster manages itself. */
export function getCopySecret(context: IacContext, warehouse: IacEdgeEnd): Expression {
  if (asksForCopySecret(context, warehouse)) return variable(copySecretVariable(context));
  const own = context.config.text('copySecretArn');
  return own === '' ? warehouse.ref('secret-arn') : own;
}

function buildRedshift(context: IacContext, destination: Destination & { kind: 'redshift' }): Both {
  const { config } = context;
  const { bucket, warehouse } = destination;
  const compression = getCompression(context, 'redshift');
  const options = config.text('copyOptions').trim();
  const copyOptions =
    compression === 'GZIP' && !/\bgzip\b/i.test(options) ? `${options} GZIP`.trim() : options;
  const columns = config.list('copyColumns').join(',');
  const url = text(
    'jdbc:redshift://',
    warehouse.ref('endpoint'),
    `:${warehouse.config.number('port')}/${warehouse.config.text('dbName')}`,
  );
  const staging = buildBucket(context, destination, bucket.ref('arn'), config.text('prefix'), compression);
  const all = config.text('backupMode') === 'ALL';
  const backup = all ? buildBucket(context, destination, bucket.ref('arn'), 'source/', 'GZIP') : undefined;
  const processing = buildProcessing(context, false);
  const secret = getCopySecret(context, warehouse);
  const retry = config.number('retryDurationSeconds');
  return {
    cloudFormation: {
      RedshiftDestinationConfiguration: {
        ClusterJDBCURL: url,
        RoleARN: role(context),
        CopyCommand: {
          DataTableName: config.text('copyTableName'),
          DataTableColumns: columns === '' ? undefined : columns,
          CopyOptions: copyOptions === '' ? undefined : copyOptions,
        },
        SecretsManagerConfiguration: { Enabled: true, SecretARN: secret, RoleARN: role(context) },
        RetryOptions: { DurationInSeconds: retry },
        S3Configuration: staging.cloudFormation,
        S3BackupMode: all ? 'Enabled' : 'Disabled',
        S3BackupConfiguration: backup?.cloudFormation,
        ...processing.cloudFormation,
        ...buildLogging(context).cloudFormation,
      },
    },
    terraform: {
      destination: 'redshift',
      redshift_configuration: block({
        cluster_jdbcurl: url,
        role_arn: role(context),
        data_table_name: config.text('copyTableName'),
        data_table_columns: columns === '' ? undefined : columns,
        copy_options: copyOptions === '' ? undefined : copyOptions,
        retry_duration: retry,
        s3_backup_mode: all ? 'Enabled' : 'Disabled',
        secrets_manager_configuration: block({ enabled: true, secret_arn: secret, role_arn: role(context) }),
        s3_configuration: block(staging.terraform),
        s3_backup_configuration: backup ? block(backup.terraform) : undefined,
        ...processing.terraform,
        ...buildLogging(context).terraform,
      }),
    },
  };
}

function buildOpenSearch(
  context: IacContext,
  destination: Destination & { kind: 'opensearch' },
  bucket: Expression,
): Both {
  const { config } = context;
  const { domain } = destination;
  const mode = config.text('backupMode') === 'ALL' ? 'AllDocuments' : 'FailedDocumentsOnly';
  const groups = [context.own(securityGroupKey, 'id')];
  const backup = buildBucket(
    context,
    destination,
    bucket,
    config.text('prefix'),
    getCompression(context, 'opensearch'),
  );
  const processing = buildProcessing(context, false);
  const buffering = buildBuffering(context, 100);
  const retry = config.number('retryDurationSeconds');
  const common: Both = {
    cloudFormation: {
      RoleARN: role(context),
      IndexName: config.text('indexName'),
      ...buffering.cloudFormation,
      RetryOptions: { DurationInSeconds: retry },
      S3BackupMode: mode,
      S3Configuration: backup.cloudFormation,
      ...processing.cloudFormation,
      ...buildLogging(context).cloudFormation,
    },
    terraform: {
      role_arn: role(context),
      index_name: config.text('indexName'),
      ...buffering.terraform,
      retry_duration: retry,
      s3_backup_mode: mode,
      s3_configuration: block(backup.terraform),
      ...processing.terraform,
      ...buildLogging(context).terraform,
    },
  };
  if (domain.config.text('deployment') === 'SERVERLESS') {
    const endpoint = domain.ref('endpoint');
    return {
      cloudFormation: {
        AmazonOpenSearchServerlessDestinationConfiguration: {
          CollectionEndpoint: endpoint,
          ...common.cloudFormation,
        },
      },
      terraform: {
        destination: 'opensearchserverless',
        opensearchserverless_configuration: block({ collection_endpoint: endpoint, ...common.terraform }),
      },
    };
  }
  return {
    cloudFormation: {
      AmazonopensearchserviceDestinationConfiguration: {
        DomainARN: domain.ref('arn'),
        ...common.cloudFormation,
        IndexRotationPeriod: config.text('indexRotationPeriod'),
        DocumentIdOptions: { DefaultDocumentIdFormat: config.text('documentIds') },
        VpcConfiguration: isInVpc(domain)
          ? { RoleARN: role(context), SubnetIds: variable('privateSubnetIds'), SecurityGroupIds: groups }
          : undefined,
      },
    },
    terraform: {
      destination: 'opensearch',
      opensearch_configuration: block({
        domain_arn: domain.ref('arn'),
        ...common.terraform,
        index_rotation_period: config.text('indexRotationPeriod'),
        document_id_options: block({ default_document_id_format: config.text('documentIds') }),
        vpc_config: isInVpc(domain)
          ? block({
              role_arn: role(context),
              subnet_ids: variable('privateSubnetIds'),
              security_group_ids: groups,
            })
          : undefined,
      }),
    },
  };
}

/** Whether delivery needs network interfaces beside the domain. */
export function isInVpc(domain: IacEdgeEnd): boolean {
  return domain.config.text('deployment') === 'DOMAIN' && domain.config.text('networkAccess') === 'VPC';
}

/** Address as the designer wrote it, or an input of the export. */
function getEndpointUrl(context: IacContext): Expression {
  const written = context.config.text('endpointUrl');
  return written === '' ? variable(getNodeVariableName(context, 'EndpointUrl')) : written;
}

/** Input with the secret that holds the access key or HEC token. */
export const getEndpointSecret = (context: IacContext): Expression =>
  variable(getNodeVariableName(context, 'EndpointSecretArn'));

function buildEndpoint(
  context: IacContext,
  destination: Destination & { kind: 'splunk' | 'http' },
  bucket: Expression,
): Both {
  const { config } = context;
  const splunk = destination.kind === 'splunk';
  const all = config.text('backupMode') === 'ALL';
  const mode = splunk ? (all ? 'AllEvents' : 'FailedEventsOnly') : all ? 'AllData' : 'FailedDataOnly';
  const backup = buildBucket(
    context,
    destination,
    bucket,
    config.text('prefix'),
    getCompression(context, destination.kind),
  );
  const limits = { splunk: [5, 60], datadog: [4, 900], mongodb: [16, 900] }[destination.endpoint.service];
  const buffering = buildBuffering(context, limits?.[0] ?? 64, limits?.[1] ?? 900);
  const processing = buildProcessing(context, false);
  const url = getEndpointUrl(context);
  const secret = getEndpointSecret(context);
  const retry = config.number('retryDurationSeconds');
  const acknowledge = config.number('hecAcknowledgmentTimeoutSeconds');
  const common = {
    cloudFormation: {
      ...buffering.cloudFormation,
      RetryOptions: { DurationInSeconds: retry },
      S3BackupMode: mode,
      S3Configuration: backup.cloudFormation,
      SecretsManagerConfiguration: { Enabled: true, SecretARN: secret, RoleARN: role(context) },
      ...processing.cloudFormation,
      ...buildLogging(context).cloudFormation,
    },
    terraform: {
      ...buffering.terraform,
      retry_duration: retry,
      s3_backup_mode: mode,
      s3_configuration: block(backup.terraform),
      secrets_manager_configuration: block({ enabled: true, secret_arn: secret, role_arn: role(context) }),
      ...processing.terraform,
      ...buildLogging(context).terraform,
    },
  };
  if (splunk) {
    return {
      cloudFormation: {
        SplunkDestinationConfiguration: {
          HECEndpoint: url,
          HECEndpointType: config.text('hecEndpointType'),
          HECAcknowledgmentTimeoutInSeconds: acknowledge,
          ...common.cloudFormation,
        },
      },
      terraform: {
        destination: 'splunk',
        splunk_configuration: block({
          hec_endpoint: url,
          hec_endpoint_type: config.text('hecEndpointType'),
          hec_acknowledgment_timeout: acknowledge,
          ...common.terraform,
        }),
      },
    };
  }
  const name = { datadog: 'Datadog', mongodb: 'MongoDB Cloud' }[destination.endpoint.service] ?? context.name;
  return {
    cloudFormation: {
      HttpEndpointDestinationConfiguration: {
        EndpointConfiguration: { Url: url, Name: name },
        RequestConfiguration: { ContentEncoding: 'GZIP' },
        RoleARN: role(context),
        ...common.cloudFormation,
      },
    },
    terraform: {
      destination: 'http_endpoint',
      http_endpoint_configuration: block({
        url,
        name,
        role_arn: role(context),
        request_configuration: block({ content_encoding: 'GZIP' }),
        ...common.terraform,
      }),
    },
  };
}

/** The destination part of the delivery stream; `bucket` is where data or its backup goes. */
export function buildDestination(context: IacContext, destination: Destination, bucket: Expression): Both {
  switch (destination.kind) {
    case 's3':
      return buildS3(context, destination, bucket);
    case 'redshift':
      return buildRedshift(context, destination);
    case 'opensearch':
      return buildOpenSearch(context, destination, bucket);
    default:
      return buildEndpoint(context, destination, bucket);
  }
}

/** Name of a bucket of the node's own: globally unique through account and Region. */
export const getBackupBucketName = (context: IacContext): Expression =>
  text(context.physicalName(28), '-backup-', pseudo('account'), '-', pseudo('region'));
