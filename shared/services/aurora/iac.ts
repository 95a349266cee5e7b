import { block, blocks, variable, verbatim } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';
import { getDefaultPort } from '../database-address.ts';
import { getClusterParameters, getRoleFeatures, usesRole } from './parameters.ts';

/** Versions a parameter group is made for while the designer names none. */
const defaultVersions: Readonly<Record<string, string>> = {
  'aurora-postgresql': '16.6',
  'aurora-mysql': '8.0.mysql_aurora.3.08.0',
};

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

function getFamily(engine: string, version: string): string {
  const numbers = version.split('.');
  return engine === 'aurora-mysql'
    ? `aurora-mysql${numbers.slice(0, 2).join('.')}`
    : `aurora-postgresql${numbers[0] ?? ''}`;
}

function buildParameterGroup(context: IacContext, version: string): Parts {
  const parameters = getClusterParameters(context);
  const entries = Object.entries(parameters);
  if (entries.length === 0) return { cloudFormation: [], terraform: [] };
  const name = context.physicalName(60);
  const description = `Parameters of the cluster ${name}`;
  const family = getFamily(context.config.text('engine'), version);
  return {
    cloudFormation: [
      {
        key: 'parameters',
        type: 'AWS::RDS::DBClusterParameterGroup',
        properties: {
          DBClusterParameterGroupName: name,
          Description: description,
          Family: family,
          Parameters: verbatim(parameters),
        },
      },
    ],
    terraform: [
      {
        key: 'parameters',
        type: 'aws_rds_cluster_parameter_group',
        arguments: {
          name,
          description,
          family,
          parameter: blocks(
            entries.map(([parameter, value]) => ({ name: parameter, value, apply_method: 'pending-reboot' })),
          ),
        },
      },
    ],
  };
}

function buildSurroundings(context: IacContext): Parts {
  const name = context.physicalName(60);
  const description = `Subnets of the cluster ${name}`;
  const group = buildSecurityGroup(context, `Clients of the cluster ${name}`, {
    portsFromVpc: [getDefaultPort(context.config.text('engine'))],
  });
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'subnets',
        type: 'AWS::RDS::DBSubnetGroup',
        properties: {
          DBSubnetGroupName: name,
          DBSubnetGroupDescription: description,
          SubnetIds: variable('privateSubnetIds'),
        },
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'subnets',
        type: 'aws_db_subnet_group',
        arguments: { name, description, subnet_ids: variable('privateSubnetIds') },
      },
    ],
  };
}

