import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const fsx = defineService({
  id: 'fsx',
  displayName: 'Amazon FSx',
  shortName: 'FSx',
  category: 'Storage',
  summary: 'Managed Lustre, Windows, NetApp ONTAP or OpenZFS file system.',
  keywords: ['lustre', 'windows file server', 'netapp', 'ontap', 'zfs', 'hpc', 'smb', 'training data'],
  docsUrl: 'https://docs.aws.amazon.com/fsx/',
  icon: { aws: 'architecture-service/AmazonFSx.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['fileSystemType', 'storageCapacity'],
  limits,
  simulation,
  iac,
});
