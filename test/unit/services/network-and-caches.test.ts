import { expect, test } from 'vitest';
import { cloudfront } from '../../../shared/services/cloudfront/index.ts';
import { directConnect } from '../../../shared/services/direct-connect/index.ts';
import { elasticache } from '../../../shared/services/elasticache/index.ts';
import { s3 } from '../../../shared/services/s3/index.ts';
import { vpceS3 } from '../../../shared/services/vpce-s3/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('a full 1 Gbps line carries 10.8 TB a day (WE-73)', () => {
  const service = buildModel(directConnect).stages[0]?.service;
  if (service?.kind !== 'rate') throw new Error('rate');
  expect(((service.bytesPerSecond ?? 0) * 86_400) / 1e12).toBeCloseTo(10.8, 9);
});

test('a shared line leaves what others do not use', () => {
  const service = buildModel(directConnect, { bandwidth: '10Gbps', usedByOthers: 0.5 }).stages[0]?.service;
  expect(service).toMatchObject({ bytesPerSecond: 625_000_000 });
});

test('a line and a VPN both export, the VPN asks for the address of the site', () => {
  expect(findSchemaProblems(buildContribution(directConnect))).toEqual([]);
  const vpn = buildContribution(directConnect, { linkType: 'VPN' });
  expect(findSchemaProblems(vpn)).toEqual([]);
  expect(vpn.variables?.map((variable) => variable.name)).toContain('nodeSiteAddress');
});

test('360 million capacity units cost 1.224 USD (WE-61)', () => {
  const model = buildModel(elasticache);
  expect(360e6 * rateOf(elasticache, model, 'Capacity units')).toBeCloseTo(1.224, 9);
});

test('a serverless cache doubles from one slot to its ceiling, and only misses go on', () => {
  const stage = buildModel(elasticache, { maximumEcpuPerSecond: 240_000, hitRatio: 0.75 }).stages[0];
  expect(stage?.service).toMatchObject({ recordsPerSecond: 30_000 });
  expect(stage?.scaling).toMatchObject({ maxUnits: 8, step: { kind: 'multiply', factor: 2 } });
  expect(stage?.transform?.recordsPerRecord).toBe(0.25);
});

test('a cache of nodes is encrypted and fails over when it has replicas', () => {
  const contribution = buildContribution(
    elasticache,
    { deployment: 'CLUSTER', numNodeGroups: 2 },
    { outgoing: [{ service: 'cw-logs' }, { service: 'sns' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const cache = contribution.cloudFormation.find((resource) => resource.key === 'cache');
  expect(cache?.properties).toMatchObject({
    AtRestEncryptionEnabled: true,
    TransitEncryptionEnabled: true,
    AutomaticFailoverEnabled: true,
    LogDeliveryConfigurations: [{ DestinationType: 'cloudwatch-logs' }],
  });
  expect(findSchemaProblems(buildContribution(elasticache))).toEqual([]);
});

test('the endpoint lets through the connected buckets and no other', () => {
  const contribution = buildContribution(vpceS3, {}, { outgoing: [{ service: s3 }] });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties.PolicyDocument).toBeDefined();
  const open = buildContribution(vpceS3, { restrictToBuckets: false }, { outgoing: [{ service: s3 }] });
  expect(open.cloudFormation[0]?.properties.PolicyDocument).toBeUndefined();
});

test('a bucket and an API behind a distribution: the bucket is cached, the API is passed on', () => {
  const contribution = buildContribution(
    cloudfront,
    {},
    { outgoing: [{ service: s3 }, { service: 'api-gateway', node: 'api' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const distribution = contribution.cloudFormation.find((resource) => resource.key === 'distribution');
  expect(distribution?.properties.DistributionConfig).toMatchObject({
    DefaultRootObject: 'index.html',
    DefaultCacheBehavior: { AllowedMethods: ['GET', 'HEAD'], ViewerProtocolPolicy: 'redirect-to-https' },
    CacheBehaviors: [{ PathPattern: '/api/*' }],
  });
  const alone = buildContribution(cloudfront);
  expect(findSchemaProblems(alone)).toEqual([]);
  expect(alone.variables?.map((variable) => variable.name)).toEqual(['nodeOriginDomain']);
});

test('edge and regional hits shield the origin', () => {
  const stage = buildModel(cloudfront, { edgeHitRatio: 0.9, regionalHitRatio: 0.5 }).stages[0];
  expect(stage?.transform?.recordsPerRecord).toBeCloseTo(0.05, 12);
});
