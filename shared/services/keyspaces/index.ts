import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const keyspaces = defineService({
  id: 'keyspaces',
  displayName: 'Amazon Keyspaces',
  shortName: 'Keyspaces',
  category: 'Databases',
  summary: 'Cassandra-compatible tables without servers.',
  keywords: ['cassandra', 'cql', 'nosql', 'wide column'],
  docsUrl: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/what-is-keyspaces.html',
  icon: { aws: 'architecture-service/AmazonKeyspaces.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['tableName', 'capacityMode'],
  limits,
  simulation,
  iac,
});
