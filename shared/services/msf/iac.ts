import { block, blocks, type Expression, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, IacNeighbour } from '../../iac/ir/mapping.ts';
import { buildArtifactBucket } from '../../iac/ir/artifact-bucket.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { getLogRetentionDays } from '../log-retention.ts';
import { networkInterfaceStatements } from '../network-interfaces.ts';
import { starterApplication } from './starter-application.ts';

/** What the code needs to know about each neighbour to reach it. */
const settings: Readonly<Record<string, 'arn' | 'name' | 'endpoint' | 'url'>> = {
  kds: 'arn',
  firehose: 'name',
  s3: 'name',
  dynamodb: 'name',
  opensearch: 'endpoint',
  sqs: 'url',
  rds: 'endpoint',
  aurora: 'endpoint',
  'sm-endpoint': 'name',
};

function buildEnvironment(context: IacContext): { id: string; values: Record<string, Expression> }[] {
  const describe = (edges: readonly IacNeighbour[]): Record<string, Expression> =>
    Object.fromEntries(
      edges.flatMap((edge) => {
        const attribute = settings[edge.service];
        return attribute ? [[`${edge.node}.${attribute}`, edge.ref(attribute)]] : [];
      }),
    );
  const groups = [
    { id: 'inputs', values: describe(context.incoming.filter((edge) => edge.kind !== 'configuration')) },
    { id: 'outputs', values: describe(context.outgoing) },
  ];
  return groups.filter((group) => Object.keys(group.values).length > 0);
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(128);
  const drawn = context.incoming.find((edge) => edge.service === 's3' && edge.kind === 'configuration');
  const code = buildArtifactBucket(context, {
    path: `applications/${name}/main.py`,
    text: starterApplication,
  });
  const bucketArn = drawn ? drawn.ref('arn') : code.arn;
  const inVpc = config.text('networkAccess') === 'VPC';
  const group = inVpc
    ? buildSecurityGroup(context, `Flink application ${context.physicalName(200)}`)
    : { cloudFormation: [], terraform: [] };
  const checkpoints = config.flag('checkpointingEnabled');
  const intervalMilliseconds = checkpoints ? config.number('checkpointIntervalSeconds') * 1000 : undefined;
  const environment = buildEnvironment(context);
  const subnets = variable('privateSubnetIds');
  const groups = [context.own(securityGroupKey, 'id')];
  const objectKey = config.text('codeObjectKey');
  return {
    cloudFormation: [
      ...group.cloudFormation,
      ...(drawn ? [] : code.cloudFormation),
      {
        key: 'logs',
        type: 'AWS::Logs::LogGroup',
        properties: {
          LogGroupName: `/aws/kinesis-analytics/${name}`,
          RetentionInDays: getLogRetentionDays(config),
        },
      },
      {
        key: 'log-stream',
        type: 'AWS::Logs::LogStream',
        properties: { LogGroupName: context.own('logs', 'name'), LogStreamName: 'application' },
      },
      {
        key: 'application',
        type: 'AWS::KinesisAnalyticsV2::Application',
        properties: {
          ApplicationName: name,
          RuntimeEnvironment: config.text('runtimeEnvironment'),
          ServiceExecutionRole: context.own('role', 'arn'),
          ApplicationConfiguration: {
            ApplicationCodeConfiguration: {
              CodeContentType: 'ZIPFILE',
              CodeContent: { S3ContentLocation: { BucketARN: bucketArn, FileKey: objectKey } },
            },
            ApplicationSnapshotConfiguration: { SnapshotsEnabled: config.flag('snapshotsEnabled') },
            EnvironmentProperties:
              environment.length > 0
                ? {
                    PropertyGroups: environment.map(({ id, values }) => ({
                      PropertyGroupId: id,
                      PropertyMap: verbatim(values),
                    })),
                  }
                : undefined,
            FlinkApplicationConfiguration: {
              CheckpointConfiguration: {
                ConfigurationType: 'CUSTOM',
                CheckpointingEnabled: checkpoints,
                CheckpointInterval: intervalMilliseconds,
              },
              MonitoringConfiguration: {
                ConfigurationType: 'CUSTOM',
                LogLevel: 'INFO',
                MetricsLevel: 'APPLICATION',
              },
              ParallelismConfiguration: {
                ConfigurationType: 'CUSTOM',
                Parallelism: config.number('parallelism'),
                ParallelismPerKPU: config.number('parallelismPerKpu'),
                AutoScalingEnabled: config.flag('autoScalingEnabled'),
              },
            },
            VpcConfigurations: inVpc ? [{ SubnetIds: subnets, SecurityGroupIds: groups }] : undefined,
          },
        },
      },
      {
        key: 'logging',
        type: 'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption',
        properties: {
          ApplicationName: context.own('application', 'name'),
          CloudWatchLoggingOption: {
            LogStreamARN: text(context.own('logs', 'arn'), ':log-stream:', context.own('log-stream', 'name')),
          },
        },
      },
    ],
    terraform: [
      ...group.terraform,
      ...(drawn ? [] : code.terraform),
      {
        key: 'logs',
        type: 'aws_cloudwatch_log_group',
        arguments: { name: `/aws/kinesis-analytics/${name}`, retention_in_days: getLogRetentionDays(config) },
      },
      {
        key: 'log-stream',
        type: 'aws_cloudwatch_log_stream',
        arguments: { name: 'application', log_group_name: context.own('logs', 'name') },
      },
      {
        key: 'application',
        type: 'aws_kinesisanalyticsv2_application',
        arguments: {
          name,
          runtime_environment: config.text('runtimeEnvironment'),
          service_execution_role: context.own('role', 'arn'),
          application_configuration: block({
            application_code_configuration: block({
              code_content_type: 'ZIPFILE',
              code_content: block({
                s3_content_location: block({ bucket_arn: bucketArn, file_key: objectKey }),
              }),
            }),
            application_snapshot_configuration: block({ snapshots_enabled: config.flag('snapshotsEnabled') }),
            environment_properties:
              environment.length > 0
                ? block({
                    property_group: blocks(
                      environment.map(({ id, values }) => ({ property_group_id: id, property_map: values })),
                    ),
                  })
                : undefined,
            flink_application_configuration: block({
              checkpoint_configuration: block({
                configuration_type: 'CUSTOM',
                checkpointing_enabled: checkpoints,
                checkpoint_interval: intervalMilliseconds,
              }),
              monitoring_configuration: block({
                configuration_type: 'CUSTOM',
                log_level: 'INFO',
                metrics_level: 'APPLICATION',
              }),
              parallelism_configuration: block({
                configuration_type: 'CUSTOM',
                parallelism: config.number('parallelism'),
                parallelism_per_kpu: config.number('parallelismPerKpu'),
                auto_scaling_enabled: config.flag('autoScalingEnabled'),
              }),
            }),
            vpc_configuration: inVpc ? block({ subnet_ids: subnets, security_group_ids: groups }) : undefined,
          }),
          cloudwatch_logging_options: block({ log_stream_arn: context.own('log-stream', 'arn') }),
        },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['kinesisanalytics.amazonaws.com'],
        statements: [
          {
            sid: 'ReadApplicationCode',
            actions: ['s3:GetObject', 's3:GetObjectVersion'],
            resources: [text(bucketArn, `/${objectKey}`)],
          },
          {
            sid: 'WriteApplicationLogs',
            actions: ['logs:DescribeLogStreams', 'logs:PutLogEvents'],
            resources: [
              text(context.own('logs', 'arn'), ':log-stream:*'),
              text(context.own('logs', 'arn'), ':*'),
            ],
          },
          ...(inVpc ? networkInterfaceStatements : []),
        ],
      },
    ],
    resourcePolicies: drawn ? [] : code.resourcePolicies,
    variables: inVpc ? vpcVariables : [],
    files: drawn ? [] : code.files,
    manualSteps: drawn
      ? []
      : [
          {
            target: 'both',
            title: `Package and upload the Flink application ${name}`,
            reason: 'The application starts from a ZIP with your code and its connector JARs.',
            command: `zip -j ${objectKey} applications/${name}/main.py && aws s3 cp ${objectKey} s3://<artifact bucket of ${name}>/${objectKey}`,
          },
        ],
  };
}

export const iac: IacMapping = {
  primary: 'application',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::KinesisAnalyticsV2::Application',
      'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption',
      'AWS::Logs::LogGroup',
      'AWS::Logs::LogStream',
      'AWS::S3::Bucket',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_kinesisanalyticsv2_application',
      'aws_cloudwatch_log_group',
      'aws_cloudwatch_log_stream',
      'aws_s3_bucket',
      'aws_security_group',
    ],
  },
  build,
};
