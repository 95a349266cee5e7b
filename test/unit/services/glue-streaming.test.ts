import { expect, test } from 'vitest';
import { glueStreaming } from '../../../shared/services/glue-streaming/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('a batch every 100 s by default, one at a time, at the rate of its DPUs', () => {
  const job = buildModel(glueStreaming, {
    workerType: 'G.025X',
    numberOfWorkers: 8,
    megabytesPerSecondPerDpu: 3,
  }).stages[0]?.job;
  expect(job).toMatchObject({ periodSeconds: 100, slots: 1, bytesPerSecond: 6e6 });
});

test.each(['kds', 'msk'])('reads %s and writes what is connected', (service) => {
  const contribution = buildContribution(
    glueStreaming,
    {},
    { incoming: [{ service }], outgoing: [{ service: 's3' }, { service: 'dynamodb' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const script = contribution.files?.[0]?.text ?? '';
  expect(script).toContain(service === 'kds' ? 'connection_type="kinesis"' : 'connection_type="kafka"');
  expect(script).toContain('"path": args["target_path"]');
  expect(contribution.cloudFormation.some((resource) => resource.key === 'kafka')).toBe(service === 'msk');
});
