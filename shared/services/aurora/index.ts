import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const aurora = defineService({
  id: 'aurora',
  displayName: 'Amazon Aurora',
  shortName: 'Aurora',
  category: 'Databases',
  summary: 'Relational cluster for PostgreSQL or MySQL with shared storage and serverless capacity.',
  keywords: ['postgres', 'mysql', 'relational', 'serverless', 'pgvector', 'database', 'zero-etl'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
  icon: { aws: 'architecture-service/AmazonAurora.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['engine', 'capacityType', 'maxCapacity'],
  limits,
  simulation,
  iac,
});
