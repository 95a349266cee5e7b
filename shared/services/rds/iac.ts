import { blocks, variable, verbatim } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  RoleSpec,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';
import { getDefaultPort } from '../database-address.ts';
import { findCaptureGroup, findRoleFeature, getLogExports } from './engine.ts';

const readers = new Set(['dms', 'redshift']);

function getRoleFeatures(context: IacContext): readonly string[] {
  const { config } = context;
  const has = (edges: IacContext['incoming'], service: string) =>
    edges.some((edge) => edge.service === service);
  const uses = [
    ...(has(context.incoming, 's3') ? (['import'] as const) : []),
    ...(has(context.outgoing, 's3') ? (['export'] as const) : []),
    ...(has(context.outgoing, 'lambda') ? (['invoke'] as const) : []),
  ];
  const features = uses.map((use) => findRoleFeature(config, use));
  return [...new Set(features.filter((feature): feature is string => feature !== undefined))];
}

function wantsCapture(context: IacContext): boolean {
  const choice = context.config.text('changeCapture');
  if (choice !== 'AUTO') return choice === 'ON';
  return context.outgoing.some((edge) => readers.has(edge.service));
}

/** Subnet group, security group and, when changes are captured, the parameter group. */
function buildSurroundings(context: IacContext) {
  const name = context.physicalName(60);
  const group = buildSecurityGroup(context, `Clients of the database ${name}`, {
    portsFromVpc: [getDefaultPort(context.config.text('engine'))],
  });
  const capture = wantsCapture(context) ? findCaptureGroup(context.config) : undefined;
  const cloudFormation: CloudFormationResource[] = [
    ...group.cloudFormation,
    {
      key: 'subnets',
      type: 'AWS::RDS::DBSubnetGroup',
      properties: {
        DBSubnetGroupName: name,
        DBSubnetGroupDescription: `Subnets of the database ${name}`,
        SubnetIds: variable('privateSubnetIds'),
      },
    },
  ];
  const terraform: TerraformResource[] = [
    ...group.terraform,
    {
      key: 'subnets',
      type: 'aws_db_subnet_group',
      arguments: {
        name,
        description: `Subnets of the database ${name}`,
        subnet_ids: variable('privateSubnetIds'),
      },
    },
  ];
  if (capture) {
    const description = `Change capture of the database ${name}`;
    cloudFormation.push({
      key: 'parameters',
      type: 'AWS::RDS::DBParameterGroup',
      properties: {
        DBParameterGroupName: name,
        Description: description,
        Family: capture.family,
        Parameters: verbatim(capture.parameters),
      },
    });
    terraform.push({
      key: 'parameters',
      type: 'aws_db_parameter_group',
      arguments: {
        name,
        description,
        family: capture.family,
        parameter: blocks(
          Object.entries(capture.parameters).map(([parameter, value]) => ({
            name: parameter,
            value,
            // Both logs are switched on by a restart only.
            apply_method: 'pending-reboot',
          })),
        ),
      },
    });
  }
  return { cloudFormation, terraform, capture };
}

function buildEvents(context: IacContext): {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
} {
  const topic = context.outgoing.find((edge) => edge.service === 'sns');
  if (!topic) return { cloudFormation: [], terraform: [] };
  const name = context.physicalName(200);
  return {
    cloudFormation: [
      {
        key: 'events',
        type: 'AWS::RDS::EventSubscription',
        properties: {
          SubscriptionName: name,
          SnsTopicArn: topic.ref('arn'),
          SourceType: 'db-instance',
          SourceIds: [context.own('instance', 'id')],
          Enabled: true,
        },
      },
    ],
    terraform: [
      {
        key: 'events',
        type: 'aws_db_event_subscription',
        arguments: {
          name,
          sns_topic: topic.ref('arn'),
          source_type: 'db-instance',
          source_ids: [context.own('instance', 'id')],
        },
      },
    ],
  };
}

