import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const vpceS3 = defineService({
  id: 'vpce-s3',
  displayName: 'S3 gateway VPC endpoint',
  shortName: 'S3 VPC endpoint',
  category: 'Networking and edge',
  summary: 'Route from private subnets to S3 that never touches the internet.',
  keywords: ['vpc', 'endpoint', 'gateway', 'private access'],
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
  icon: { aws: 'resource/AmazonVPCEndpoints.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['restrictToBuckets'],
  limits,
  simulation,
  iac,
});
