import { block, type Expression, variable } from '../../iac/ir/expression.ts';
import type { IacContext } from '../../iac/ir/mapping.ts';
import { shorten } from '../../iac/ir/shorten.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import type { Both } from './both.ts';
import { buildBucket, buildBuffering, buildLogging, getCompression, role } from './delivery.ts';
import type { Destination } from './destination.ts';
import { buildProcessing } from './processing.ts';

/** Length of an endpoint's name that Firehose takes. */
const mostNameBytes = 256;

/** Address as the designer wrote it, or an input of the export. */
function getEndpointUrl(context: IacContext): Expression {
  const written = context.config.text('endpointUrl');
  return written === '' ? variable(getNodeVariableName(context, 'EndpointUrl')) : written;
}

/** Input with the secret that holds the access key or HEC token. */
export const getEndpointSecret = (context: IacContext): Expression =>
  variable(getNodeVariableName(context, 'EndpointCredentialsArn'));

/** Splunk, or an HTTP endpoint that speaks the delivery protocol. */
export function buildEndpoint(
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
  const known = { datadog: 'Datadog', mongodb: 'MongoDB Cloud' }[destination.endpoint.service];
  const name = known ?? shorten(context.name, mostNameBytes);
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
