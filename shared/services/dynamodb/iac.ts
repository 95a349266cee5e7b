import { block, blocks } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

const streamReaders = new Set(['lambda', 'eventbridge-pipe']);

/** The chosen view, or new and old items when something reads the changes. */
function getStreamView(context: IacContext): string | undefined {
  const chosen = context.config.text('streamViewType');
  if (chosen !== 'NONE') return chosen;
  return context.outgoing.some((edge) => streamReaders.has(edge.service)) ? 'NEW_AND_OLD_IMAGES' : undefined;
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(255);
  const keys = [
    { name: config.text('partitionKey'), type: config.text('partitionKeyType'), role: 'HASH' },
    ...(config.text('sortKey') === ''
      ? []
      : [{ name: config.text('sortKey'), type: config.text('sortKeyType'), role: 'RANGE' }]),
  ];
  const provisioned = config.text('billingMode') === 'PROVISIONED';
  const read = provisioned ? config.number('readCapacityUnits') : undefined;
  const write = provisioned ? config.number('writeCapacityUnits') : undefined;
  const view = getStreamView(context);
  const ttl = config.text('timeToLiveAttribute');
  const encryption = config.text('encryption');
  const key =
    encryption === 'CUSTOMER_MANAGED'
      ? context.incoming.find((edge) => edge.service === 'kms')?.ref('arn')
      : undefined;
  const withKms = encryption !== 'AWS_OWNED';
  const kinesis = context.outgoing.find((edge) => edge.service === 'kds');
  const recovery = config.flag('pointInTimeRecovery');
  const protect = config.flag('deletionProtection');
  return {
    cloudFormation: [
      {
        key: 'table',
        type: 'AWS::DynamoDB::Table',
        properties: {
          TableName: name,
          AttributeDefinitions: keys.map((item) => ({ AttributeName: item.name, AttributeType: item.type })),
          KeySchema: keys.map((item) => ({ AttributeName: item.name, KeyType: item.role })),
          BillingMode: config.text('billingMode'),
          ProvisionedThroughput:
            read !== undefined && write !== undefined
              ? { ReadCapacityUnits: read, WriteCapacityUnits: write }
              : undefined,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: recovery },
          StreamSpecification: view === undefined ? undefined : { StreamViewType: view },
          KinesisStreamSpecification: kinesis ? { StreamArn: kinesis.ref('arn') } : undefined,
          TimeToLiveSpecification: ttl === '' ? undefined : { AttributeName: ttl, Enabled: true },
          SSESpecification: withKms ? { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key } : undefined,
          DeletionProtectionEnabled: protect,
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'table',
        type: 'aws_dynamodb_table',
        arguments: {
          name,
          billing_mode: config.text('billingMode'),
          read_capacity: read,
          write_capacity: write,
          hash_key: config.text('partitionKey'),
          range_key: config.text('sortKey') || undefined,
          attribute: blocks(keys.map((item) => ({ name: item.name, type: item.type }))),
          stream_enabled: view !== undefined,
          stream_view_type: view,
          point_in_time_recovery: block({ enabled: recovery }),
          ttl: ttl === '' ? undefined : block({ attribute_name: ttl, enabled: true }),
          server_side_encryption: withKms ? block({ enabled: true, kms_key_arn: key }) : undefined,
          deletion_protection_enabled: protect,
        },
      },
      ...(kinesis
        ? [
            {
              key: 'kinesis-destination',
              type: 'aws_dynamodb_kinesis_streaming_destination' as const,
              arguments: { stream_arn: kinesis.ref('arn'), table_name: context.own('table', 'name') },
            },
          ]
        : []),
    ],
  };
}

export const iac: IacMapping = {
  primary: 'table',
  role: '',
  types: {
    cloudFormation: ['AWS::DynamoDB::Table'],
    terraform: ['aws_dynamodb_table', 'aws_dynamodb_kinesis_streaming_destination'],
  },
  build,
};
