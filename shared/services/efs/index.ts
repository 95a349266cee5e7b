import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const efs = defineService({
  id: 'efs',
  displayName: 'Amazon EFS',
  shortName: 'EFS',
  category: 'Storage',
  summary: 'Shared NFS file system that grows with its content.',
  keywords: ['nfs', 'file system', 'shared storage', 'mount', 'posix'],
  docsUrl: 'https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html',
  icon: { aws: 'architecture-service/AmazonEFS.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['throughputMode', 'transitionToIA'],
  limits,
  simulation,
  iac,
});
