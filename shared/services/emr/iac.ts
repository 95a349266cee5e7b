import { block, json, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type {
  IacContext,
  IacContribution,
  IacMapping,
  PolicyStatement,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { anyEc2Resource, anyImage, describesAll } from '../network-interfaces.ts';
import { buildDiskEncryption } from './encryption.ts';

const subnetVariable: VariableSpec = {
  name: 'emrSubnetId',
  type: 'string',
  description: 'Private subnet of the EMR nodes; it needs a route to S3.',
  validation: { pattern: '^subnet-[0-9a-f]+$', message: 'A subnet id looks like subnet-0123456789abcdef0.' },
  network: 'subnet',
};

const metastore = 'com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory';

/** What EMR does in the account to run a cluster: machines, interfaces and the groups it makes for them. */
function getServiceStatements(context: IacContext): readonly PolicyStatement[] {
  return [
    {
      sid: 'RunNodes',
      actions: [
        'ec2:AuthorizeSecurityGroupEgress',
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateFleet',
        'ec2:CreateLaunchTemplate',
        'ec2:CreateNetworkInterface',
        'ec2:CreateSecurityGroup',
        'ec2:CreateTags',
        'ec2:DeleteLaunchTemplate',
        'ec2:DeleteNetworkInterface',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RunInstances',
        'ec2:TerminateInstances',
      ],
      resources: [anyEc2Resource, anyImage],
    },
    {
      sid: 'ReadVpc',
      actions: [
        'ec2:DescribeAccountAttributes',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstances',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribeNetworkAcls',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVolumes',
        'ec2:DescribeVpcs',
      ],
      resources: ['*'],
      reason: describesAll,
    },
    {
      sid: 'HandRoleToNodes',
      actions: ['iam:PassRole'],
      resources: [context.own('role', 'arn')],
      conditions: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    },
  ];
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(200);
  const catalog = [...context.incoming, ...context.outgoing].some((edge) => edge.service === 'glue-catalog');
  const bucket = [...context.outgoing, ...context.incoming].find((edge) => edge.service === 's3');
  const logs = bucket && text('s3://', bucket.ref('name'), '/emr-logs/');
  const core = config.number('coreInstanceCount');
  const maximum = config.number('maximumUnits');
  const idle = config.number('idleTimeoutMinutes');
  const scales = maximum > core;
  const encryption = buildDiskEncryption(context);
  const classifications = ['hive-site', 'spark-hive-site'];
  const setting = { 'hive.metastore.client.factory.class': metastore };
  const profile = context.own('profile', 'name');
  const service = context.own('service-role', 'arn');
  return {
    cloudFormation: [
      ...encryption.cloudFormation,
      {
        key: 'profile',
        type: 'AWS::IAM::InstanceProfile',
        properties: { Roles: [context.own('role', 'name')] },
      },
      {
        key: 'cluster',
        type: 'AWS::EMR::Cluster',
        properties: {
          Name: name,
          ReleaseLabel: config.text('releaseLabel'),
          Applications: config.list('applications').map((application) => ({ Name: application })),
          ServiceRole: service,
          JobFlowRole: profile,
          SecurityConfiguration: encryption.name,
          LogUri: logs,
          StepConcurrencyLevel: config.number('stepConcurrencyLevel'),
          Configurations: catalog
            ? classifications.map((classification) => ({
                Classification: classification,
                ConfigurationProperties: verbatim(setting),
              }))
            : undefined,
          Instances: {
            Ec2SubnetId: variable(subnetVariable.name),
            KeepJobFlowAliveWhenNoSteps: true,
            MasterInstanceGroup: { InstanceType: config.text('masterInstanceType'), InstanceCount: 1 },
            CoreInstanceGroup: { InstanceType: config.text('coreInstanceType'), InstanceCount: core },
          },
          ManagedScalingPolicy: scales
            ? {
                ComputeLimits: {
                  UnitType: 'Instances',
                  MinimumCapacityUnits: core,
                  MaximumCapacityUnits: maximum,
                },
              }
            : undefined,
          AutoTerminationPolicy: idle > 0 ? { IdleTimeout: idle * 60 } : undefined,
        },
      },
    ],
    terraform: [
      ...encryption.terraform,
      {
        key: 'profile',
        type: 'aws_iam_instance_profile',
        arguments: { name_prefix: `${context.physicalName(36)}-`, role: context.own('role', 'name') },
      },
      {
        key: 'cluster',
        type: 'aws_emr_cluster',
        arguments: {
          name,
          release_label: config.text('releaseLabel'),
          applications: config.list('applications'),
          service_role: service,
          security_configuration: encryption.name,
          log_uri: logs,
          keep_job_flow_alive_when_no_steps: true,
          step_concurrency_level: config.number('stepConcurrencyLevel'),
          configurations_json: catalog
            ? json(
                classifications.map((classification) => ({
                  Classification: classification,
                  Properties: setting,
                })),
              )
            : undefined,
          ec2_attributes: block({ subnet_id: variable(subnetVariable.name), instance_profile: profile }),
          master_instance_group: block({ instance_type: config.text('masterInstanceType') }),
          core_instance_group: block({
            instance_type: config.text('coreInstanceType'),
            instance_count: core,
          }),
          auto_termination_policy: idle > 0 ? block({ idle_timeout: idle * 60 }) : undefined,
        },
      },
      ...(scales
        ? [
            {
              key: 'scaling',
              type: 'aws_emr_managed_scaling_policy' as const,
              arguments: {
                cluster_id: context.own('cluster', 'id'),
                compute_limits: block({
                  unit_type: 'Instances',
                  minimum_capacity_units: core,
                  maximum_capacity_units: maximum,
                }),
              },
            },
          ]
        : []),
    ],
    roles: [
      {
        key: 'role',
        trusts: ['ec2.amazonaws.com'],
        statements: [
          ...(bucket
            ? [
                {
                  sid: 'WriteClusterLogs',
                  actions: ['s3:PutObject'],
                  resources: [text(bucket.ref('arn'), '/emr-logs/*')],
                },
              ]
            : []),
          ...encryption.statements.nodes,
        ],
      },
      {
        key: 'service-role',
        trusts: ['elasticmapreduce.amazonaws.com'],
        statements: [...getServiceStatements(context), ...encryption.statements.service],
      },
    ],
    variables: [subnetVariable],
  };
}

export const iac: IacMapping = {
  primary: 'cluster',
  role: 'role',
  types: {
    cloudFormation: ['AWS::EMR::Cluster', 'AWS::EMR::SecurityConfiguration', 'AWS::IAM::InstanceProfile'],
    terraform: [
      'aws_emr_cluster',
      'aws_emr_managed_scaling_policy',
      'aws_emr_security_configuration',
      'aws_iam_instance_profile',
    ],
  },
  build,
};
