import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const cloudfront = defineService({
  id: 'cloudfront',
  displayName: 'Amazon CloudFront',
  shortName: 'CloudFront',
  category: 'Networking and edge',
  summary: 'Caches content at edge locations near its users and fetches from the origin what is missing.',
  keywords: ['cdn', 'edge', 'cache', 'distribution', 'origin'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html',
  icon: { aws: 'architecture-service/AmazonCloudFront.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['priceClass', 'viewerProtocolPolicy'],
  limits,
  simulation,
  iac,
});
