import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const cloudtrail = defineService({
  id: 'cloudtrail',
  displayName: 'AWS CloudTrail',
  shortName: 'CloudTrail trail',
  category: 'Security and operations',
  summary: 'Records who called which AWS API, and which objects were read and written.',
  keywords: ['audit', 'log', 'api calls', 'data events', 'security', 'compliance'],
  docsUrl: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html',
  icon: { aws: 'architecture-service/AWSCloudTrail.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['managementEvents', 'isMultiRegionTrail'],
  limits,
  simulation,
  iac,
});
