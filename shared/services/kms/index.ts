import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const kms = defineService({
  id: 'kms',
  displayName: 'AWS Key Management Service',
  shortName: 'KMS key',
  category: 'Security and operations',
  summary: 'Customer managed key that encrypts the data of the services it is connected to.',
  keywords: ['encryption', 'key', 'cmk', 'sse-kms', 'security'],
  docsUrl: 'https://docs.aws.amazon.com/kms/latest/developerguide/overview.html',
  icon: { aws: 'architecture-service/AWSKeyManagementService.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['enableKeyRotation', 'pendingWindowInDays'],
  limits,
  simulation,
  iac,
});
