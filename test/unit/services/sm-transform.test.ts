import { expect, test } from 'vitest';
import { findService } from '../../../shared/services/registry.ts';
import { smTransform } from '../../../shared/services/sm-transform/index.ts';
import { getConcurrency } from '../../../shared/services/sm-transform/simulation.ts';
import { buildContribution, buildSimulationContext, findSchemaProblems } from './service-contexts.ts';

test('6 MB of payload leave room for 16 requests at once (WE-67)', () => {
  const context = buildSimulationContext(smTransform, { maxPayloadInMB: 6, maxConcurrentTransforms: 50 });
  expect(getConcurrency(context)).toBe(16);
});

test('the model comes from the configuration edge, the input from the data edge', () => {
  const contribution = buildContribution(
    smTransform,
    {},
    {
      incoming: [
        { service: 's3', node: 'artefacts', kind: 'configuration' },
        { service: 's3', node: 'records' },
      ],
      outgoing: [{ service: 's3', node: 'predictions' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const [model, pipeline] = contribution.cloudFormation;
  const resources = (value: unknown) => JSON.stringify(value).match(/"resource":"([a-z-]+)\//g);
  expect(resources(model?.properties.PrimaryContainer)).toEqual(['"resource":"artefacts/']);
  expect(resources(pipeline?.properties.PipelineDefinition)).toEqual(
    expect.arrayContaining(['"resource":"records/', '"resource":"predictions/']),
  );
});

test('is in the catalogue under its id', () => {
  expect(findService('sm-transform')).toBe(smTransform);
});
