import { block, type Body, type Expression, pseudo, text, variable } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacEdgeEnd,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { getDatabaseAddress } from '../database-address.ts';
import { getEdgePrefix } from '../object-path.ts';

type Side = 'source' | 'target';

/** One DMS endpoint in both tools, and the inputs and secrets it needs. */
export interface Endpoint {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
  variables: readonly VariableSpec[];
  secrets: readonly Expression[];
}

/** Engines whose credentials DMS reads from Secrets Manager in both tools, with their CloudFormation member. */
const secretSettings: Readonly<Record<string, string>> = {
  oracle: 'OracleSettings',
  sqlserver: 'MicrosoftSqlServerSettings',
  mysql: 'MySqlSettings',
  mariadb: 'MySqlSettings',
  aurora: 'MySqlSettings',
  postgres: 'PostgreSqlSettings',
  'aurora-postgresql': 'PostgreSqlSettings',
  mongodb: 'MongoDbSettings',
  redshift: 'RedshiftSettings',
};

/** Engines that offer encryption without checking a certificate. */
const encryptsWithoutCertificate = new Set([
  'postgres',
  'aurora-postgresql',
  'sqlserver',
  'redshift',
  'mongodb',
]);

const dmsKey = text(
  'arn:',
  pseudo('partition'),
  ':kms:',
  pseudo('region'),
  ':',
  pseudo('account'),
  ':alias/aws/dms',
);

/** Engine of a neighbour as DMS spells it. */
export function getDmsEngine(neighbour: IacEdgeEnd): string {
  const { config, service } = neighbour;
  const typed = config.has('engineName')
    ? config.text('engineName')
    : config.has('engine')
      ? config.text('engine')
      : service;
  if (service === 'opensearch') return 'opensearch';
  if (service === 'kds') return 'kinesis';
  if (service === 'msk') return 'kafka';
  if (service === 'elasticache') return 'redis';
  if (service === 'aurora') return typed.includes('postgres') ? 'aurora-postgresql' : 'aurora';
  return typed.split('-')[0] ?? typed;
}

interface Settings {
  cloudFormation: Body;
  terraform: Body;
  variables?: readonly VariableSpec[];
  secrets?: readonly Expression[];
}

/** Endpoint of the neighbour at one side; `index` tells several targets apart. */
export function buildEndpoint(
  context: IacContext,
  neighbour: IacEdgeEnd,
  side: Side,
  index: number,
): Endpoint {
  const key = index === 0 ? side : `${side}-${index + 1}`;
  const identifier = `${context.physicalName(200)}-${key}`;
  const engine = getDmsEngine(neighbour);
  const settings = buildSettings(context, neighbour, engine, side, key);
  const bucket = engine === 's3';
  return {
    cloudFormation: {
      key,
      type: 'AWS::DMS::Endpoint',
      properties: {
        EndpointIdentifier: identifier,
        EndpointType: side,
        EngineName: engine,
        ...settings.cloudFormation,
      },
    },
    terraform: {
      key,
      type: bucket ? 'aws_dms_s3_endpoint' : 'aws_dms_endpoint',
      arguments: {
        endpoint_id: identifier,
        endpoint_type: side,
        engine_name: bucket ? undefined : engine,
        ...settings.terraform,
      },
    },
    variables: settings.variables ?? [],
    secrets: settings.secrets ?? [],
  };
}

function buildSettings(
  context: IacContext,
  neighbour: IacEdgeEnd,
  engine: string,
  side: Side,
  key: string,
): Settings {
  const role = context.own('role', 'arn');
  const { config } = context;
  switch (engine) {
    case 's3':
      return buildBucketSettings(context, neighbour, side);
    case 'kinesis':
      return {
        cloudFormation: {
          KinesisSettings: {
            StreamArn: neighbour.ref('arn'),
            ServiceAccessRoleArn: role,
            MessageFormat: config.text('messageFormat'),
          },
        },
        terraform: {
          kinesis_settings: block({
            stream_arn: neighbour.ref('arn'),
            service_access_role_arn: role,
            message_format: config.text('messageFormat'),
          }),
        },
      };
    case 'dynamodb':
      return {
        cloudFormation: { DynamoDbSettings: { ServiceAccessRoleArn: role } },
        terraform: { service_access_role: role },
      };
    case 'opensearch': {
      const uri = text('https://', neighbour.ref('endpoint'));
      return {
        cloudFormation: { ElasticsearchSettings: { EndpointUri: uri, ServiceAccessRoleArn: role } },
        terraform: { elasticsearch_settings: block({ endpoint_uri: uri, service_access_role_arn: role }) },
      };
    }
    case 'redis':
      return {
        cloudFormation: {
          RedisSettings: {
            ServerName: neighbour.ref('endpoint'),
            Port: 6379,
            AuthType: 'none',
            SslSecurityProtocol: 'ssl-encryption',
          },
        },
        terraform: {
          redis_settings: block({
            server_name: neighbour.ref('endpoint'),
            port: 6379,
            auth_type: 'none',
            ssl_security_protocol: 'ssl-encryption',
          }),
        },
      };
    case 'kafka':
      return buildKafkaSettings(context, key);
    default:
      return buildDatabaseSettings(context, neighbour, engine, key);
  }
}

