import { blocks, type Expression, variable } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { publicSubnetsVariable, vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';
import { firehoseAddresses } from './firehose-addresses.ts';
import { getManualSteps, isLoadedByFirehose } from './manual-steps.ts';

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

const logTypes = ['connectionlog', 'userlog', 'useractivitylog'];

function getSubnets(context: IacContext): Expression {
  return variable(context.config.flag('publiclyAccessible') ? 'publicSubnetIds' : 'privateSubnetIds');
}

function getKey(context: IacContext): Expression | undefined {
  if (!context.config.flag('encrypted')) return undefined;
  return context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
}

/** Settings of the database engine; zero-ETL sources ask for case-sensitive names. */
function getParameters(context: IacContext): readonly { name: string; value: string }[] {
  const caseSensitive = context.incoming.some((edge) => zeroEtlSources.has(edge.service));
  return [
    { name: 'require_ssl', value: String(context.config.flag('requireSsl')) },
    ...(context.config.flag('auditLogging') && context.config.text('deployment') === 'PROVISIONED'
      ? [{ name: 'enable_user_activity_logging', value: 'true' }]
      : []),
    ...(caseSensitive ? [{ name: 'enable_case_sensitive_identifier', value: 'true' }] : []),
  ];
}

function buildCluster(context: IacContext): Parts {
  const { config } = context;
  const name = context.physicalName(63);
  const nodes = config.number('numberOfNodes');
  const type = nodes === 1 ? 'single-node' : 'multi-node';
  const parameters = getParameters(context);
  const groups = [context.own(securityGroupKey, 'id')];
  const logging = config.flag('auditLogging');
  return {
    cloudFormation: [
      {
        key: 'subnets',
        type: 'AWS::Redshift::ClusterSubnetGroup',
        properties: { Description: `Subnets of ${name}`, SubnetIds: getSubnets(context) },
      },
      {
        key: 'parameters',
        type: 'AWS::Redshift::ClusterParameterGroup',
        properties: {
          Description: `Settings of ${name}`,
          ParameterGroupFamily: 'redshift-2.0',
          Parameters: parameters.map((parameter) => ({
            ParameterName: parameter.name,
            ParameterValue: parameter.value,
          })),
        },
      },
      {
        key: 'warehouse',
        type: 'AWS::Redshift::Cluster',
        properties: {
          ClusterIdentifier: name,
          ClusterType: type,
          NumberOfNodes: nodes > 1 ? nodes : undefined,
          NodeType: config.text('nodeType'),
          DBName: config.text('dbName'),
          MasterUsername: config.text('masterUsername'),
          ManageMasterPassword: true,
          Port: config.number('port'),
          PubliclyAccessible: config.flag('publiclyAccessible'),
          EnhancedVpcRouting: config.flag('enhancedVpcRouting'),
          Encrypted: config.flag('encrypted'),
          KmsKeyId: getKey(context),
          AutomatedSnapshotRetentionPeriod: config.number('automatedSnapshotRetentionPeriod'),
          ClusterSubnetGroupName: context.own('subnets', 'name'),
          ClusterParameterGroupName: context.own('parameters', 'Ref|name'),
          VpcSecurityGroupIds: groups,
          IamRoles: [context.own('role', 'arn')],
          LoggingProperties: logging ? { LogDestinationType: 'cloudwatch', LogExports: logTypes } : undefined,
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'subnets',
        type: 'aws_redshift_subnet_group',
        arguments: { name, description: `Subnets of ${name}`, subnet_ids: getSubnets(context) },
      },
      {
        key: 'parameters',
        type: 'aws_redshift_parameter_group',
        arguments: {
          name,
          description: `Settings of ${name}`,
          family: 'redshift-2.0',
          parameter: blocks(parameters.map((parameter) => ({ ...parameter }))),
        },
      },
      {
        key: 'warehouse',
        type: 'aws_redshift_cluster',
        arguments: {
          cluster_identifier: name,
          cluster_type: type,
          number_of_nodes: nodes > 1 ? nodes : undefined,
          node_type: config.text('nodeType'),
          database_name: config.text('dbName'),
          master_username: config.text('masterUsername'),
          manage_master_password: true,
          port: config.number('port'),
          publicly_accessible: config.flag('publiclyAccessible'),
          enhanced_vpc_routing: config.flag('enhancedVpcRouting'),
          encrypted: String(config.flag('encrypted')),
          kms_key_id: getKey(context),
          automated_snapshot_retention_period: config.number('automatedSnapshotRetentionPeriod'),
          cluster_subnet_group_name: context.own('subnets', 'name'),
          cluster_parameter_group_name: context.own('parameters', 'name'),
          vpc_security_group_ids: groups,
          iam_roles: [context.own('role', 'arn')],
          final_snapshot_identifier: `${name.slice(0, 57)}-final`,
        },
      },
      ...(logging
        ? [
            {
              key: 'logging',
              type: 'aws_redshift_logging',
              arguments: {
                cluster_identifier: context.own('warehouse', 'id'),
                log_destination_type: 'cloudwatch',
                log_exports: logTypes,
              },
            } as const,
          ]
        : []),
    ],
  };
}

function buildServerless(context: IacContext): Parts {
  const { config } = context;
  const name = context.physicalName(64);
  const parameters = getParameters(context);
  const groups = [context.own(securityGroupKey, 'id')];
  const logs = config.flag('auditLogging') ? logTypes : undefined;
  return {
    cloudFormation: [
      {
        key: 'namespace',
        type: 'AWS::RedshiftServerless::Namespace',
        properties: {
          NamespaceName: name,
          DbName: config.text('dbName'),
          AdminUsername: config.text('masterUsername'),
          ManageAdminPassword: true,
          KmsKeyId: getKey(context),
          IamRoles: [context.own('role', 'arn')],
          LogExports: logs,
        },
        retain: true,
      },
      {
        key: 'warehouse',
        type: 'AWS::RedshiftServerless::Workgroup',
        properties: {
          WorkgroupName: name,
          NamespaceName: context.own('namespace', 'name'),
          BaseCapacity: config.number('baseCapacity'),
          MaxCapacity: config.number('maxCapacity'),
          Port: config.number('port'),
          PubliclyAccessible: config.flag('publiclyAccessible'),
          EnhancedVpcRouting: config.flag('enhancedVpcRouting'),
          SubnetIds: getSubnets(context),
          SecurityGroupIds: groups,
          ConfigParameters: parameters.map((parameter) => ({
            ParameterKey: parameter.name,
            ParameterValue: parameter.value,
          })),
        },
      },
    ],
    terraform: [
      {
        key: 'namespace',
        type: 'aws_redshiftserverless_namespace',
        arguments: {
          namespace_name: name,
          db_name: config.text('dbName'),
          admin_username: config.text('masterUsername'),
          manage_admin_password: true,
          kms_key_id: getKey(context),
          iam_roles: [context.own('role', 'arn')],
          log_exports: logs,
        },
      },
      {
        key: 'warehouse',
        type: 'aws_redshiftserverless_workgroup',
        arguments: {
          workgroup_name: name,
          namespace_name: context.own('namespace', 'name'),
          base_capacity: config.number('baseCapacity'),
          max_capacity: config.number('maxCapacity'),
          port: config.number('port'),
          publicly_accessible: config.flag('publiclyAccessible'),
          enhanced_vpc_routing: config.flag('enhancedVpcRouting'),
          subnet_ids: getSubnets(context),
          security_group_ids: groups,
          config_parameter: blocks(
            parameters.map((parameter) => ({
              parameter_key: parameter.name,
              parameter_value: parameter.value,
            })),
          ),
        },
      },
    ],
  };
}

const zeroEtlSources = new Set(['dynamodb']);

/** Zero-ETL: the table is copied into the warehouse and kept up to date without a pipeline. */
function buildIntegrations(context: IacContext): Parts {
  const serverless = context.config.text('deployment') === 'SERVERLESS';
  const target = serverless
    ? context.own('namespace', 'arn')
    : context.own('warehouse', 'ClusterNamespaceArn|cluster_namespace_arn');
  const sources = context.incoming.filter((edge) => zeroEtlSources.has(edge.service));
  const name = (index: number) => `${context.physicalName(50)}-zero-etl-${index + 1}`;
  return {
    cloudFormation: sources.map((edge, index) => ({
      key: `integration-${edge.node}`,
      type: 'AWS::Redshift::Integration',
      properties: { IntegrationName: name(index), SourceArn: edge.ref('arn'), TargetArn: target },
    })),
    terraform: sources.map((edge, index) => ({
      key: `integration-${edge.node}`,
      type: 'aws_redshift_integration',
      arguments: { integration_name: name(index), source_arn: edge.ref('arn'), target_arn: target },
    })),
  };
}

const firehoseRangeVariable: VariableSpec = {
  name: 'firehoseCidr',
  type: 'string',
  description:
    'IPv4 range from which Amazon Data Firehose connects in this Region; see its developer guide under "Access to an Amazon Redshift destination".',
  validation: { pattern: '^[0-9.]+/[0-9]+$', message: 'An IPv4 range looks like 192.0.2.0/27.' },
};

function build(context: IacContext): IacContribution {
  const { config } = context;
  const port = config.number('port');
  const loaded = isLoadedByFirehose(context);
  const known = firehoseAddresses[context.settings.region];
  const group = buildSecurityGroup(context, `Clients of the warehouse ${context.physicalName(60)}`, {
    portsFromVpc: [port],
    ...(loaded && {
      portsFromAddresses: [{ port, addresses: known ?? variable(firehoseRangeVariable.name) }],
    }),
  });
  const serverless = config.text('deployment') === 'SERVERLESS';
  const warehouse = serverless ? buildServerless(context) : buildCluster(context);
  const integrations = buildIntegrations(context);
  return {
    cloudFormation: [...group.cloudFormation, ...warehouse.cloudFormation, ...integrations.cloudFormation],
    terraform: [...group.terraform, ...warehouse.terraform, ...integrations.terraform],
    roles: [{ key: 'role', trusts: ['redshift.amazonaws.com', 'redshift-serverless.amazonaws.com'] }],
    variables: [
      ...vpcVariables,
      vpcCidrVariable,
      ...(config.flag('publiclyAccessible') ? [publicSubnetsVariable] : []),
      ...(loaded && known === undefined ? [firehoseRangeVariable] : []),
    ],
    manualSteps: getManualSteps(context),
  };
}

export const iac: IacMapping = {
  primary: 'warehouse',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Redshift::Cluster',
      'AWS::Redshift::ClusterSubnetGroup',
      'AWS::Redshift::ClusterParameterGroup',
      'AWS::Redshift::Integration',
      'AWS::RedshiftServerless::Namespace',
      'AWS::RedshiftServerless::Workgroup',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_redshift_cluster',
      'aws_redshift_subnet_group',
      'aws_redshift_parameter_group',
      'aws_redshift_logging',
      'aws_redshift_integration',
      'aws_redshiftserverless_namespace',
      'aws_redshiftserverless_workgroup',
      'aws_security_group',
    ],
  },
  build,
};
