import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const sns = defineService({
  id: 'sns',
  displayName: 'Amazon Simple Notification Service',
  shortName: 'SNS topic',
  category: 'Integration and messaging',
  summary: 'Sends each message to all subscribers: queues, functions, delivery streams, people.',
  keywords: ['topic', 'notification', 'publish', 'subscribe', 'fan out', 'email', 'sms', 'alert'],
  docsUrl: 'https://docs.aws.amazon.com/sns/latest/dg/welcome.html',
  icon: { aws: 'architecture-service/AmazonSimpleNotificationService.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['topicType', 'deadLetterQueue', 'encryption'],
  limits,
  simulation,
  iac,
});
