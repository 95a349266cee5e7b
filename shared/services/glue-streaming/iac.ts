import { block, type Expression, pseudo, text, variable, verbatim } from '../../iac/ir/expression.ts';
import { buildArtifactBucket } from '../../iac/ir/artifact-bucket.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { buildGlueConnections } from '../glue-connection.ts';
import { buildGlueLogStatement } from '../glue-logging.ts';
import { buildSecurityConfiguration } from '../glue-security.ts';
import { buildStreamingScript } from './script.ts';

/** The Kafka connection the script names; brokers are known once the cluster exists. */
function buildKafka(context: IacContext): {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  variables: readonly VariableSpec[];
} {
  if (!context.incoming.some((edge) => edge.service === 'msk')) {
    return { cloudFormation: [], terraform: [], variables: [] };
  }
  const brokers = getNodeVariableName(context, 'KafkaBrokers');
  const name = `${context.physicalName(200)}-kafka`;
  const properties = verbatim({
    KAFKA_BOOTSTRAP_SERVERS: variable(brokers),
    KAFKA_SSL_ENABLED: 'true',
  });
  return {
    cloudFormation: [
      {
        key: 'kafka',
        type: 'AWS::Glue::Connection',
        properties: {
          CatalogId: pseudo('account'),
          ConnectionInput: { Name: name, ConnectionType: 'KAFKA', ConnectionProperties: properties },
        },
      },
    ],
    terraform: [
      {
        key: 'kafka',
        type: 'aws_glue_connection',
        arguments: { name, connection_type: 'KAFKA', connection_properties: properties },
      },
    ],
    variables: [
      {
        name: brokers,
        type: 'string',
        description: `Bootstrap brokers that ${context.physicalName(60)} reads from, host:port separated by commas.`,
      },
    ],
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(255);
  const script = buildStreamingScript(context);
  const artifacts = buildArtifactBucket(context, {
    path: `jobs/${context.physicalName(60)}/script.py`,
    text: script.text,
  });
  const links = buildGlueConnections(context);
  const kafka = buildKafka(context);
  const security = buildSecurityConfiguration(context);
  const connections: Expression[] = [
    ...links.connections.map((connection) => connection.name),
    ...(kafka.variables.length > 0 ? [context.own('kafka', 'name')] : []),
  ];
  const defaultArguments: Record<string, Expression> = {
    '--TempDir': text('s3://', artifacts.name, '/temporary/'),
    '--job-language': 'python',
    '--job-bookmark-option': 'job-bookmark-disable',
    '--enable-metrics': 'true',
    ...(config.flag('autoScaling') && { '--enable-auto-scaling': 'true' }),
    ...(config.flag('continuousLogging') && { '--enable-continuous-cloudwatch-log': 'true' }),
    ...script.arguments,
  };
  return {
    cloudFormation: [
      ...artifacts.cloudFormation,
      ...security.cloudFormation,
      ...links.cloudFormation,
      ...kafka.cloudFormation,
      {
        key: 'job',
        type: 'AWS::Glue::Job',
        properties: {
          Name: name,
          Role: context.own('role', 'arn'),
          Command: { Name: 'gluestreaming', ScriptLocation: artifacts.scriptUri, PythonVersion: '3' },
          GlueVersion: config.text('glueVersion'),
          WorkerType: config.text('workerType'),
          NumberOfWorkers: config.number('numberOfWorkers'),
          MaxRetries: config.number('maxRetries'),
          ExecutionProperty: { MaxConcurrentRuns: 1 },
          Connections: connections.length > 0 ? { Connections: connections } : undefined,
          SecurityConfiguration: security.name,
          DefaultArguments: verbatim(defaultArguments),
        },
      },
    ],
    terraform: [
      ...artifacts.terraform,
      ...security.terraform,
      ...links.terraform,
      ...kafka.terraform,
      {
        key: 'job',
        type: 'aws_glue_job',
        arguments: {
          name,
          role_arn: context.own('role', 'arn'),
          command: block({
            name: 'gluestreaming',
            script_location: artifacts.scriptUri,
            python_version: '3',
          }),
          glue_version: config.text('glueVersion'),
          worker_type: config.text('workerType'),
          number_of_workers: config.number('numberOfWorkers'),
          max_retries: config.number('maxRetries'),
          execution_property: block({ max_concurrent_runs: 1 }),
          connections: connections.length > 0 ? connections : undefined,
          security_configuration: security.name,
          default_arguments: verbatim(defaultArguments),
        },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['glue.amazonaws.com'],
        statements: [
          buildGlueLogStatement('jobs'),
          {
            sid: 'UseArtifacts',
            actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'],
            resources: [artifacts.arn, text(artifacts.arn, '/*')],
          },
          ...links.statements,
        ],
      },
    ],
    resourcePolicies: artifacts.resourcePolicies,
    variables: [...links.variables, ...kafka.variables],
    files: artifacts.files,
    manualSteps: [
      ...artifacts.manualSteps,
      {
        target: 'both',
        title: `Start the streaming job ${context.physicalName(60)}`,
        reason: 'A streaming job runs until it is stopped; deploying defines it, starting is up to you.',
        command: `aws glue start-job-run --job-name ${name}`,
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'job',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Glue::Job',
      'AWS::Glue::Connection',
      'AWS::Glue::SecurityConfiguration',
      'AWS::S3::Bucket',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::SecurityGroupIngress',
    ],
    terraform: [
      'aws_glue_job',
      'aws_glue_connection',
      'aws_glue_security_configuration',
      'aws_s3_bucket',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_versioning',
      'aws_s3_object',
      'aws_security_group',
    ],
  },
  build,
};
