import { expect, test } from 'vitest';
import { findService } from '../../../shared/services/registry.ts';
import { smProcessing } from '../../../shared/services/sm-processing/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('a run has the rate of its instances and an end', () => {
  const job = buildModel(smProcessing, {
    instanceCount: 3,
    megabytesPerSecondPerInstance: 10,
    maxRuntimeInSeconds: 600,
  }).stages[0]?.job;
  expect(job).toMatchObject({ bytesPerSecond: 30e6, timeoutSeconds: 600, slots: 1 });
});

test('each bucket becomes an input or an output of the step', () => {
  const contribution = buildContribution(
    smProcessing,
    { image: '1.dkr.ecr.us-east-1.amazonaws.com/p:1', environment: { MODE: 'full' } },
    { incoming: [{ service: 's3' }, { service: 's3', node: 'b' }], outgoing: [{ service: 's3', node: 'c' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const text = JSON.stringify(contribution.cloudFormation[0]?.properties.PipelineDefinition);
  expect(text.match(/"InputName"/g)).toHaveLength(2);
  expect(text.match(/"OutputName"/g)).toHaveLength(1);
  expect(contribution.variables).toEqual([]);
});

test('is in the catalogue under its id', () => {
  expect(findService('sm-processing')).toBe(smProcessing);
});
