import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const outposts = defineService({
  id: 'outposts',
  displayName: 'AWS Outposts',
  shortName: 'Outpost',
  category: 'Producers and on-premises',
  summary:
    'AWS hardware at the site: instances and S3 buckets close to on-premises systems, linked to a Region.',
  keywords: ['hybrid', 'rack', 'on-premises', 'edge', 'local', 'data residency'],
  docsUrl: 'https://docs.aws.amazon.com/outposts/latest/userguide/what-is-outposts.html',
  icon: { aws: 'architecture-service/AWSOutpostsfamily.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['vcpus', 'linkGbps', 's3OnOutposts'],
  limits,
  simulation,
  iac,
});
