import { expect, test } from 'vitest';
import { msk } from '../../../shared/services/msk/index.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

test('200 MB/s into a serverless cluster need at least 40 partitions (WE-82)', () => {
  const limits = buildModel(msk, { deployment: 'SERVERLESS', partitions: 40 }).stages[0]?.admission ?? [];
  const perPartition = limits.find((limit) => limit.scope === 'lane')?.bytesPerSecond ?? 0;
  const cluster = limits.find((limit) => limit.scope === 'station')?.bytesPerSecond ?? 0;
  expect(cluster / perPartition).toBe(40);
});

test('readers share what the cluster sends, each below its partitions’ limit', () => {
  const context = buildSimulationContext(
    msk,
    { deployment: 'SERVERLESS' },
    { outgoing: [{ service: 'lambda' }] },
  );
  const [reader] = context.outgoing;
  const stage = reader && msk.simulation.buildOutgoing?.(context, reader)[0];
  expect(stage?.service).toMatchObject({ bytesPerSecond: 10_000_000 });
  expect(stage?.shared?.[0]?.bytesPerSecond).toBe(400_000_000);
});

test('a cluster uses TLS and IAM and brings its topic', () => {
  const contribution = buildContribution(msk, {}, { outgoing: [{ service: 'firehose' }] });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const cluster = contribution.cloudFormation.find((resource) => resource.key === 'cluster');
  expect(cluster?.properties).toMatchObject({
    ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
    EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS' } },
  });
  const keys = contribution.cloudFormation.map((resource) => resource.key);
  expect(keys).toContain('topic');
  expect(keys).toContain('cluster-policy');
  expect(contribution.manualSteps?.[0]?.title).toContain('multi-VPC');
});

test('Express brokers have no volumes, serverless clusters no brokers', () => {
  const express = buildContribution(msk, { instanceType: 'express.m7g.large' });
  const cluster = express.cloudFormation.find((resource) => resource.key === 'cluster');
  expect(cluster?.properties.BrokerNodeGroupInfo).toMatchObject({ StorageInfo: undefined });
  expect(findSchemaProblems(buildContribution(msk, { deployment: 'SERVERLESS' }))).toEqual([]);
});
