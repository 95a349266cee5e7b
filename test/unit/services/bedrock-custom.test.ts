import { expect, test } from 'vitest';
import { bedrockCustom } from '../../../shared/services/bedrock-custom/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('training data ends here', () => {
  const stage = buildModel(bedrockCustom, { kilobytesPerSecond: 20 }).stages[0];
  expect(stage?.job).toMatchObject({ bytesPerSecond: 20_000, slots: 1 });
  expect(stage?.transform).toEqual({ recordsPerRecord: 0, bytesPerByte: 0 });
});

test('Terraform customizes once data is connected; CloudFormation has a step', () => {
  expect(buildContribution(bedrockCustom).terraform).toEqual([]);
  const contribution = buildContribution(
    bedrockCustom,
    { validationFile: 'check.jsonl' },
    { incoming: [{ service: 's3' }], outgoing: [{ service: 's3', node: 'out' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.terraform.map((resource) => resource.type)).toEqual(['aws_bedrock_custom_model']);
  expect(contribution.manualSteps?.map((step) => step.target)).toEqual(['cloudformation']);
});
