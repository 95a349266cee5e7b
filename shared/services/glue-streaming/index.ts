import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const glueStreaming = defineService({
  id: 'glue-streaming',
  displayName: 'AWS Glue streaming ETL job',
  shortName: 'Glue streaming',
  category: 'Analytics and ETL',
  summary: 'Spark job that reads a stream in small batches and writes each of them.',
  keywords: ['spark', 'structured streaming', 'micro-batch', 'kafka', 'kinesis', 'etl'],
  docsUrl: 'https://docs.aws.amazon.com/glue/latest/dg/add-job-streaming.html',
  icon: { aws: 'architecture-service/AWSGlue.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['workerType', 'numberOfWorkers', 'windowSeconds'],
  limits,
  simulation,
  iac,
});
