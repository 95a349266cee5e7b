import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const athena = defineService({
  id: 'athena',
  displayName: 'Amazon Athena',
  shortName: 'Athena',
  category: 'Analytics and ETL',
  summary: 'Serverless SQL over files in S3, paid by the data a query scans.',
  keywords: ['sql', 'query', 'presto', 'trino', 'workgroup', 'data lake'],
  docsUrl: 'https://docs.aws.amazon.com/athena/latest/ug/what-is.html',
  icon: { aws: 'architecture-service/AmazonAthena.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['resultStorage', 'scannedMegabytes'],
  limits,
  simulation,
  iac,
});
