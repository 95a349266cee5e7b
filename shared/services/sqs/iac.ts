import { json, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

const dlqRetentionSeconds = 1_209_600;

function build(context: IacContext): IacContribution {
  const { config } = context;
  const fifo = config.text('queueType') === 'FIFO';
  const suffix = fifo ? '.fifo' : '';
  const name = `${context.physicalName(70)}${suffix}`;
  const key =
    config.text('encryption') === 'CUSTOMER_MANAGED'
      ? context.incoming.find((edge) => edge.service === 'kms')?.ref('arn')
      : undefined;
  const drawn = context.outgoing.find((edge) => edge.service === 'sqs');
  const ownDeadLetters = !drawn && config.flag('deadLetterQueue');
  const deadLetterArn = drawn
    ? drawn.ref('arn')
    : ownDeadLetters
      ? context.own('dead-letters', 'arn')
      : undefined;
  const maxReceiveCount = config.number('maxReceiveCount');
  const managed = key === undefined ? true : undefined;
  const redrive =
    deadLetterArn === undefined ? undefined : { deadLetterTargetArn: deadLetterArn, maxReceiveCount };
  return {
    cloudFormation: [
      ...(ownDeadLetters
        ? [
            {
              key: 'dead-letters',
              type: 'AWS::SQS::Queue' as const,
              properties: {
                QueueName: `${context.physicalName(66)}-dlq${suffix}`,
                FifoQueue: fifo ? true : undefined,
                MessageRetentionPeriod: dlqRetentionSeconds,
                SqsManagedSseEnabled: managed,
                KmsMasterKeyId: key,
              },
            },
          ]
        : []),
      {
        key: 'queue',
        type: 'AWS::SQS::Queue',
        properties: {
          QueueName: name,
          FifoQueue: fifo ? true : undefined,
          VisibilityTimeout: config.number('visibilityTimeout'),
          MessageRetentionPeriod: config.number('messageRetentionPeriod'),
          DelaySeconds: config.number('delaySeconds'),
          ReceiveMessageWaitTimeSeconds: config.number('receiveMessageWaitTimeSeconds'),
          RedrivePolicy: redrive === undefined ? undefined : verbatim(redrive),
          SqsManagedSseEnabled: managed,
          KmsMasterKeyId: key,
        },
      },
    ],
    terraform: [
      ...(ownDeadLetters
        ? [
            {
              key: 'dead-letters',
              type: 'aws_sqs_queue' as const,
              arguments: {
                name: `${context.physicalName(66)}-dlq${suffix}`,
                fifo_queue: fifo ? true : undefined,
                message_retention_seconds: dlqRetentionSeconds,
                sqs_managed_sse_enabled: managed,
                kms_master_key_id: key,
              },
            },
          ]
        : []),
      {
        key: 'queue',
        type: 'aws_sqs_queue',
        arguments: {
          name,
          fifo_queue: fifo ? true : undefined,
          visibility_timeout_seconds: config.number('visibilityTimeout'),
          message_retention_seconds: config.number('messageRetentionPeriod'),
          delay_seconds: config.number('delaySeconds'),
          receive_wait_time_seconds: config.number('receiveMessageWaitTimeSeconds'),
          redrive_policy: redrive === undefined ? undefined : json(redrive),
          sqs_managed_sse_enabled: managed,
          kms_master_key_id: key,
        },
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'queue',
  role: '',
  types: { cloudFormation: ['AWS::SQS::Queue'], terraform: ['aws_sqs_queue'] },
  build,
};
