import { expect, test } from 'vitest';
import { datasync } from '../../../shared/services/datasync/index.ts';
import { onpremFiles } from '../../../shared/services/onprem-files/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const site = { incoming: [{ service: onpremFiles }], outgoing: [{ service: 's3' }] };
const buckets = { incoming: [{ service: 's3' }], outgoing: [{ service: 's3', node: 'copy' }] };

test('10 TB at 10 Gbps take 8,000 s, 50 TB over 1 Gbps 4.63 days (WE-72)', () => {
  const rate = (networkGbps: number) =>
    buildModel(datasync, { networkGbps }, site).stages.find((stage) => stage.label === 'copy')?.job
      ?.bytesPerSecond ?? 0;
  expect(10e12 / rate(10)).toBe(8000);
  expect(50e12 / rate(1) / 86_400).toBeCloseTo(4.63, 2);
  // Beyond 10 Gbps the task limit binds.
  expect(rate(40)).toBe(rate(10));
});

test('Basic works in turn, Enhanced at once and without an agent at 5 Gbps', () => {
  expect(buildModel(datasync, {}, site).stages.map((stage) => stage.label)).toEqual([
    'list',
    'copy',
    'check',
  ]);
  const model = buildModel(datasync, { networkGbps: 100 }, buckets);
  expect(model.stages).toHaveLength(1);
  expect(model.stages[0]?.job).toMatchObject({ bytesPerSecond: 625e6, slots: 1 });
  expect(rateOf(datasync, model, 'Executions')).toBe(0.55);
});

test.each(['NFS', 'SMB', 'HDFS', 'OBJECT'])('a %s share is read through agents', (protocol) => {
  const contribution = buildContribution(
    datasync,
    { excludes: ['*.tmp', '*.bak'] },
    { incoming: [{ service: onpremFiles, values: { protocol } }], outgoing: [{ service: 's3' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const task = contribution.cloudFormation.find((resource) => resource.key === 'task');
  expect(task?.properties).toMatchObject({ TaskMode: 'BASIC', Excludes: [{ Value: '*.tmp|*.bak' }] });
  expect(contribution.variables?.map((spec) => spec.name)).toContain('nodeAgentArns');
});

test('file systems bring a security group; between buckets there is none', () => {
  const files = buildContribution(
    datasync,
    { verifyMode: 'POINT_IN_TIME_CONSISTENT' },
    { incoming: [{ service: 'efs' }], outgoing: [{ service: 'fsx' }] },
  );
  expect(findSchemaProblems(files)).toEqual([]);
  expect(files.cloudFormation.map((resource) => resource.key)).toContain('security-group');
  const copies = buildContribution(datasync, { verifyMode: 'POINT_IN_TIME_CONSISTENT' }, buckets);
  expect(findSchemaProblems(copies)).toEqual([]);
  expect(copies.cloudFormation.map((resource) => resource.key)).not.toContain('security-group');
  const task = copies.cloudFormation.find((resource) => resource.key === 'task');
  expect(task?.properties).toMatchObject({
    TaskMode: 'ENHANCED',
    Options: { VerifyMode: 'ONLY_FILES_TRANSFERRED' },
  });
});
