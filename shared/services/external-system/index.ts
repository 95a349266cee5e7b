import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const externalSystem = defineService({
  id: 'external-system',
  displayName: 'External system',
  shortName: 'External system',
  category: 'External systems',
  summary: 'Any system outside AWS that this app has no node for: it may send, receive or both.',
  keywords: ['saas', 'partner', 'on-premises', 'vendor', 'legacy', 'anything', 'other cloud', 'webhook'],
  docsUrl: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/introduction.html',
  icon: { aws: 'resource/GenericApplication.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['recordsPerSecond', 'overload'],
  limits,
  simulation,
  iac,
});
