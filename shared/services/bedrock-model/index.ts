import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const bedrockModel = defineService({
  id: 'bedrock-model',
  displayName: 'Amazon Bedrock model',
  shortName: 'Bedrock model',
  category: 'Generative AI',
  summary: 'A foundation model called through one API: on demand, with bought capacity, or in batches.',
  keywords: ['llm', 'foundation model', 'nova', 'titan', 'claude', 'llama', 'embedding', 'generative ai'],
  docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference.html',
  icon: { aws: 'architecture-service/AmazonBedrock.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['modelId', 'capacity'],
  limits,
  simulation,
  iac,
});
