import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const bedrockKb = defineService({
  id: 'bedrock-kb',
  displayName: 'Amazon Bedrock Knowledge Bases',
  shortName: 'Bedrock knowledge base',
  category: 'Generative AI',
  summary: 'Chunks, embeds and indexes documents, and finds passages for prompts (RAG).',
  keywords: ['rag', 'retrieval', 'vector', 'embedding', 'documents', 'knowledge base', 'semantic search'],
  docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base.html',
  icon: { aws: 'architecture-service/AmazonBedrock.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['vectorStore', 'embeddingModelId', 'chunkingStrategy'],
  limits,
  simulation,
  iac,
});
