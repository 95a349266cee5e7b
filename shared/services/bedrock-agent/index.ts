import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const bedrockAgent = defineService({
  id: 'bedrock-agent',
  displayName: 'Amazon Bedrock Agents',
  shortName: 'Bedrock agent',
  category: 'Generative AI',
  summary: 'Breaks a request into steps, calls functions and knowledge bases, and answers.',
  keywords: ['agent', 'tools', 'action group', 'assistant', 'orchestration', 'generative ai'],
  docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents.html',
  icon: { aws: 'architecture-service/AmazonBedrock.svg' },
  lifecycle: {
    status: 'closed',
    note: 'Agents Classic takes no new customers since 30 July 2026; Amazon Bedrock AgentCore is the successor.',
    since: '2026-07-30',
    sources: ['BR-AGT'],
  },
  ports: throughPorts,
  properties,
  facts: ['foundationModel', 'aliasName'],
  limits,
  simulation,
  iac,
});
