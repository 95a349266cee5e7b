import { expect, test } from 'vitest';
import { ec2 } from '../../../shared/services/ec2/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('instances × workers serve, each for the time per record', () => {
  const service = buildModel(ec2, { instanceCount: 3, workersPerInstance: 4, secondsPerRecord: 0.1 })
    .stages[0]?.service;
  expect(service).toMatchObject({ kind: 'servers', servers: 12, time: { meanSeconds: 0.1 } });
});

test('every instance is private, encrypted and needs signed metadata requests', () => {
  const contribution = buildContribution(ec2, { instanceCount: 2 });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const instances = contribution.cloudFormation.filter((resource) => resource.type === 'AWS::EC2::Instance');
  expect(instances.map((resource) => resource.key)).toEqual(['instance', 'instance-2']);
  expect(instances[0]?.properties).toMatchObject({
    MetadataOptions: { HttpTokens: 'required' },
    BlockDeviceMappings: [{ Ebs: { Encrypted: true } }],
  });
  expect(contribution.terraform.filter((resource) => resource.type === 'aws_instance')).toHaveLength(2);
});