/** The role with which the engine reaches buckets and functions; absent while it reaches none. */
function buildRoles(context: IacContext): readonly RoleSpec[] {
  const partners = new Set(['s3', 'lambda']);
  if (![...context.incoming, ...context.outgoing].some((edge) => partners.has(edge.service))) return [];
  const exports = context.outgoing.some((edge) => edge.service === 's3');
  return [{ key: 'role', trusts: ['rds.amazonaws.com', ...(exports ? ['export.rds.amazonaws.com'] : [])] }];
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const engine = config.text('engine');
  const name = context.physicalName(63);
  const surroundings = buildSurroundings(context);
  const events = buildEvents(context);
  const features = getRoleFeatures(context);
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const version = config.text('engineVersion') || surroundings.capture?.engineVersion;
  const databaseName = engine.startsWith('sqlserver') ? undefined : config.text('dbName');
  const license = engine.startsWith('oracle') ? 'bring-your-own-license' : undefined;
  const tokens = ['postgres', 'mysql', 'mariadb'].includes(engine)
    ? config.flag('enableIAMDatabaseAuthentication')
    : undefined;
  const iops = config.text('storageType') === 'io2' ? config.number('iops') : undefined;
  const logs = getLogExports(config);
  const grows = config.number('maxAllocatedStorage') > config.number('allocatedStorage');
  const maximum = grows ? config.number('maxAllocatedStorage') : undefined;
  const parameters = surroundings.capture && context.own('parameters', 'name');
  return {
    cloudFormation: [
      ...surroundings.cloudFormation,
      {
        key: 'instance',
        type: 'AWS::RDS::DBInstance',
        properties: {
          DBInstanceIdentifier: name,
          Engine: engine,
          EngineVersion: version,
          LicenseModel: license,
          DBInstanceClass: config.text('dbInstanceClass'),
          DBName: databaseName,
          MasterUsername: config.text('masterUsername'),
          ManageMasterUserPassword: true,
          AllocatedStorage: String(config.number('allocatedStorage')),
          MaxAllocatedStorage: maximum,
          StorageType: config.text('storageType'),
          Iops: iops,
          StorageEncrypted: config.flag('storageEncrypted'),
          KmsKeyId: config.flag('storageEncrypted') ? key : undefined,
          MultiAZ: config.flag('multiAZ'),
          DBSubnetGroupName: context.own('subnets', 'name'),
          VPCSecurityGroups: [context.own(securityGroupKey, 'id')],
          PubliclyAccessible: config.flag('publiclyAccessible'),
          DBParameterGroupName: parameters,
          BackupRetentionPeriod: config.number('backupRetentionPeriod'),
          CopyTagsToSnapshot: true,
          DeletionProtection: config.flag('deletionProtection'),
          EnableIAMDatabaseAuthentication: tokens,
          EnablePerformanceInsights: config.flag('enablePerformanceInsights'),
          EnableCloudwatchLogsExports: logs.length > 0 ? logs : undefined,
          AssociatedRoles:
            features.length > 0
              ? features.map((feature) => ({ FeatureName: feature, RoleArn: context.own('role', 'arn') }))
              : undefined,
        },
        retain: true,
      },
      ...events.cloudFormation,
    ],
    terraform: [
      ...surroundings.terraform,
      {
        key: 'instance',
        type: 'aws_db_instance',
        arguments: {
          identifier: name,
          engine,
          engine_version: version,
          license_model: license,
          instance_class: config.text('dbInstanceClass'),
          db_name: databaseName,
          username: config.text('masterUsername'),
          manage_master_user_password: true,
          allocated_storage: config.number('allocatedStorage'),
          max_allocated_storage: maximum,
          storage_type: config.text('storageType'),
          iops,
          storage_encrypted: config.flag('storageEncrypted'),
          kms_key_id: config.flag('storageEncrypted') ? key : undefined,
          multi_az: config.flag('multiAZ'),
          db_subnet_group_name: context.own('subnets', 'name'),
          vpc_security_group_ids: [context.own(securityGroupKey, 'id')],
          publicly_accessible: config.flag('publiclyAccessible'),
          parameter_group_name: parameters,
          backup_retention_period: config.number('backupRetentionPeriod'),
          copy_tags_to_snapshot: true,
          deletion_protection: config.flag('deletionProtection'),
          iam_database_authentication_enabled: tokens,
          performance_insights_enabled: config.flag('enablePerformanceInsights'),
          enabled_cloudwatch_logs_exports: logs.length > 0 ? logs : undefined,
          skip_final_snapshot: false,
          final_snapshot_identifier: `${name}-final`,
        },
      },
      ...features.map(
        (feature, index): TerraformResource => ({
          key: index === 0 ? 'role-association' : `role-association-${index + 1}`,
          type: 'aws_db_instance_role_association',
          arguments: {
            db_instance_identifier: context.own('instance', 'id'),
            feature_name: feature,
            role_arn: context.own('role', 'arn'),
          },
        }),
      ),
      ...events.terraform,
    ],
    roles: buildRoles(context),
    variables: [...vpcVariables, vpcCidrVariable],
  };
}

export const iac: IacMapping = {
  primary: 'instance',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::RDS::DBInstance',
      'AWS::RDS::DBSubnetGroup',
      'AWS::RDS::DBParameterGroup',
      'AWS::RDS::EventSubscription',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_db_instance',
      'aws_db_instance_role_association',
      'aws_db_subnet_group',
      'aws_db_parameter_group',
      'aws_db_event_subscription',
      'aws_security_group',
    ],
  },
  build,
};
