import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const qBusiness = defineService({
  id: 'q-business',
  displayName: 'Amazon Q Business',
  shortName: 'Q Business',
  category: 'Generative AI',
  summary: 'Answers questions of employees from the documents of the company.',
  keywords: ['chat', 'assistant', 'rag', 'enterprise search', 'connector', 'generative ai'],
  docsUrl: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/what-is.html',
  icon: { aws: 'architecture-service/AmazonQ.svg' },
  lifecycle: {
    status: 'closed',
    note: 'Closed to new customers, AWS points to Amazon Quick; existing customers may continue.',
    successor: 'bedrock-kb',
    sources: ['QB-WHAT', 'QB-EOL'],
  },
  ports: throughPorts,
  properties,
  facts: ['indexType', 'indexUnits'],
  limits,
  simulation,
  iac,
});
