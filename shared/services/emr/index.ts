import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const emr = defineService({
  id: 'emr',
  displayName: 'Amazon EMR',
  shortName: 'EMR',
  category: 'Analytics and ETL',
  summary: 'Cluster that runs Spark, Hive and other open-source engines on data in S3.',
  keywords: ['spark', 'hive', 'hadoop', 'presto', 'big data', 'batch', 'cluster'],
  docsUrl: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-what-is-emr.html',
  icon: { aws: 'architecture-service/AmazonEMR.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['coreInstanceType', 'coreInstanceCount', 'maximumUnits'],
  limits,
  simulation,
  iac,
});
