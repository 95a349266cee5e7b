import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const ec2 = defineService({
  id: 'ec2',
  displayName: 'Amazon EC2',
  shortName: 'EC2',
  category: 'Compute',
  summary: 'Virtual servers that run any program: consumers, agents, workers.',
  keywords: ['instance', 'server', 'virtual machine', 'vm', 'worker', 'consumer'],
  docsUrl: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html',
  icon: { aws: 'architecture-service/AmazonEC2.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['instanceType', 'instanceCount'],
  limits,
  simulation,
  iac,
});
