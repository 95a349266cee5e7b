import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const redshiftSpectrum = defineService({
  id: 'redshift-spectrum',
  displayName: 'Amazon Redshift Spectrum',
  shortName: 'Redshift Spectrum',
  category: 'Analytics and ETL',
  summary: 'Lets a Redshift warehouse query files in S3 in place, through the Data Catalog.',
  keywords: ['external schema', 'data lake', 'sql', 'query in place'],
  docsUrl: 'https://docs.aws.amazon.com/redshift/latest/dg/c-using-spectrum.html',
  icon: { aws: 'architecture-service/AmazonRedshift.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['schemaName', 'scannedMegabytes'],
  limits,
  simulation,
  iac,
});
