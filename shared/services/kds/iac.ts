import { block } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const provisioned = config.text('streamMode') === 'PROVISIONED';
  const name = context.physicalName(128);
  const key = context.incoming.find((edge) => edge.service === 'kms');
  const encryption = config.text('encryption');
  const keyId =
    encryption === 'CUSTOMER_MANAGED' && key
      ? key.ref('arn')
      : encryption === 'NONE'
        ? undefined
        : 'alias/aws/kinesis';
  const largeRecords = config.isSet('maxRecordSizeKiB') ? config.number('maxRecordSizeKiB') : undefined;
  return {
    cloudFormation: [
      {
        key: 'stream',
        type: 'AWS::Kinesis::Stream',
        properties: {
          Name: name,
          StreamModeDetails: { StreamMode: config.text('streamMode') },
          ShardCount: provisioned ? config.number('shardCount') : undefined,
          RetentionPeriodHours: config.number('retentionPeriodHours'),
          MaxRecordSizeInKiB: largeRecords,
          StreamEncryption: keyId === undefined ? undefined : { EncryptionType: 'KMS', KeyId: keyId },
          DesiredShardLevelMetrics: config.flag('shardLevelMetrics') ? shardMetrics : undefined,
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'stream',
        type: 'aws_kinesis_stream',
        arguments: {
          name,
          shard_count: provisioned ? config.number('shardCount') : undefined,
          retention_period: config.number('retentionPeriodHours'),
          max_record_size_in_kib: largeRecords,
          encryption_type: keyId === undefined ? 'NONE' : 'KMS',
          kms_key_id: keyId,
          shard_level_metrics: config.flag('shardLevelMetrics') ? shardMetrics : undefined,
          stream_mode_details: block({ stream_mode: config.text('streamMode') }),
        },
      },
    ],
  };
}

const shardMetrics = ['IncomingBytes', 'IncomingRecords', 'WriteProvisionedThroughputExceeded'];

export const iac: IacMapping = {
  primary: 'stream',
  role: '',
  types: { cloudFormation: ['AWS::Kinesis::Stream'], terraform: ['aws_kinesis_stream'] },
  build,
};
