import { block, blocks, type Expression, pseudo, text, verbatim } from '../../iac/ir/expression.ts';
import { buildArtifactBucket } from '../../iac/ir/artifact-bucket.ts';
import type { IacContext, IacContribution, IacMapping, PolicyStatement } from '../../iac/ir/mapping.ts';
import { buildGlueConnections } from '../glue-connection.ts';
import { buildGlueLogStatement } from '../glue-logging.ts';
import { buildSecurityConfiguration } from '../glue-security.ts';
import { buildShellScript, buildSource, buildSparkScript, buildTargets } from './script.ts';
import { buildTriggers } from './triggers.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const spark = config.text('commandName') === 'glueetl';
  const name = context.physicalName(255);
  const links = buildGlueConnections(context);
  const parts = [buildSource(context, links.connections), ...buildTargets(context, links.connections)];
  const needsTempDir = parts.some((part) => part.lines.some((line) => line.includes('redshiftTmpDir')));
  const own = config.text('scriptLocation');
  const hasBucket = (edges: IacContext['incoming']) => edges.some((edge) => edge.service === 's3');
  const artifacts = buildArtifactBucket(context, {
    path: `jobs/${context.physicalName(60)}/script.py`,
    text: spark
      ? buildSparkScript(parts, needsTempDir)
      : buildShellScript(hasBucket(context.incoming), hasBucket(context.outgoing)),
  });
  const script: Expression = own === '' ? artifacts.scriptUri : own;
  const security = buildSecurityConfiguration(context);
  const triggers = buildTriggers(context);
  const defaultArguments: Record<string, Expression> = {
    '--TempDir': text('s3://', artifacts.name, '/temporary/'),
    ...(spark && {
      '--job-language': 'python',
      '--job-bookmark-option': config.text('jobBookmarkOption'),
      ...(config.flag('autoScaling') && { '--enable-auto-scaling': 'true' }),
      ...(config.flag('metrics') && { '--enable-metrics': 'true' }),
      ...(context.incoming.concat(context.outgoing).some((edge) => edge.service === 'glue-catalog') && {
        '--enable-glue-datacatalog': 'true',
      }),
    }),
    ...(config.flag('continuousLogging') && { '--enable-continuous-cloudwatch-log': 'true' }),
    ...Object.assign({}, ...parts.map((part) => part.arguments)),
    ...config.map('defaultArguments'),
  };
  const connections = links.connections.map((connection) => connection.name);
  const maxRetries = config.number('maxRetries');
  const maxConcurrentRuns = config.number('maxConcurrentRuns');
  const pythonVersion = spark ? '3' : '3.9';
  const workers = config.number('numberOfWorkers');
  const capacity = Number(config.text('maxCapacity'));
  const artifactStatement: PolicyStatement = {
    sid: 'UseArtifacts',
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'],
    resources: [artifacts.arn, text(artifacts.arn, '/*')],
  };
  const scriptStatement: readonly PolicyStatement[] =
    own === ''
      ? []
      : [
          {
            sid: 'ReadScript',
            actions: ['s3:GetObject'],
            resources: [text('arn:', pseudo('partition'), ':s3:::', own.replace(/^s3:\/\//, ''))],
          },
        ];
  return {
    cloudFormation: [
      ...artifacts.cloudFormation,
      ...security.cloudFormation,
      ...links.cloudFormation,
      {
        key: 'job',
        type: 'AWS::Glue::Job',
        properties: {
          Name: name,
          Role: context.own('role', 'arn'),
          Command: { Name: config.text('commandName'), ScriptLocation: script, PythonVersion: pythonVersion },
          GlueVersion: spark ? config.text('glueVersion') : undefined,
          WorkerType: spark ? config.text('workerType') : undefined,
          NumberOfWorkers: spark ? workers : undefined,
          MaxCapacity: spark ? undefined : capacity,
          ExecutionClass: spark ? config.text('executionClass') : undefined,
          ExecutionProperty: { MaxConcurrentRuns: maxConcurrentRuns },
          JobRunQueuingEnabled: config.flag('jobRunQueuingEnabled'),
          Timeout: config.number('timeout'),
          MaxRetries: maxRetries,
          Connections: connections.length > 0 ? { Connections: connections } : undefined,
          SecurityConfiguration: security.name,
          DefaultArguments: verbatim(defaultArguments),
        },
      },
      ...triggers.cloudFormation,
    ],
    terraform: [
      // A script of the designer's own needs no upload; the bucket still serves temporary files.
      ...artifacts.terraform.filter((resource) => own === '' || resource.type !== 'aws_s3_object'),
      ...security.terraform,
      ...links.terraform,
      {
        key: 'job',
        type: 'aws_glue_job',
        arguments: {
          name,
          role_arn: context.own('role', 'arn'),
          command: block({
            name: config.text('commandName'),
            script_location: script,
            python_version: pythonVersion,
          }),
          glue_version: spark ? config.text('glueVersion') : undefined,
          worker_type: spark ? config.text('workerType') : undefined,
          number_of_workers: spark ? workers : undefined,
          max_capacity: spark ? undefined : capacity,
          execution_class: spark ? config.text('executionClass') : undefined,
          execution_property: blocks([{ max_concurrent_runs: maxConcurrentRuns }]),
          job_run_queuing_enabled: config.flag('jobRunQueuingEnabled'),
          timeout: config.number('timeout'),
          max_retries: maxRetries,
          connections: connections.length > 0 ? connections : undefined,
          security_configuration: security.name,
          default_arguments: verbatim(defaultArguments),
        },
      },
      ...triggers.terraform,
    ],
    roles: [
      {
        key: 'role',
        trusts: ['glue.amazonaws.com'],
        statements: [
          buildGlueLogStatement(spark ? 'jobs' : 'python-jobs'),
          artifactStatement,
          ...scriptStatement,
          ...links.statements,
        ],
      },
    ],
    resourcePolicies: artifacts.resourcePolicies,
    variables: links.variables,
    files: own === '' ? artifacts.files : [],
    manualSteps: own === '' ? artifacts.manualSteps : [],
  };
}

export const iac: IacMapping = {
  primary: 'job',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Glue::Job',
      'AWS::Glue::Trigger',
      'AWS::Glue::Connection',
      'AWS::Glue::SecurityConfiguration',
      'AWS::S3::Bucket',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::SecurityGroupIngress',
    ],
    terraform: [
      'aws_glue_job',
      'aws_glue_trigger',
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
