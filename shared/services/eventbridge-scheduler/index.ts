import { defineService } from '../define-service.ts';
import { configurationIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const eventbridgeScheduler = defineService({
  id: 'eventbridge-scheduler',
  displayName: 'Amazon EventBridge Scheduler',
  shortName: 'EventBridge Scheduler',
  category: 'Integration and messaging',
  summary: 'Starts functions, workflows and jobs at set times or intervals.',
  keywords: ['cron', 'schedule', 'timer', 'nightly', 'periodic'],
  docsUrl: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html',
  icon: { aws: 'resource/AmazonEventBridgeScheduler.svg' },
  lifecycle: { status: 'available' },
  ports: [configurationIn, dataOut],
  properties,
  facts: ['scheduleExpression', 'scheduleExpressionTimezone'],
  limits,
  simulation,
  iac,
});
