import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const sqs = defineService({
  id: 'sqs',
  displayName: 'Amazon Simple Queue Service',
  shortName: 'SQS queue',
  category: 'Integration and messaging',
  summary: 'Keeps messages until a consumer has handled them; takes load off slow consumers.',
  keywords: ['queue', 'message', 'dead letter', 'dlq', 'buffer', 'fifo', 'decouple'],
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html',
  icon: { aws: 'architecture-service/AmazonSimpleQueueService.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['queueType', 'visibilityTimeout', 'deadLetterQueue'],
  limits,
  simulation,
  iac,
});
