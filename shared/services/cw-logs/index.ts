import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const cwLogs = defineService({
  id: 'cw-logs',
  displayName: 'Amazon CloudWatch Logs',
  shortName: 'CloudWatch Logs',
  category: 'Security and operations',
  summary: 'Keeps log events in a log group and streams the matching ones to other services.',
  keywords: ['log group', 'subscription filter', 'metric filter', 'application log'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/WhatIsCloudWatchLogs.html',
  icon: { aws: 'resource/AmazonCloudWatchLogs.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['logGroupClass', 'logRetentionInDays'],
  limits,
  simulation,
  iac,
});
