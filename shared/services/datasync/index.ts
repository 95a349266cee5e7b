import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const datasync = defineService({
  id: 'datasync',
  displayName: 'AWS DataSync',
  shortName: 'DataSync',
  category: 'Migration and transfer',
  summary: 'Copies files and objects between sites, buckets and file systems, and checks them.',
  keywords: ['transfer', 'copy', 'nfs', 'smb', 'hdfs', 'migration', 'agent', 'files'],
  docsUrl: 'https://docs.aws.amazon.com/datasync/latest/userguide/what-is-datasync.html',
  icon: { aws: 'architecture-service/AWSDataSync.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['taskMode', 'schedule', 'verifyMode'],
  limits,
  simulation,
  iac,
});
