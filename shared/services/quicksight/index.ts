import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const quicksight = defineService({
  id: 'quicksight',
  displayName: 'Amazon QuickSight',
  shortName: 'QuickSight',
  category: 'Analytics and ETL',
  summary: 'Dashboards and reports on top of query engines, databases and files.',
  keywords: ['bi', 'dashboard', 'report', 'visualization', 'chart', 'spice', 'quick suite'],
  docsUrl: 'https://docs.aws.amazon.com/quicksight/latest/user/welcome.html',
  icon: { aws: 'architecture-service/AmazonQuickSuite.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['importMode', 'refreshMinutes'],
  limits,
  simulation,
  iac,
});
