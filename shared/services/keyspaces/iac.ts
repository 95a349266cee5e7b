import { block, blocks } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const keyspace = config.text('keyspaceName') || context.physicalName(48, '_');
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const mode = config.text('capacityMode');
  const provisioned = mode === 'PROVISIONED';
  const write = config.number('writeCapacityUnits');
  const read = config.number('readCapacityUnits');
  const ttl = config.number('defaultTimeToLive') || undefined;
  const recovery = config.flag('pointInTimeRecoveryEnabled');
  const columns = config.rows('columns').map((row) => ({
    name: row.text('name'),
    type: row.text('type'),
    role: row.text('role'),
  }));
  const withRole = (role: string) => columns.filter((column) => column.role === role);
  const toColumn = (column: { name: string; type: string }) => ({
    ColumnName: column.name,
    ColumnType: column.type,
  });
  const clustering = withRole('CLUSTERING');
  const regular = withRole('REGULAR');
  const encryption = key ? 'CUSTOMER_MANAGED_KMS_KEY' : 'AWS_OWNED_KMS_KEY';
  return {
    cloudFormation: [
      { key: 'keyspace', type: 'AWS::Cassandra::Keyspace', properties: { KeyspaceName: keyspace } },
      {
        key: 'table',
        type: 'AWS::Cassandra::Table',
        properties: {
          KeyspaceName: context.own('keyspace', 'name'),
          TableName: config.text('tableName'),
          PartitionKeyColumns: withRole('PARTITION').map(toColumn),
          ClusteringKeyColumns:
            clustering.length > 0
              ? clustering.map((column) => ({ Column: toColumn(column), OrderBy: 'ASC' }))
              : undefined,
          RegularColumns: regular.length > 0 ? regular.map(toColumn) : undefined,
          BillingMode: {
            Mode: provisioned ? 'PROVISIONED' : 'ON_DEMAND',
            ProvisionedThroughput: provisioned
              ? { WriteCapacityUnits: write, ReadCapacityUnits: read }
              : undefined,
          },
          EncryptionSpecification: { EncryptionType: encryption, KmsKeyIdentifier: key },
          PointInTimeRecoveryEnabled: recovery,
          DefaultTimeToLive: ttl,
        },
        retain: true,
      },
    ],
    terraform: [
      { key: 'keyspace', type: 'aws_keyspaces_keyspace', arguments: { name: keyspace } },
      {
        key: 'table',
        type: 'aws_keyspaces_table',
        arguments: {
          keyspace_name: context.own('keyspace', 'name'),
          table_name: config.text('tableName'),
          schema_definition: block({
            column: blocks(columns.map(({ name, type }) => ({ name, type }))),
            partition_key: blocks(withRole('PARTITION').map(({ name }) => ({ name }))),
            clustering_key:
              clustering.length > 0
                ? blocks(clustering.map(({ name }) => ({ name, order_by: 'ASC' })))
                : undefined,
          }),
          capacity_specification: block({
            throughput_mode: mode,
            write_capacity_units: provisioned ? write : undefined,
            read_capacity_units: provisioned ? read : undefined,
          }),
          encryption_specification: block({ type: encryption, kms_key_identifier: key }),
          point_in_time_recovery: block({ status: recovery ? 'ENABLED' : 'DISABLED' }),
          ttl: ttl === undefined ? undefined : block({ status: 'ENABLED' }),
          default_time_to_live: ttl,
        },
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'keyspace',
  role: '',
  types: {
    cloudFormation: ['AWS::Cassandra::Keyspace', 'AWS::Cassandra::Table'],
    terraform: ['aws_keyspaces_keyspace', 'aws_keyspaces_table'],
  },
  build,
};
