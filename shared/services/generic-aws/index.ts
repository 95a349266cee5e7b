import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const genericAws = defineService({
  id: 'generic-aws',
  displayName: 'Any AWS resource',
  shortName: 'AWS resource',
  category: 'Security and operations',
  summary:
    'Any resource that CloudFormation knows and this app has no node for, described by its type and properties.',
  keywords: ['other', 'cloudformation', 'custom', 'anything', 'resource', 'missing service', 'generic'],
  docsUrl:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  icon: { aws: 'architecture-group/AWSCloud.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['resourceType', 'recordsPerSecond'],
  limits,
  simulation,
  iac,
});
