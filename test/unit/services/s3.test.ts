import { expect, test } from 'vitest';
import { s3 } from '../../../shared/services/s3/index.ts';
import { buildContribution, buildSimulationContext, findSchemaProblems } from './service-contexts.ts';

function buildWrites(values: Record<string, unknown>, region = 'us-east-1') {
  const context = {
    ...buildSimulationContext(s3, values as never, { incoming: [{ service: 'producer-sdk' }] }),
    region,
  };
  const [sender] = context.incoming;
  if (!sender) throw new Error('no sender');
  return s3.simulation.buildIncoming?.(context, sender)[0]?.admission ?? [];
}

test('10 prefixes take 35,000 writes per second (WE-32)', () => {
  expect(buildWrites({ writtenPrefixes: 10 })[0]?.recordsPerSecond).toBe(35_000);
});

test('with SSE-KMS and no Bucket Key the KMS quota throttles first (WE-33)', () => {
  const limits = buildWrites(
    { writtenPrefixes: 10, encryption: 'SSE_KMS', bucketKeyEnabled: false },
    'eu-north-1',
  );
  expect(limits.map((limit) => limit.recordsPerSecond)).toEqual([35_000, 10_000]);
  expect(buildWrites({ encryption: 'SSE_KMS' })).toHaveLength(1);
});

test.each([
  ['us-east-1', 100_000],
  ['eu-central-1', 20_000],
  ['eu-north-1', 10_000],
])('%s has its own KMS quota', (region, quota) => {
  const limits = buildWrites({ encryption: 'DSSE_KMS' }, region);
  expect(limits[1]?.recordsPerSecond).toBe(quota);
});

test('batching writers are not held back by request limits', () => {
  const context = buildSimulationContext(s3, {}, { incoming: [{ service: 'firehose' }] });
  const [sender] = context.incoming;
  expect(sender && s3.simulation.buildIncoming?.(context, sender)).toEqual([]);
});

test('archived objects wait for their restore, and an event comes once per object', () => {
  const context = buildSimulationContext(
    s3,
    { storageClass: 'DEEP_ARCHIVE', retrievalTier: 'BULK', recordsPerObject: 50 },
    { outgoing: [{ service: 'athena' }, { service: 'lambda' }] },
  );
  const [reader, listener] = context.outgoing.map((edge) => s3.simulation.buildOutgoing?.(context, edge));
  expect(reader?.[0]?.delaySeconds).toBe(48 * 3600);
  expect(listener?.[0]?.transform?.recordsPerRecord).toBe(1 / 50);
});

test('defaults make a private, versioned, encrypted bucket that refuses plain HTTP', () => {
  const contribution = buildContribution(s3);
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties).toMatchObject({
    PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: { Rules: [{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }] },
  });
  expect(contribution.resourcePolicies?.[0]?.statements[0]?.conditions).toEqual({
    Bool: { 'aws:SecureTransport': 'false' },
  });
});

test('lifecycle, tiering, analysis, replication and notifications reach both tools', () => {
  const contribution = buildContribution(
    s3,
    {
      storageClass: 'STANDARD_IA',
      archiveAccessDays: 90,
      storageClassAnalysis: true,
      encryption: 'SSE_KMS',
      requireKmsEncryption: true,
      restrictToVpcEndpoint: true,
      lifecycleRules: [
        { prefix: 'logs/', tagKey: 'kind', tagValue: 'raw', transitionClass: 'GLACIER', expirationDays: 400 },
      ],
    },
    {
      incoming: [{ service: 'kms' }, { service: 'vpce-s3' }],
      outgoing: [
        { service: 'lambda', edgeValues: { prefix: 'in/', suffix: '.json' } },
        { service: 'sqs' },
        { service: 'eventbridge-rule' },
        { service: 's3' },
      ],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties).toMatchObject({
    LifecycleConfiguration: {
      Rules: [
        { Prefix: 'logs/', TagFilters: [{ Key: 'kind', Value: 'raw' }], ExpirationInDays: 400 },
        { Id: 'storage-class', Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }] },
        { Id: 'unfinished-uploads' },
      ],
    },
    NotificationConfiguration: {
      LambdaConfigurations: [
        {
          Filter: {
            S3Key: {
              Rules: [
                { Name: 'prefix', Value: 'in/' },
                { Name: 'suffix', Value: '.json' },
              ],
            },
          },
        },
      ],
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    },
  });
  const types = contribution.terraform.map((resource) => resource.type);
  expect(types).toContain('aws_s3_bucket_notification');
  expect(types).toContain('aws_s3_bucket_replication_configuration');
  expect(types).toContain('aws_s3_bucket_intelligent_tiering_configuration');
  expect(types.every((type) => s3.iac.types.terraform.includes(type))).toBe(true);
  expect(contribution.resourcePolicies?.[0]?.statements).toHaveLength(3);
  expect(contribution.roles?.[0]?.key).toBe('replication-role');
});

test('addresses and accounts are limits and permissions of the bucket policy', () => {
  const contribution = buildContribution(s3, {
    allowedSourceIps: ['203.0.113.0/24'],
    sharedWithAccounts: ['111122223333'],
  });
  const statements = contribution.resourcePolicies?.[0]?.statements ?? [];
  const denied = statements.find((statement) => statement.sid === 'DenyOtherAddresses');
  expect(denied?.conditions).toMatchObject({
    NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] },
    Bool: { 'aws:ViaAWSService': 'false' },
  });
  const read = statements.find((statement) => statement.sid === 'AccountsRead');
  expect(read?.awsPrincipals).toHaveLength(1);
  expect(read?.actions).toEqual(['s3:GetObject']);
});
