import type { PropertyDefinition } from '../property.ts';

export const properties: readonly PropertyDefinition[] = [
  {
    name: 'topicType',
    label: 'Type',
    type: 'select',
    default: 'STANDARD',
    options: [
      {
        value: 'STANDARD',
        label: 'Standard',
        help: 'Delivers to queues, functions, Firehose, HTTPS, email and phones.',
      },
      { value: 'FIFO', label: 'FIFO', help: 'Ordered, to SQS queues only.' },
    ],
    help: 'It cannot be changed later.',
    group: 'General',
    sources: ['SNS-Q', 'SNS-DST'],
  },
  {
    name: 'emailSubscribers',
    label: 'Email subscribers',
    type: 'list',
    default: [],
    maxItems: 50,
    itemPattern: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+',
    itemPatternHelp: 'name@example.com',
    help: 'People who get every message by email; each has to confirm.',
    group: 'Delivery',
    sources: ['SNS-DST'],
  },
  {
    name: 'rawMessageDelivery',
    label: 'Raw delivery',
    type: 'flag',
    default: true,
    help: 'Hands queues, Firehose and HTTPS endpoints the message itself, without the SNS envelope.',
    group: 'Delivery',
    sources: ['SNS-DST'],
  },
  {
    name: 'deadLetterQueue',
    label: 'Dead-letter queue',
    type: 'flag',
    default: true,
    help: 'Keeps messages that a subscriber would not take, for 14 days.',
    group: 'Delivery',
    sources: ['SNS-RETRY'],
  },
  {
    name: 'encryption',
    label: 'Encryption at rest',
    type: 'select',
    default: 'NONE',
    options: [
      { value: 'NONE', label: 'None' },
      {
        value: 'AWS_MANAGED',
        label: 'AWS managed key',
        help: 'alias/aws/sns; AWS services cannot publish with it.',
      },
      {
        value: 'CUSTOMER_MANAGED',
        label: 'Customer managed key',
        help: 'Draw a KMS key and connect it to this topic.',
      },
    ],
    help: 'Services that publish need to be admitted by the key’s policy.',
    group: 'Security',
    sources: ['SQS-KMS', 'S3-EVT'],
  },
];
