import { block, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { getNodeVariableName, vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';

const influxPort = 8086;

function buildLiveAnalytics(context: IacContext): IacContribution {
  const { config } = context;
  const name = config.text('databaseName') || context.physicalName(64);
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const hours = config.number('memoryStoreRetentionHours');
  const days = config.number('magneticStoreRetentionDays');
  const late = config.flag('acceptLateData');
  return {
    cloudFormation: [
      {
        key: 'database',
        type: 'AWS::Timestream::Database',
        properties: { DatabaseName: name, KmsKeyId: key },
      },
      {
        key: 'table',
        type: 'AWS::Timestream::Table',
        properties: {
          DatabaseName: context.own('database', 'name'),
          TableName: config.text('tableName'),
          RetentionProperties: {
            MemoryStoreRetentionPeriodInHours: String(hours),
            MagneticStoreRetentionPeriodInDays: String(days),
          },
          MagneticStoreWriteProperties: { EnableMagneticStoreWrites: late },
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'database',
        type: 'aws_timestreamwrite_database',
        arguments: { database_name: name, kms_key_id: key },
      },
      {
        key: 'table',
        type: 'aws_timestreamwrite_table',
        arguments: {
          database_name: context.own('database', 'name'),
          table_name: config.text('tableName'),
          retention_properties: block({
            memory_store_retention_period_in_hours: hours,
            magnetic_store_retention_period_in_days: days,
          }),
          magnetic_store_write_properties: block({ enable_magnetic_store_writes: late }),
        },
      },
    ],
  };
}

function buildInflux(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(40);
  const bucket = config.text('databaseName') || context.physicalName(64);
  const password = getNodeVariableName(context, 'InfluxPassword');
  const group = buildSecurityGroup(context, `Clients of InfluxDB ${name}`, { portsFromVpc: [influxPort] });
  const deployment = config.flag('multiAZ') ? 'WITH_MULTIAZ_STANDBY' : 'SINGLE_AZ';
  const user = 'dbadmin';
  const spec: VariableSpec = {
    name: password,
    type: 'string',
    sensitive: true,
    description: `First password of ${name}; at least 8 letters and digits.`,
  };
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'database',
        type: 'AWS::Timestream::InfluxDBInstance',
        properties: {
          Name: name,
          Organization: 'organization',
          Bucket: bucket,
          Username: user,
          Password: variable(password),
          DbInstanceType: config.text('dbInstanceType'),
          DbStorageType: 'InfluxIOIncludedT1',
          AllocatedStorage: config.number('allocatedStorage'),
          DeploymentType: deployment,
          PubliclyAccessible: false,
          VpcSubnetIds: variable('privateSubnetIds'),
          VpcSecurityGroupIds: [context.own(securityGroupKey, 'id')],
        },
        retain: true,
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'database',
        type: 'aws_timestreaminfluxdb_db_instance',
        arguments: {
          name,
          organization: 'organization',
          bucket,
          username: user,
          password: variable(password),
          db_instance_type: config.text('dbInstanceType'),
          db_storage_type: 'InfluxIOIncludedT1',
          allocated_storage: config.number('allocatedStorage'),
          deployment_type: deployment,
          publicly_accessible: false,
          vpc_subnet_ids: variable('privateSubnetIds'),
          vpc_security_group_ids: [context.own(securityGroupKey, 'id')],
        },
      },
    ],
    variables: [...vpcVariables, vpcCidrVariable, spec],
  };
}

export const iac: IacMapping = {
  primary: 'database',
  role: '',
  types: {
    cloudFormation: [
      'AWS::Timestream::Database',
      'AWS::Timestream::Table',
      'AWS::Timestream::InfluxDBInstance',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_timestreamwrite_database',
      'aws_timestreamwrite_table',
      'aws_timestreaminfluxdb_db_instance',
      'aws_security_group',
    ],
  },
  build: (context) =>
    context.config.text('deployment') === 'LIVE_ANALYTICS'
      ? buildLiveAnalytics(context)
      : buildInflux(context),
};
