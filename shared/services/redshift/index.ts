import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const redshift = defineService({
  id: 'redshift',
  displayName: 'Amazon Redshift',
  shortName: 'Redshift',
  category: 'Databases',
  summary: 'Data warehouse for analytic SQL; loads from S3 with COPY or reads streams directly.',
  keywords: ['warehouse', 'olap', 'copy', 'sql', 'columnar', 'spectrum', 'rpu'],
  docsUrl: 'https://docs.aws.amazon.com/redshift/latest/mgmt/welcome.html',
  icon: { aws: 'architecture-service/AmazonRedshift.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['deployment', 'nodeType', 'numberOfNodes'],
  limits,
  simulation,
  iac,
});
