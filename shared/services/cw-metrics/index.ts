import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const cwMetrics = defineService({
  id: 'cw-metrics',
  displayName: 'Amazon CloudWatch metrics',
  shortName: 'CloudWatch metrics',
  category: 'Security and operations',
  summary: 'Collects numbers over time from services and programs, for dashboards and alarms.',
  keywords: ['metric', 'dashboard', 'monitoring', 'iterator age'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/working_with_metrics.html',
  icon: { aws: 'architecture-service/AmazonCloudWatch.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['namespace', 'metricName', 'statistic'],
  limits,
  simulation,
  iac,
});
