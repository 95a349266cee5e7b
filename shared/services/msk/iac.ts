import { block, type Expression, json, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, ManualStep } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';
import { getLogRetentionDays } from '../log-retention.ts';

/** Port for clients that sign in with IAM. */
const iamPort = 9098;

function getServerProperties(context: IacContext): string {
  const { config } = context;
  return [
    'auto.create.topics.enable=true',
    `default.replication.factor=${getReplication(context)}`,
    `min.insync.replicas=${Math.max(1, getReplication(context) - 1)}`,
    `num.partitions=${config.number('partitions')}`,
    `log.retention.hours=${config.number('retentionHours')}`,
    '',
  ].join('\n');
}

/** Firehose reads through a connection of its own, which the cluster's policy must let in. */
function getPolicy(cluster: Expression): Expression {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'LetFirehoseConnect',
        Effect: 'Allow',
        Principal: { Service: 'firehose.amazonaws.com' },
        Action: ['kafka:CreateVpcConnection'],
        Resource: cluster,
      },
    ],
  };
}

function buildPolicy(context: IacContext): IacContribution {
  if (!context.outgoing.some((edge) => edge.service === 'firehose')) {
    return { cloudFormation: [], terraform: [] };
  }
  const cluster = context.own('cluster', 'arn');
  const policy = getPolicy(cluster);
  return {
    cloudFormation: [
      {
        key: 'cluster-policy',
        type: 'AWS::MSK::ClusterPolicy',
        properties: { ClusterArn: cluster, Policy: verbatim(policy) },
      },
    ],
    terraform: [
      {
        key: 'cluster-policy',
        type: 'aws_msk_cluster_policy',
        arguments: { cluster_arn: cluster, policy: json(policy) },
      },
    ],
  };
}

function buildProvisioned(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(64);
  const express = config.text('instanceType').startsWith('express.');
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const subnets = variable('privateSubnetIds');
  const groups = [context.own(securityGroupKey, 'id')];
  const logs = `/aws/msk/${name}`;
  const days = getLogRetentionDays(config);
  const size = config.number('volumeSizeGiB');
  return {
    cloudFormation: [
      { key: 'logs', type: 'AWS::Logs::LogGroup', properties: { LogGroupName: logs, RetentionInDays: days } },
      {
        key: 'configuration',
        type: 'AWS::MSK::Configuration',
        properties: { Name: name, ServerProperties: getServerProperties(context) },
      },
      {
        key: 'cluster',
        type: 'AWS::MSK::Cluster',
        properties: {
          ClusterName: name,
          KafkaVersion: config.text('kafkaVersion'),
          NumberOfBrokerNodes: config.number('numberOfBrokerNodes'),
          BrokerNodeGroupInfo: {
            InstanceType: config.text('instanceType'),
            ClientSubnets: subnets,
            SecurityGroups: groups,
            StorageInfo: express ? undefined : { EBSStorageInfo: { VolumeSize: size } },
          },
          ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
          ConfigurationInfo: {
            Arn: context.own('configuration', 'Arn|arn'),
            Revision: context.own('configuration', 'LatestRevision.Revision|latest_revision'),
          },
          EncryptionInfo: {
            EncryptionAtRest: key && { DataVolumeKMSKeyId: key },
            EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true },
          },
          EnhancedMonitoring: config.text('enhancedMonitoring'),
          LoggingInfo: {
            BrokerLogs: { CloudWatchLogs: { Enabled: true, LogGroup: context.own('logs', 'name') } },
          },
        },
        retain: true,
      },
    ],
    terraform: [
      { key: 'logs', type: 'aws_cloudwatch_log_group', arguments: { name: logs, retention_in_days: days } },
      {
        key: 'configuration',
        type: 'aws_msk_configuration',
        arguments: { name, server_properties: getServerProperties(context) },
      },
      {
        key: 'cluster',
        type: 'aws_msk_cluster',
        arguments: {
          cluster_name: name,
          kafka_version: config.text('kafkaVersion'),
          number_of_broker_nodes: config.number('numberOfBrokerNodes'),
          broker_node_group_info: block({
            instance_type: config.text('instanceType'),
            client_subnets: subnets,
            security_groups: groups,
            storage_info: express ? undefined : block({ ebs_storage_info: block({ volume_size: size }) }),
          }),
          client_authentication: block({ sasl: block({ iam: true }) }),
          configuration_info: block({
            arn: context.own('configuration', 'Arn|arn'),
            revision: context.own('configuration', 'LatestRevision.Revision|latest_revision'),
          }),
          encryption_info: block({
            encryption_at_rest_kms_key_arn: key,
            encryption_in_transit: block({ client_broker: 'TLS', in_cluster: true }),
          }),
          enhanced_monitoring: config.text('enhancedMonitoring'),
          logging_info: block({
            broker_logs: block({
              cloudwatch_logs: block({ enabled: true, log_group: context.own('logs', 'name') }),
            }),
          }),
        },
      },
    ],
  };
}

