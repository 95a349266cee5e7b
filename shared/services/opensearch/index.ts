import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const opensearch = defineService({
  id: 'opensearch',
  displayName: 'Amazon OpenSearch Service',
  shortName: 'OpenSearch',
  category: 'Analytics and ETL',
  summary: 'Indexes documents and vectors for search, dashboards and retrieval.',
  keywords: ['elasticsearch', 'search', 'index', 'logs', 'kibana', 'dashboard', 'vector', 'embedding'],
  docsUrl: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
  icon: { aws: 'architecture-service/AmazonOpenSearchService.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['deployment', 'instanceCount', 'collectionType'],
  limits,
  simulation,
  iac,
});
