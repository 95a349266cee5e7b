import { defineService } from '../define-service.ts';
import { dataIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const onpremFiles = defineService({
  id: 'onprem-files',
  displayName: 'On-premises file store',
  shortName: 'On-premises files',
  category: 'Producers and on-premises',
  summary: 'NFS or SMB shares, HDFS or an object store outside AWS.',
  keywords: ['nas', 'nfs', 'smb', 'hdfs', 'hadoop', 'file server', 'data center', 'object storage'],
  docsUrl: 'https://docs.aws.amazon.com/datasync/latest/userguide/working-with-locations.html',
  icon: { aws: 'resource/Servers.svg' },
  lifecycle: { status: 'available' },
  ports: [dataIn, dataOut],
  properties,
  facts: ['protocol', 'serverHostname'],
  limits,
  simulation,
  iac,
});
