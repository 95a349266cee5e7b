import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const bedrockCustom = defineService({
  id: 'bedrock-custom',
  displayName: 'Amazon Bedrock model customization',
  shortName: 'Bedrock customization',
  category: 'Generative AI',
  summary: 'Adapts a foundation model with your own training data.',
  keywords: ['fine-tuning', 'distillation', 'training', 'custom model'],
  docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models.html',
  icon: { aws: 'architecture-service/AmazonBedrock.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['baseModelId', 'customizationType'],
  limits,
  simulation,
  iac,
});
