import { block, type Expression } from '../../iac/ir/expression.ts';
import type { IacContext } from '../../iac/ir/mapping.ts';
import type { Both } from './both.ts';
import { buildBucket, buildBuffering, buildLogging, getCompression, getPrefix, role } from './delivery.ts';
import type { Destination } from './destination.ts';
import { buildFormatConversion, buildProcessing } from './processing.ts';

/** Objects in the bucket, converted and partitioned as asked. */
export function buildS3(context: IacContext, destination: Destination, bucket: Expression): Both {
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
