import { block, blocks, type Expression, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';

const portOf = (engine: string): number => (engine === 'memcached' ? 11_211 : 6379);

function getKey(context: IacContext): Expression | undefined {
  return context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
}

function buildServerless(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(40);
  const engine = config.text('engine');
  const retention = engine === 'memcached' ? undefined : config.number('snapshotRetentionLimit');
  const groups = [context.own(securityGroupKey, 'id')];
  const subnets = variable('privateSubnetIds');
  const units = config.number('maximumEcpuPerSecond');
  const storage = config.number('maximumStorageGB');
  return {
    cloudFormation: [
      {
        key: 'cache',
        type: 'AWS::ElastiCache::ServerlessCache',
        properties: {
          ServerlessCacheName: name,
          Engine: engine,
          KmsKeyId: getKey(context),
          SecurityGroupIds: groups,
          SubnetIds: subnets,
          SnapshotRetentionLimit: retention,
          CacheUsageLimits: {
            ECPUPerSecond: { Maximum: units },
            DataStorage: { Maximum: storage, Unit: 'GB' },
          },
        },
      },
    ],
    terraform: [
      {
        key: 'cache',
        type: 'aws_elasticache_serverless_cache',
        arguments: {
          name,
          engine,
          kms_key_id: getKey(context),
          security_group_ids: groups,
          subnet_ids: subnets,
          snapshot_retention_limit: retention,
          cache_usage_limits: block({
            ecpu_per_second: block({ maximum: units }),
            data_storage: block({ maximum: storage, unit: 'GB' }),
          }),
        },
      },
    ],
  };
}

function buildCluster(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(40);
  const engine = config.text('engine') === 'redis' ? 'redis' : 'valkey';
  const shards = config.number('numNodeGroups');
  const replicas = config.number('replicasPerNodeGroup');
  const failover = replicas > 0;
  const groups = [context.own(securityGroupKey, 'id')];
  const description = `Cache ${name}`;
  const topic = context.outgoing.find((edge) => edge.service === 'sns')?.ref('arn');
  const logs = context.outgoing.filter((edge) => edge.service === 'cw-logs' || edge.service === 'firehose');
  const kindOf = (service: string) => (service === 'firehose' ? 'kinesis-firehose' : 'cloudwatch-logs');
  const key = getKey(context);
  return {
    cloudFormation: [
      {
        key: 'subnets',
        type: 'AWS::ElastiCache::SubnetGroup',
        properties: {
          CacheSubnetGroupName: name,
          Description: description,
          SubnetIds: variable('privateSubnetIds'),
        },
      },
      {
        key: 'cache',
        type: 'AWS::ElastiCache::ReplicationGroup',
        properties: {
          ReplicationGroupId: name,
          ReplicationGroupDescription: description,
          Engine: engine,
          CacheNodeType: config.text('cacheNodeType'),
          NumNodeGroups: shards,
          ReplicasPerNodeGroup: replicas,
          AutomaticFailoverEnabled: failover || shards > 1,
          MultiAZEnabled: failover,
          AtRestEncryptionEnabled: true,
          TransitEncryptionEnabled: true,
          KmsKeyId: key,
          CacheSubnetGroupName: context.own('subnets', 'Ref|name'),
          SecurityGroupIds: groups,
          SnapshotRetentionLimit: config.number('snapshotRetentionLimit'),
          NotificationTopicArn: topic,
          LogDeliveryConfigurations:
            logs.length > 0
              ? logs.map((edge) => ({
                  LogType: 'slow-log',
                  LogFormat: 'json',
                  DestinationType: kindOf(edge.service),
                  DestinationDetails:
                    edge.service === 'firehose'
                      ? { KinesisFirehoseDetails: { DeliveryStream: edge.ref('name') } }
                      : { CloudWatchLogsDetails: { LogGroup: edge.ref('name') } },
                }))
              : undefined,
        },
      },
    ],
    terraform: [
      {
        key: 'subnets',
        type: 'aws_elasticache_subnet_group',
        arguments: { name, description, subnet_ids: variable('privateSubnetIds') },
      },
      {
        key: 'cache',
        type: 'aws_elasticache_replication_group',
        arguments: {
          replication_group_id: name,
          description,
          engine,
          node_type: config.text('cacheNodeType'),
          num_node_groups: shards,
          replicas_per_node_group: replicas,
          automatic_failover_enabled: failover || shards > 1,
          multi_az_enabled: failover,
          at_rest_encryption_enabled: 'true',
          transit_encryption_enabled: true,
          kms_key_id: key,
          subnet_group_name: context.own('subnets', 'Ref|name'),
          security_group_ids: groups,
          snapshot_retention_limit: config.number('snapshotRetentionLimit'),
          notification_topic_arn: topic,
          log_delivery_configuration:
            logs.length > 0
              ? blocks(
                  logs.map((edge) => ({
                    log_type: 'slow-log',
                    log_format: 'json',
                    destination_type: kindOf(edge.service),
                    destination: edge.ref('name'),
                  })),
                )
              : undefined,
        },
      },
    ],
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const group = buildSecurityGroup(context, `Clients of the cache ${context.physicalName(60)}`, {
    // Serverless caches of Valkey and Redis answer reads on a second port.
    portsFromVpc:
      config.text('deployment') === 'SERVERLESS' && config.text('engine') !== 'memcached'
        ? [6379, 6380]
        : [portOf(config.text('engine'))],
  });
  const cache = config.text('deployment') === 'SERVERLESS' ? buildServerless(context) : buildCluster(context);
  return {
    cloudFormation: [...group.cloudFormation, ...cache.cloudFormation],
    terraform: [...group.terraform, ...cache.terraform],
    variables: [...vpcVariables, vpcCidrVariable],
  };
}

export const iac: IacMapping = {
  primary: 'cache',
  role: '',
  types: {
    cloudFormation: [
      'AWS::ElastiCache::ServerlessCache',
      'AWS::ElastiCache::ReplicationGroup',
      'AWS::ElastiCache::SubnetGroup',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_elasticache_serverless_cache',
      'aws_elasticache_replication_group',
      'aws_elasticache_subnet_group',
      'aws_security_group',
    ],
  },
  build,
};
