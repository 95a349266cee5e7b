import { expect, test } from 'vitest';
import { camera } from '../../../shared/services/camera/index.ts';
import { kvs } from '../../../shared/services/kvs/index.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

test('one producer writes 12.5 MB/s, 1,080 GB a day (WE-64), in fragments', () => {
  const stage = buildModel(kvs, { fragmentSeconds: 4 }).stages[0];
  expect((stage?.admission?.[0]?.bytesPerSecond ?? 0) * 86_400).toBe(1.08e12);
  expect(stage?.batch).toMatchObject({ maxSeconds: 4, timer: 'first-record' });
});

test('a reader follows the retained fragments over its own connection', () => {
  const read = (hours: number) => {
    const context = buildSimulationContext(
      kvs,
      { dataRetentionInHours: hours },
      { outgoing: [{ service: 'ec2' }] },
    );
    const [reader] = context.outgoing;
    if (!reader) throw new Error('no reader');
    return kvs.simulation.buildOutgoing?.(context, reader)[0];
  };
  expect(read(2)?.queue?.retentionSeconds).toBe(7200);
  expect(read(0)?.queue?.retentionSeconds).toBe(300);
  expect(read(2)?.service).toMatchObject({ kind: 'rate', bytesPerSecond: 25_000_000 });
});

test('both tools create the stream; the warm tier is a manual step in Terraform', () => {
  const hot = buildContribution(kvs, { dataRetentionInHours: 48 });
  expect(findSchemaProblems(hot)).toEqual([]);
  expect(hot.cloudFormation[0]?.properties.DataRetentionInHours).toBe(48);
  expect(hot.terraform[0]?.arguments.data_retention_in_hours).toBe(48);
  expect(hot.manualSteps).toEqual([]);
  const warm = buildContribution(kvs, { defaultStorageTier: 'WARM' });
  expect(findSchemaProblems(warm)).toEqual([]);
  expect(warm.manualSteps?.[0]?.target).toBe('terraform');
});

test('a camera sends over its uplink and loses what its buffer cannot keep', () => {
  const stage = buildModel(camera, { uplinkBytesPerSecond: 1000, bufferSeconds: 5 }).stages[0];
  expect(stage?.queue).toMatchObject({ retentionSeconds: 5, onExpire: 'drop' });
  expect(stage?.service).toMatchObject({ bytesPerSecond: 1000 });
  expect(camera.iac.notExported).toContain('outside AWS');
});
