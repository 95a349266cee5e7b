import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const cwAlarm = defineService({
  id: 'cw-alarm',
  displayName: 'Amazon CloudWatch alarm',
  shortName: 'CloudWatch alarm',
  category: 'Security and operations',
  summary: 'Watches a metric and tells people or starts something when it crosses a threshold.',
  keywords: ['alert', 'threshold', 'monitoring', 'notification'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Alarms.html',
  icon: { aws: 'resource/AmazonCloudWatchAlarm.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['comparisonOperator', 'threshold', 'periodSeconds'],
  limits,
  simulation,
  iac,
});