function buildBucketSettings(context: IacContext, neighbour: IacEdgeEnd, side: Side): Settings {
  const { config } = context;
  const folder = getEdgePrefix(neighbour).replace(/\/$/, '') || undefined;
  const role = context.own('role', 'arn');
  const bucket = neighbour.ref('name');
  if (side === 'source') {
    const definition = config.text('externalTableDefinition');
    return {
      cloudFormation: {
        S3Settings: {
          BucketName: bucket,
          BucketFolder: folder,
          ServiceAccessRoleArn: role,
          ExternalTableDefinition: definition,
        },
      },
      terraform: {
        bucket_name: bucket,
        bucket_folder: folder,
        service_access_role_arn: role,
        external_table_definition: definition,
      },
    };
  }
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const format = config.text('dataFormat');
  const interval = config.number('cdcMaxBatchInterval');
  const minimum = config.number('cdcMinFileSize');
  const byDate = config.flag('datePartitionEnabled');
  const parquet = format === 'parquet' ? 'parquet-2-0' : undefined;
  return {
    cloudFormation: {
      S3Settings: {
        BucketName: bucket,
        BucketFolder: folder,
        ServiceAccessRoleArn: role,
        DataFormat: format,
        ParquetVersion: parquet,
        CompressionType: 'gzip',
        AddColumnName: true,
        TimestampColumnName: 'dms_timestamp',
        DatePartitionEnabled: byDate,
        CdcMaxBatchInterval: interval,
        CdcMinFileSize: minimum,
        EncryptionMode: key ? 'sse-kms' : 'sse-s3',
        ServerSideEncryptionKmsKeyId: key,
      },
    },
    terraform: {
      bucket_name: bucket,
      bucket_folder: folder,
      service_access_role_arn: role,
      data_format: format,
      parquet_version: parquet,
      compression_type: 'GZIP',
      add_column_name: true,
      timestamp_column_name: 'dms_timestamp',
      date_partition_enabled: byDate,
      cdc_max_batch_interval: interval,
      cdc_min_file_size: minimum,
      encryption_mode: key ? 'SSE_KMS' : 'SSE_S3',
      server_side_encryption_kms_key_id: key,
    },
  };
}

function buildKafkaSettings(context: IacContext, key: string): Settings {
  const name = getNodeVariableName(context, `${key === 'target' ? '' : key.replace(/\D/g, '')}KafkaBroker`);
  const topic = context.config.text('topic');
  const format = context.config.text('messageFormat');
  return {
    cloudFormation: {
      KafkaSettings: {
        Broker: variable(name),
        Topic: topic,
        MessageFormat: format,
        SecurityProtocol: 'ssl-encryption',
      },
    },
    terraform: {
      kafka_settings: block({
        broker: variable(name),
        topic,
        message_format: format,
        security_protocol: 'ssl-encryption',
      }),
    },
    variables: [
      {
        name,
        type: 'string',
        description: 'Bootstrap broker of the Kafka target, host:port; the cluster names it once it exists.',
      },
    ],
  };
}

function buildDatabaseSettings(
  context: IacContext,
  neighbour: IacEdgeEnd,
  engine: string,
  key: string,
): Settings {
  const address = getDatabaseAddress(neighbour);
  const wanted = neighbour.config.has('sslMode') ? neighbour.config.text('sslMode') : 'require';
  // Oracle and MySQL know no encryption without a certificate to check.
  const sslMode = wanted === 'require' && !encryptsWithoutCertificate.has(engine) ? 'verify-ca' : wanted;
  const stem = key.charAt(0).toUpperCase() + key.slice(1).replace(/-/g, '');
  const certificate = getNodeVariableName(context, `${stem}CertificateArn`);
  const needsCertificate = sslMode.startsWith('verify');
  const certificateVariables: readonly VariableSpec[] = needsCertificate
    ? [
        {
          name: certificate,
          type: 'string',
          description: `ARN of the certificate authority for the ${key} of ${context.physicalName(60)}, imported with aws dms import-certificate.`,
        },
      ]
    : [];
  const base = {
    cloudFormation: {
      DatabaseName: address.database,
      SslMode: sslMode,
      CertificateArn: needsCertificate ? variable(certificate) : undefined,
    },
    terraform: {
      database_name: address.database,
      ssl_mode: sslMode,
      certificate_arn: needsCertificate ? variable(certificate) : undefined,
    },
  };
  const member = secretSettings[engine];
  if (member === undefined) {
    const user = getNodeVariableName(context, `${stem}User`);
    const password = getNodeVariableName(context, `${stem}Password`);
    return {
      cloudFormation: {
        ...base.cloudFormation,
        ServerName: address.host,
        Port: address.port,
        Username: variable(user),
        Password: variable(password),
      },
      terraform: {
        ...base.terraform,
        server_name: address.host,
        port: address.port,
        username: variable(user),
        password: variable(password),
      },
      variables: [
        ...certificateVariables,
        { name: user, type: 'string', description: `User for the ${key} of ${context.physicalName(60)}.` },
        {
          name: password,
          type: 'string',
          sensitive: true,
          description: `Password for the ${key} of ${context.physicalName(60)}.`,
        },
      ],
    };
  }
  const secretName = getNodeVariableName(context, `${stem}CredentialsArn`);
  const secret = variable(secretName);
  const role = context.own('role', 'arn');
  return {
    cloudFormation: {
      ...base.cloudFormation,
      [member]: { SecretsManagerSecretId: secret, SecretsManagerAccessRoleArn: role },
    },
    terraform: {
      ...base.terraform,
      secrets_manager_arn: secret,
      secrets_manager_access_role_arn: role,
      // The provider insists on a key for MongoDB; this alias is the one DMS takes by itself.
      kms_key_arn: engine === 'mongodb' ? dmsKey : undefined,
    },
    variables: [
      ...certificateVariables,
      {
        name: secretName,
        type: 'string',
        description: `ARN of a Secrets Manager secret with username, password, host and port for the ${key} of ${context.physicalName(60)}.`,
      },
    ],
    secrets: [secret],
  };
}
