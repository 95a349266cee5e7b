import { expect, test } from 'vitest';
import { kdaSql } from '../../../shared/services/kda-sql/index.ts';
import { msf } from '../../../shared/services/msf/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const kpuPrice = msf.limits.find((limit) => limit.id === 'price-kpu-hour')?.value ?? 0;

test.each([
  [
    'parallelism 4, 4 per KPU: 1 KPU and the orchestration KPU (WE-48)',
    { parallelism: 4, parallelismPerKpu: 4 },
    2,
    1,
    0.22,
  ],
  ['20 KPUs for 30 days (WE-50)', { parallelism: 20 }, 21, 720, 1663.2],
])('%s', (_name, values, kpus, hours, usd) => {
  const line = buildModel(msf, values).cost?.[0];
  expect(line?.factor).toBe(kpus);
  expect((line?.factor ?? 0) * hours * kpuPrice).toBeCloseTo(usd, 2);
});

test('scaling doubles after 15 minutes at 75 % and stands still meanwhile (WE-49)', () => {
  const stage = buildModel(msf, { parallelism: 4, restartSeconds: 90 }).stages[0];
  expect(stage?.service).toMatchObject({ recordsPerSecond: 4000 });
  expect(stage?.scaling).toMatchObject({
    upAbove: 0.75,
    upEvaluations: 15,
    downEvaluations: 360,
    restartSeconds: 90,
    maxUnits: 64,
  });
  expect(buildModel(msf, { autoScalingEnabled: false }).stages[0]?.scaling).toBeUndefined();
});

test('code comes from the drawn bucket, or from one that is created', () => {
  const own = buildContribution(msf);
  expect(findSchemaProblems(own)).toEqual([]);
  expect(own.cloudFormation.some((resource) => resource.type === 'AWS::S3::Bucket')).toBe(true);
  const drawn = buildContribution(
    msf,
    {},
    { incoming: [{ service: 's3', kind: 'configuration', node: 'code' }] },
  );
  expect(drawn.cloudFormation.some((resource) => resource.type === 'AWS::S3::Bucket')).toBe(false);
  const application = drawn.cloudFormation.find((resource) => resource.key === 'application');
  expect(application?.properties.ApplicationConfiguration).toMatchObject({
    ApplicationCodeConfiguration: {
      CodeContent: { S3ContentLocation: { BucketARN: { resource: 'code/primary' } } },
    },
  });
});

test('neighbours reach the code as runtime properties; a VPC brings subnets and interfaces', () => {
  const contribution = buildContribution(
    msf,
    { networkAccess: 'VPC' },
    { incoming: [{ service: 'kds', node: 'clicks' }], outgoing: [{ service: 'firehose', node: 'archive' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const text = JSON.stringify(contribution.cloudFormation.find((resource) => resource.key === 'application'));
  expect(text).toContain('clicks.arn');
  expect(text).toContain('archive.name');
  expect(contribution.variables?.map((item) => item.name)).toEqual(['vpcId', 'privateSubnetIds']);
  expect(contribution.roles?.[0]?.statements?.at(-1)?.reason).toBeTruthy();
});

test('the retired SQL application names its successor and is not exported', () => {
  expect(kdaSql.lifecycle).toMatchObject({ status: 'retired', successor: 'msf' });
  expect(kdaSql.iac.notExported).toContain('Managed Service for Apache Flink');
  const decay = kdaSql.properties.find((property) => property.name === 'timeDecay');
  // A week of about 1,000 records a day is a decay of 7,000 (WE-53), well inside the range.
  expect(decay).toMatchObject({ type: 'number', min: 1, default: 100_000 });
});
