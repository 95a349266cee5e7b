import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const rds = defineService({
  id: 'rds',
  displayName: 'Amazon RDS',
  shortName: 'RDS',
  category: 'Databases',
  summary: 'Managed relational database instance: PostgreSQL, MySQL, MariaDB, Oracle or SQL Server.',
  keywords: ['postgres', 'mysql', 'mariadb', 'oracle', 'sql server', 'relational', 'oltp', 'database'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
  icon: { aws: 'architecture-service/AmazonRDS.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['engine', 'dbInstanceClass', 'multiAZ'],
  limits,
  simulation,
  iac,
});
