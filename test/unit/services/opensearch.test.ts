import { expect, test } from 'vitest';
import { opensearch } from '../../../shared/services/opensearch/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('indexing capacity and the write queue grow with the data nodes', () => {
  const stage = buildModel(opensearch, {
    instanceCount: 3,
    documentsPerSecondPerNode: 500,
    writeQueueDocuments: 100,
  }).stages[0];
  expect(stage?.queue).toMatchObject({ maxRecords: 300, onFull: 'drop' });
  expect(stage?.service).toMatchObject({ kind: 'rate', recordsPerSecond: 1500 });
});

test('a domain is encrypted, enforces HTTPS and spreads even node counts over two zones', () => {
  const contribution = buildContribution(opensearch, { instanceCount: 4, networkAccess: 'VPC' });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const domain = contribution.cloudFormation.find((resource) => resource.key === 'store');
  expect(domain?.properties).toMatchObject({
    EncryptionAtRestOptions: { Enabled: true },
    DomainEndpointOptions: { EnforceHTTPS: true },
    ClusterConfig: { ZoneAwarenessEnabled: true },
  });
  expect(contribution.variables?.map((item) => item.name)).toContain('privateSubnetIds');
});

test('a collection waits for its policies and admits the roles connected to it', () => {
  const contribution = buildContribution(
    opensearch,
    { deployment: 'SERVERLESS' },
    { incoming: [{ service: 'bedrock-kb', node: 'knowledge' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const store = contribution.cloudFormation.find((resource) => resource.key === 'store');
  expect(store?.dependsOn).toEqual(['encryption-policy', 'network-policy', 'access-policy']);
  const access = contribution.terraform.find((resource) => resource.key === 'access-policy');
  expect(access?.arguments.policy).toMatchObject({
    value: [{ Principal: [{ resource: 'knowledge/role' }] }],
  });
});
