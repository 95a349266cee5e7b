import { expect, test } from 'vitest';
import { redshift } from '../../../shared/services/redshift/index.ts';
import { s3 } from '../../../shared/services/s3/index.ts';
import { firehose } from '../../../shared/services/firehose/index.ts';
import { rateOf } from './cost-rate.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

const throughFirehose = { incoming: [{ service: s3, incoming: [{ service: firehose }] }] };

test('loading runs at slices times the rate of a slice', () => {
  const model = buildModel(redshift, { slices: 8, loadBytesPerSecondPerSlice: 5_000_000 });
  expect(model.stages[0]?.service).toMatchObject({ kind: 'rate', bytesPerSecond: 40_000_000 });
});

test('a stream read directly is pulled at every refresh of its view', () => {
  const context = buildSimulationContext(
    redshift,
    { refreshSeconds: 30 },
    { incoming: [{ service: 'kds' }] },
  );
  const [stream] = context.incoming;
  const stages = stream && redshift.simulation.buildIncoming?.(context, stream);
  expect(stages?.[0]?.batch).toMatchObject({ maxSeconds: 30, timer: 'last-flush' });
});

test('four ra3.4xlarge nodes cost four node hours', () => {
  const model = buildModel(redshift, { nodeType: 'ra3.4xlarge', numberOfNodes: 4 });
  expect(rateOf(redshift, model, 'Node hours')).toBeCloseTo(13.04, 9);
});

test('a cluster is private and encrypted, with a password nobody types', () => {
  const contribution = buildContribution(redshift);
  expect(findSchemaProblems(contribution)).toEqual([]);
  const cluster = contribution.cloudFormation.find((resource) => resource.key === 'warehouse');
  expect(cluster?.properties).toMatchObject({
    Encrypted: true,
    ManageMasterPassword: true,
    PubliclyAccessible: false,
  });
  expect(JSON.stringify(cluster?.properties)).not.toContain('MasterUserPassword');
});

test('only the addresses of Firehose are let in when it loads the warehouse', () => {
  const contribution = buildContribution(redshift, { publiclyAccessible: true }, throughFirehose);
  const group = contribution.cloudFormation.find((resource) => resource.key === 'security-group');
  const ingress = group?.properties.SecurityGroupIngress as { CidrIp: unknown }[];
  expect(ingress.map((rule) => rule.CidrIp)).toContain('52.70.63.192/27');
  expect(ingress.map((rule) => rule.CidrIp)).not.toContain('0.0.0.0/0');
  expect(contribution.variables?.map((variable) => variable.name)).toContain('publicSubnetIds');
  expect(contribution.manualSteps?.[0]?.title).toContain('Create the table');
});

test('a serverless workgroup takes zero-ETL sources with case-sensitive names', () => {
  const contribution = buildContribution(
    redshift,
    { deployment: 'SERVERLESS' },
    { incoming: [{ service: 'dynamodb' }, { service: 'kms' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const types = contribution.terraform.map((resource) => resource.type);
  expect(types).toContain('aws_redshift_integration');
  const workgroup = contribution.cloudFormation.find((resource) => resource.key === 'warehouse');
  expect(workgroup?.properties.ConfigParameters).toContainEqual({
    ParameterKey: 'enable_case_sensitive_identifier',
    ParameterValue: 'true',
  });
});
