import { block, type Expression, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacEdgeEnd } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import type { Both } from './both.ts';
import { buildBucket, buildLogging, getCompression, role } from './delivery.ts';
import type { Destination } from './destination.ts';
import { buildProcessing } from './processing.ts';

/** Whether the loading user's secret must be asked for: Serverless does not give its own away. */
export function asksForCopySecret(context: IacContext, warehouse: IacEdgeEnd): boolean {
  return context.config.text('copySecretArn') === '' && warehouse.config.text('deployment') === 'SERVERLESS';
}

export const copySecretVariable = (context: IacContext): string =>
  getNodeVariableName(context, 'CopyCredentialsArn');

/** Secret with the user that runs COPY: the designer's, else the one the cluster manages itself. */
export function getCopySecret(context: IacContext, warehouse: IacEdgeEnd): Expression {
  if (asksForCopySecret(context, warehouse)) return variable(copySecretVariable(context));
  const own = context.config.text('copySecretArn');
  return own === '' ? warehouse.ref('secret-arn') : own;
}

/** Batches staged in the bucket and loaded by COPY. */
export function buildRedshift(context: IacContext, destination: Destination & { kind: 'redshift' }): Both {
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
