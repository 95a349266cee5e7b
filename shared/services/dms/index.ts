import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const dms = defineService({
  id: 'dms',
  displayName: 'AWS Database Migration Service',
  shortName: 'DMS',
  category: 'Migration and transfer',
  summary: 'Copies databases into AWS and keeps replicating their changes while the source stays online.',
  keywords: ['migration', 'replication', 'cdc', 'change data capture', 'full load', 'oracle'],
  docsUrl: 'https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html',
  icon: { aws: 'architecture-service/AWSDatabaseMigrationService.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['deployment', 'migrationType'],
  limits,
  simulation,
  iac,
});
