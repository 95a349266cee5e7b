import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const bedrockGuardrail = defineService({
  id: 'bedrock-guardrail',
  displayName: 'Amazon Bedrock Guardrails',
  shortName: 'Bedrock guardrail',
  category: 'Generative AI',
  summary: 'Blocks or masks unwanted content in prompts and answers of any model.',
  keywords: ['safety', 'content filter', 'pii', 'toxicity', 'moderation', 'prompt attack', 'policy'],
  docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html',
  icon: { aws: 'architecture-service/AmazonBedrock.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['filterStrength', 'piiAction'],
  limits,
  simulation,
  iac,
});
