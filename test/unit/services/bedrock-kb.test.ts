import { expect, test } from 'vitest';
import { bedrockKb } from '../../../shared/services/bedrock-kb/index.ts';
import { opensearch } from '../../../shared/services/opensearch/index.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

const keys = (contribution: ReturnType<typeof buildContribution>) =>
  contribution.cloudFormation.map((resource) => resource.key);

test('20 searches a second, and documents by job that go no further', () => {
  expect(buildModel(bedrockKb).stages[0]?.admission?.[0]).toMatchObject({ recordsPerSecond: 20 });
  const context = buildSimulationContext(
    bedrockKb,
    { syncEverySeconds: 10, ingestMegabytesPerSecond: 2 },
    { incoming: [{ service: 's3' }, { service: 'user-app' }] },
  );
  const [documents, questions] = context.incoming.map((edge) =>
    bedrockKb.simulation.buildIncoming?.(context, edge),
  );
  expect(documents?.[0]).toMatchObject({
    job: { periodSeconds: 10, slots: 1, timeoutSeconds: 50_000 },
    transform: { recordsPerRecord: 0 },
  });
  expect(questions).toEqual([]);
});

test('by default S3 Vectors, with a data source per bucket', () => {
  const contribution = buildContribution(
    bedrockKb,
    { chunkingStrategy: 'HIERARCHICAL', webUrls: ['https://example.com/'] },
    {
      incoming: [{ service: 's3', edgeValues: { prefix: 'docs' } }, { service: 'kms' }],
      outgoing: [{ service: 'lambda' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(keys(contribution)).toEqual([
    'vector-bucket',
    'vector-index',
    'base',
    'data-source',
    'data-source-2',
  ]);
});

test('an own OpenSearch Serverless collection comes with its policies and its index', () => {
  const contribution = buildContribution(
    bedrockKb,
    { vectorStore: 'OPENSEARCH_SERVERLESS', chunkingStrategy: 'SEMANTIC' },
    { incoming: [{ service: 's3' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(keys(contribution)).toEqual(
    expect.arrayContaining(['encryption-policy', 'network-policy', 'access-policy', 'vector-index']),
  );
  const base = contribution.cloudFormation.find((resource) => resource.key === 'base');
  expect(base?.dependsOn).toEqual(['vector-index']);
  // Terraform has no resource for the index, so the deployer is told.
  expect(contribution.manualSteps?.map((step) => step.target)).toEqual(['terraform', 'both']);
});

test.each([
  ['OPENSEARCH_SERVERLESS', { service: opensearch, values: { deployment: 'SERVERLESS' } }],
  ['OPENSEARCH_MANAGED_CLUSTER', { service: opensearch }],
  ['RDS', { service: 'aurora' }],
  ['MONGO_DB_ATLAS', { service: 'mongodb' }],
])('a connected store is used: %s', (type, edge) => {
  const contribution = buildContribution(bedrockKb, {}, { outgoing: [edge] });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const base = contribution.cloudFormation.find((resource) => resource.key === 'base');
  expect(base?.properties.StorageConfiguration).toMatchObject({ Type: type });
});
