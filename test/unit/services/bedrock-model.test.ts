import { expect, test } from 'vitest';
import { bedrockModel } from '../../../shared/services/bedrock-model/index.ts';
import { getQuotaTokens } from '../../../shared/services/bedrock-model/simulation.ts';
import { buildContribution, buildModel, buildSimulationContext } from './service-contexts.ts';

test('a call of 1,000 in and 100 out at burn-down 5 uses 1,500 tokens of quota (WE-68)', () => {
  const context = buildSimulationContext(bedrockModel, {
    inputTokens: 1000,
    outputTokens: 100,
    outputBurnDown: '5',
  });
  expect(getQuotaTokens(context).settled).toBe(1500);
});

test('200,000 tokens a minute admit 5 or 38 calls at once and 22.2 a minute (WE-69, WE-70)', () => {
  for (const [maxTokens, atOnce] of [
    [32_000, 5],
    [1250, 38],
  ] as const) {
    const bucket = buildModel(bedrockModel, {
      tokensPerMinute: 200_000,
      inputTokens: 4000,
      outputTokens: 1000,
      outputBurnDown: '5',
      maxTokens,
    }).stages[0]?.admission?.[0];
    const rate = bucket?.recordsPerSecond ?? 0;
    expect(rate * 60).toBeCloseTo(22.2, 1);
    expect(Math.floor(rate * (bucket?.burstSeconds ?? 0) + 1e-9)).toBe(atOnce);
  }
});

test('provisioned units bound input and output apart', () => {
  const admission = buildModel(bedrockModel, {
    capacity: 'PROVISIONED',
    modelUnits: 2,
    inputTokensPerUnit: 60_000,
    outputTokensPerUnit: 6000,
    inputTokens: 1000,
    outputTokens: 200,
  }).stages[0]?.admission;
  expect(admission?.map((bucket) => bucket.recordsPerSecond)).toEqual([2, 1]);
});

test('on demand makes nothing, yet callers get the ARN of the model', () => {
  const contribution = buildContribution(bedrockModel, { modelId: 'eu.amazon.nova-pro-v1:0' });
  expect(contribution.cloudFormation).toEqual([]);
  expect(contribution.terraform).toEqual([]);
  expect(JSON.stringify(contribution.arns?.model)).toContain('::foundation-model/amazon.nova-pro-v1:0');
});

test('Provisioned Throughput is a resource in Terraform and a step for CloudFormation', () => {
  const contribution = buildContribution(
    bedrockModel,
    { capacity: 'PROVISIONED', commitmentDuration: 'OneMonth' },
    { outgoing: [{ service: 's3' }] },
  );
  expect(contribution.terraform.map((resource) => resource.key)).toEqual(['throughput', 'logging']);
  expect(contribution.manualSteps?.map((step) => step.target)).toEqual(['cloudformation', 'cloudformation']);
  expect(contribution.roles?.[0]?.trusts).toEqual(['bedrock.amazonaws.com']);
});
