import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const directConnect = defineService({
  id: 'direct-connect',
  displayName: 'AWS Direct Connect',
  shortName: 'Direct Connect',
  category: 'Networking and edge',
  summary: 'Private line, or VPN tunnel, between a site and AWS.',
  keywords: ['vpn', 'on-premises', 'private line', 'hybrid', 'wan'],
  docsUrl: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/Welcome.html',
  icon: { aws: 'architecture-service/AWSDirectConnect.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['linkType', 'bandwidth'],
  limits,
  simulation,
  iac,
});