function buildServerless(context: IacContext): IacContribution {
  const name = context.physicalName(64);
  const subnets = variable('privateSubnetIds');
  const groups = [context.own(securityGroupKey, 'id')];
  return {
    cloudFormation: [
      {
        key: 'cluster',
        type: 'AWS::MSK::ServerlessCluster',
        properties: {
          ClusterName: name,
          ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
          VpcConfigs: [{ SubnetIds: subnets, SecurityGroups: groups }],
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'cluster',
        type: 'aws_msk_serverless_cluster',
        arguments: {
          cluster_name: name,
          client_authentication: block({ sasl: block({ iam: block({ enabled: true }) }) }),
          vpc_config: block({ subnet_ids: subnets, security_group_ids: groups }),
        },
      },
    ],
  };
}

/** Replication over three Availability Zones, or over as many brokers as there are. */
const getReplication = (context: IacContext): number =>
  Math.min(3, context.config.number('numberOfBrokerNodes'));

function buildTopic(context: IacContext): IacContribution {
  const { config } = context;
  const cluster = context.own('cluster', 'arn');
  return {
    cloudFormation: [
      {
        key: 'topic',
        type: 'AWS::MSK::Topic',
        properties: {
          ClusterArn: cluster,
          TopicName: config.text('topicName'),
          PartitionCount: config.number('partitions'),
          ReplicationFactor: getReplication(context),
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'topic',
        type: 'aws_msk_topic',
        arguments: {
          cluster_arn: cluster,
          name: config.text('topicName'),
          partition_count: config.number('partitions'),
          replication_factor: getReplication(context),
        },
      },
    ],
  };
}

function getManualSteps(context: IacContext): readonly ManualStep[] {
  const { config } = context;
  if (config.text('deployment') === 'SERVERLESS') {
    return [
      {
        target: 'both',
        title: `Create the topic ${config.text('topicName')}`,
        reason: 'Topics of a serverless cluster are made with Kafka tools from inside the VPC.',
        command: `kafka-topics.sh --bootstrap-server <bootstrap brokers> --command-config client.properties --create --topic ${config.text('topicName')} --partitions ${config.number('partitions')} --config retention.ms=${config.number('retentionHours') * 3_600_000}`,
      },
    ];
  }
  if (!context.outgoing.some((edge) => edge.service === 'firehose')) return [];
  return [
    {
      target: 'both',
      title: 'Turn on multi-VPC connectivity',
      reason: 'Firehose reads a private cluster through it, and it cannot be on when a cluster is created.',
      command:
        'aws kafka update-connectivity --cluster-arn <cluster> --current-version <version> --connectivity-info \'{"VpcConnectivity":{"ClientAuthentication":{"Sasl":{"Iam":{"Enabled":true}}}}}\'',
    },
  ];
}

function build(context: IacContext): IacContribution {
  const group = buildSecurityGroup(context, `Kafka clients of ${context.physicalName(60)}`, {
    portsFromVpc: [iamPort],
    selfReferencing: true,
  });
  const parts =
    context.config.text('deployment') === 'SERVERLESS'
      ? [group, buildServerless(context), buildPolicy(context)]
      : [group, buildProvisioned(context), buildTopic(context), buildPolicy(context)];
  return {
    cloudFormation: parts.flatMap((part) => part.cloudFormation),
    terraform: parts.flatMap((part) => part.terraform),
    variables: [...vpcVariables, vpcCidrVariable],
    manualSteps: getManualSteps(context),
  };
}

export const iac: IacMapping = {
  primary: 'cluster',
  role: '',
  types: {
    cloudFormation: [
      'AWS::MSK::Cluster',
      'AWS::MSK::ServerlessCluster',
      'AWS::MSK::Configuration',
      'AWS::MSK::ClusterPolicy',
      'AWS::MSK::Topic',
      'AWS::Logs::LogGroup',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::SecurityGroupIngress',
    ],
    terraform: [
      'aws_msk_cluster',
      'aws_msk_serverless_cluster',
      'aws_msk_configuration',
      'aws_msk_cluster_policy',
      'aws_msk_topic',
      'aws_cloudwatch_log_group',
      'aws_security_group',
    ],
  },
  build,
};
