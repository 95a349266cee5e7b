import { expect, test } from 'vitest';
import { bedrockAgent } from '../../../shared/services/bedrock-agent/index.ts';
import { bedrockKb } from '../../../shared/services/bedrock-kb/index.ts';
import { bedrockModel } from '../../../shared/services/bedrock-model/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('a request takes its model calls in a row and its functions', () => {
  const stage = buildModel(bedrockAgent, {
    modelCallsPerRequest: 4,
    secondsPerModelCall: 2,
    toolSecondsPerRequest: 0.5,
  }).stages[0];
  expect(stage?.service).toMatchObject({ time: { meanSeconds: 8.5 } });
  expect(stage?.admission).toBeUndefined();
});

test('functions, knowledge base, guardrail and model come from the edges', () => {
  const contribution = buildContribution(
    bedrockAgent,
    { memoryDays: 30 },
    {
      incoming: [{ service: bedrockKb, kind: 'configuration', values: { description: 'Policies' } }],
      outgoing: [
        { service: 'lambda' },
        { service: 'bedrock-guardrail', kind: 'configuration' },
        { service: bedrockModel, values: { modelId: 'us.amazon.nova-pro-v1:0' } },
        { service: bedrockAgent, node: 'other' },
      ],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const agent = contribution.cloudFormation[0]?.properties;
  expect(agent).toMatchObject({
    AgentCollaboration: 'SUPERVISOR',
    KnowledgeBases: [{ Description: 'Policies' }],
    ActionGroups: [
      { FunctionSchema: { Functions: [{ Name: 'lookUp', Parameters: { id: { Required: true } } }] } },
      { ParentActionGroupSignature: 'AMAZON.UserInput' },
    ],
  });
  expect(JSON.stringify(agent?.FoundationModel)).toContain(':inference-profile/us.amazon.nova-pro-v1:0');
  const alias = contribution.terraform.find((resource) => resource.key === 'alias');
  expect(alias?.dependsOn).toEqual(['actions', 'ask-user', 'knowledge', 'collaborator']);
});

test('a bucket in front brings the OpenAPI schema', () => {
  const contribution = buildContribution(
    bedrockAgent,
    { apiSchemaKey: 'api.yaml' },
    {
      incoming: [{ service: 's3', kind: 'configuration', edgeValues: { prefix: 'schemas' } }],
      outgoing: [{ service: 'lambda' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties.ActionGroups).toMatchObject([
    { ApiSchema: { S3: { S3ObjectKey: 'schemas/api.yaml' } } },
    {},
  ]);
});

test('new customers are told', () => {
  expect(bedrockAgent.lifecycle).toMatchObject({ status: 'closed', since: '2026-07-30' });
});
