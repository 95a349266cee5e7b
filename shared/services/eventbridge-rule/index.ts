import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const eventbridgeRule = defineService({
  id: 'eventbridge-rule',
  displayName: 'Amazon EventBridge rule',
  shortName: 'EventBridge rule',
  category: 'Integration and messaging',
  summary: 'Matches events on a bus and sends them to up to five targets.',
  keywords: ['event bus', 'cloudwatch events', 'pattern', 'schedule', 'cron', 'trigger'],
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html',
  icon: { aws: 'architecture-service/AmazonEventBridge.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['eventBusName', 'scheduleExpression', 'deadLetterQueue'],
  limits,
  simulation,
  iac,
});
