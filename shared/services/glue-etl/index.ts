import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const glueEtl = defineService({
  id: 'glue-etl',
  displayName: 'AWS Glue ETL job',
  shortName: 'Glue ETL',
  category: 'Analytics and ETL',
  summary: 'Serverless Spark or Python batch job that reads, transforms and writes data.',
  keywords: ['spark', 'pyspark', 'etl', 'batch', 'transform', 'job', 'dpu', 'python shell'],
  docsUrl: 'https://docs.aws.amazon.com/glue/latest/dg/author-job-glue.html',
  icon: { aws: 'architecture-service/AWSGlue.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['workerType', 'numberOfWorkers', 'schedule'],
  limits,
  simulation,
  iac,
});
