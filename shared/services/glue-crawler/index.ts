import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const glueCrawler = defineService({
  id: 'glue-crawler',
  displayName: 'AWS Glue crawler',
  shortName: 'Glue crawler',
  category: 'Analytics and ETL',
  summary: 'Looks through a data store, infers schemas and partitions, and writes them to the Data Catalog.',
  keywords: ['schema inference', 'catalog', 'partition', 'metadata', 'classifier'],
  docsUrl: 'https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html',
  icon: { aws: 'resource/AWSGlueCrawler.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['schedule', 'recrawlBehavior'],
  limits,
  simulation,
  iac,
});
