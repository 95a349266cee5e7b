import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const storageGateway = defineService({
  id: 'storage-gateway',
  displayName: 'AWS Storage Gateway',
  shortName: 'Storage Gateway',
  category: 'Migration and transfer',
  summary:
    'An appliance at the site that offers S3 as file shares, volumes or tapes and uploads in the background.',
  keywords: ['hybrid', 'nfs', 'smb', 'iscsi', 'tape', 'file gateway', 'on-premises', 'cache'],
  docsUrl: 'https://docs.aws.amazon.com/filegateway/latest/files3/what-is-file-s3.html',
  icon: { aws: 'architecture-service/AWSStorageGateway.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['gatewayType', 'protocol', 'uplinkMbps'],
  limits,
  simulation,
  iac,
});