function buildInstances(context: IacContext): Parts {
  const { config } = context;
  const serverless = config.text('capacityType') === 'SERVERLESS';
  const instanceClass = serverless ? 'db.serverless' : config.text('dbInstanceClass');
  const engine = config.text('engine');
  const numbers = Array.from({ length: 1 + config.number('readers') }, (_, index) => index);
  const key = (index: number): string => (index === 0 ? 'writer' : `reader-${index}`);
  return {
    cloudFormation: numbers.map((index) => ({
      key: key(index),
      type: 'AWS::RDS::DBInstance',
      properties: {
        DBClusterIdentifier: context.own('cluster', 'id'),
        DBInstanceIdentifier: `${context.physicalName(50)}-${key(index)}`,
        DBInstanceClass: instanceClass,
        Engine: engine,
        PubliclyAccessible: false,
      },
    })),
    terraform: numbers.map((index) => ({
      key: key(index),
      type: 'aws_rds_cluster_instance',
      arguments: {
        cluster_identifier: context.own('cluster', 'id'),
        identifier: `${context.physicalName(50)}-${key(index)}`,
        instance_class: instanceClass,
        engine,
        publicly_accessible: false,
      },
    })),
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(50);
  const engine = config.text('engine');
  const mysql = engine === 'aurora-mysql';
  const version = config.text('engineVersion') || defaultVersions[engine] || '16.6';
  const surroundings = buildSurroundings(context);
  const parameters = buildParameterGroup(context, version);
  const instances = buildInstances(context);
  const features = getRoleFeatures(context);
  const role = usesRole(context);
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const encrypted = config.flag('storageEncrypted');
  const serverless = config.text('capacityType') === 'SERVERLESS';
  const minimum = config.number('minCapacity');
  const pause = minimum === 0 ? config.number('secondsUntilAutoPause') : undefined;
  const maximum = Math.max(1, config.number('maxCapacity'));
  const group = parameters.cloudFormation.length > 0 ? context.own('parameters', 'Ref|name') : undefined;
  const logs = mysql ? ['error', 'slowquery'] : ['postgresql'];
  return {
    cloudFormation: [
      ...surroundings.cloudFormation,
      ...parameters.cloudFormation,
      {
        key: 'cluster',
        type: 'AWS::RDS::DBCluster',
        properties: {
          DBClusterIdentifier: name,
          Engine: engine,
          EngineVersion: version,
          DatabaseName: config.text('databaseName'),
          MasterUsername: config.text('masterUsername'),
          ManageMasterUserPassword: true,
          ServerlessV2ScalingConfiguration: serverless
            ? { MinCapacity: minimum, MaxCapacity: maximum, SecondsUntilAutoPause: pause }
            : undefined,
          StorageType: config.text('storageType'),
          StorageEncrypted: encrypted,
          KmsKeyId: encrypted ? key : undefined,
          DBSubnetGroupName: context.own('subnets', 'name'),
          VpcSecurityGroupIds: [context.own(securityGroupKey, 'id')],
          DBClusterParameterGroupName: group,
          BackupRetentionPeriod: config.number('backupRetentionPeriod'),
          CopyTagsToSnapshot: true,
          DeletionProtection: config.flag('deletionProtection'),
          EnableHttpEndpoint: config.flag('enableHttpEndpoint'),
          EnableIAMDatabaseAuthentication: config.flag('enableIAMDatabaseAuthentication'),
          EnableCloudwatchLogsExports: logs,
          AssociatedRoles: role
            ? mysql
              ? [{ RoleArn: context.own('role', 'arn') }]
              : features.map((feature) => ({ FeatureName: feature, RoleArn: context.own('role', 'arn') }))
            : undefined,
        },
        retain: true,
      },
      ...instances.cloudFormation,
    ],
    terraform: [
      ...surroundings.terraform,
      ...parameters.terraform,
      {
        key: 'cluster',
        type: 'aws_rds_cluster',
        arguments: {
          cluster_identifier: name,
          engine,
          engine_version: version,
          database_name: config.text('databaseName'),
          master_username: config.text('masterUsername'),
          manage_master_user_password: true,
          serverlessv2_scaling_configuration: serverless
            ? block({ min_capacity: minimum, max_capacity: maximum, seconds_until_auto_pause: pause })
            : undefined,
          storage_type: config.text('storageType') === 'aurora' ? undefined : config.text('storageType'),
          storage_encrypted: encrypted,
          kms_key_id: encrypted ? key : undefined,
          db_subnet_group_name: context.own('subnets', 'name'),
          vpc_security_group_ids: [context.own(securityGroupKey, 'id')],
          db_cluster_parameter_group_name: group,
          backup_retention_period: config.number('backupRetentionPeriod'),
          copy_tags_to_snapshot: true,
          deletion_protection: config.flag('deletionProtection'),
          enable_http_endpoint: config.flag('enableHttpEndpoint'),
          iam_database_authentication_enabled: config.flag('enableIAMDatabaseAuthentication'),
          enabled_cloudwatch_logs_exports: logs,
          iam_roles: role && mysql ? [context.own('role', 'arn')] : undefined,
          skip_final_snapshot: false,
          final_snapshot_identifier: `${name}-final`,
        },
      },
      ...instances.terraform,
      ...features.map(
        (feature, index): TerraformResource => ({
          key: index === 0 ? 'role-association' : `role-association-${index + 1}`,
          type: 'aws_rds_cluster_role_association',
          arguments: {
            db_cluster_identifier: context.own('cluster', 'id'),
            feature_name: feature,
            role_arn: context.own('role', 'arn'),
          },
        }),
      ),
    ],
    roles: role ? [{ key: 'role', trusts: ['rds.amazonaws.com', 'export.rds.amazonaws.com'] }] : [],
    variables: [...vpcVariables, vpcCidrVariable],
  };
}

export const iac: IacMapping = {
  primary: 'cluster',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::RDS::DBCluster',
      'AWS::RDS::DBClusterParameterGroup',
      'AWS::RDS::DBInstance',
      'AWS::RDS::DBSubnetGroup',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_rds_cluster',
      'aws_rds_cluster_instance',
      'aws_rds_cluster_parameter_group',
      'aws_rds_cluster_role_association',
      'aws_db_subnet_group',
      'aws_security_group',
    ],
  },
  build,
};
