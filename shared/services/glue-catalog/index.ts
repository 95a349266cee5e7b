import { defineService } from '../define-service.ts';
import { configurationIn, dataIn } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const glueCatalog = defineService({
  id: 'glue-catalog',
  displayName: 'AWS Glue Data Catalog',
  shortName: 'Glue Data Catalog',
  category: 'Analytics and ETL',
  summary: 'Databases, tables, schemas and partitions that query engines and jobs look data up by.',
  keywords: ['metastore', 'hive', 'schema', 'table', 'database', 'partition', 'iceberg'],
  docsUrl: 'https://docs.aws.amazon.com/glue/latest/dg/catalog-and-crawler.html',
  icon: { aws: 'resource/AWSGlueDataCatalog.svg' },
  lifecycle: { status: 'available' },
  ports: [
    dataIn,
    configurationIn,
    { id: 'out', label: 'Tables', direction: 'out', kinds: ['metadata', 'configuration', 'control'] },
  ],
  properties,
  facts: ['tableName', 'classification', 'tableFormat'],
  limits,
  simulation,
  iac,
});
