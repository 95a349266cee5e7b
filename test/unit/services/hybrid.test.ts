import { expect, test } from 'vitest';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { outposts } from '../../../shared/services/outposts/index.ts';
import { storageGateway } from '../../../shared/services/storage-gateway/index.ts';
import { buildDesign } from '../iac/designs.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('a file gateway shares the connected bucket and keeps what is not uploaded in its cache', () => {
  const contribution = buildContribution(
    storageGateway,
    { clientList: ['10.1.0.0/16'], cacheStaleTimeoutInSeconds: 60 },
    { outgoing: [{ service: 's3' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const share = contribution.terraform.find(({ key }) => key === 'share');
  expect(share?.type).toBe('aws_storagegateway_nfs_file_share');
  expect(share?.arguments).toMatchObject({ client_list: ['10.1.0.0/16'], squash: 'RootSquash' });
  expect(contribution.manualSteps?.map((step) => step.target)).toEqual(['cloudformation', 'cloudformation']);
  const [stage] = buildModel(storageGateway, { cacheGigabytes: 10, uplinkMbps: 800 }).stages;
  expect(stage?.queue).toEqual({ maxBytes: 10e9, onFull: 'block' });
  expect(stage?.service).toMatchObject({ bytesPerSecond: 100e6 });
});

test('an SMB share asks for the directory, and other gateways have no share', () => {
  const edges = { outgoing: [{ service: 's3' }] };
  const smb = buildContribution(storageGateway, { protocol: 'SMB' }, edges);
  expect(findSchemaProblems(smb)).toEqual([]);
  expect(smb.variables?.filter((variable) => variable.sensitive)).toHaveLength(2);
  const tape = buildContribution(storageGateway, { gatewayType: 'VTL' }, edges);
  expect(tape.terraform.map(({ key }) => key)).toEqual(['gateway', 'cache']);
  expect(tape.roles).toEqual([]);
});

test('an Outpost has the capacity that was ordered, behind its service link', () => {
  const { stages } = buildModel(outposts, { vcpus: 48, recordsPerSecondPerVcpu: 10, linkGbps: 0.5 });
  expect(stages.map((stage) => stage.service)).toMatchObject([
    { recordsPerSecond: 480 },
    { bytesPerSecond: 62.5e6 },
  ]);
});

test('S3 on Outposts brings bucket, endpoint and access point, and a role that may use them', () => {
  const plain = buildContribution(outposts);
  expect(findSchemaProblems(plain)).toEqual([]);
  expect(plain.cloudFormation.map(({ key }) => key)).toEqual(['instance-profile']);
  const contribution = buildContribution(outposts, { s3OnOutposts: true });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.map(({ key }) => key)).toEqual(
    contribution.terraform.map(({ key }) => key),
  );
  expect(contribution.variables?.map((variable) => variable.name)).toContain('outpostId');
});

test.each(['outposts', 'storage-gateway'])('the role of %s may write to the bucket behind it', (service) => {
  const { graph, blockers } = lowerDesign(
    buildDesign(
      [
        { id: 'site', service },
        { id: 'lake', service: 's3' },
      ],
      [{ source: 'site', target: 'lake' }],
    ),
  );
  expect(blockers).toEqual([]);
  const policy = graph.cloudFormation.find(({ id }) => id === 'site/role-policy');
  const actions = policy?.kind === 'role-policy' ? policy.statements.flatMap((entry) => entry.actions) : [];
  expect(actions).toContain('s3:PutObject');
});
