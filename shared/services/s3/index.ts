import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const s3 = defineService({
  id: 's3',
  displayName: 'Amazon S3',
  shortName: 'S3',
  category: 'Storage',
  summary:
    'Stores objects of any format and size in a bucket; the data lake most other services read and write.',
  keywords: ['bucket', 'object store', 'data lake', 'landing zone', 'glacier', 'lifecycle', 'archive'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
  icon: { aws: 'architecture-service/AmazonSimpleStorageService.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['storageClass', 'encryption', 'versioning'],
  limits,
  simulation,
  iac,
});
