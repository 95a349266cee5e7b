import { expect, test } from 'vitest';
import { bedrockGuardrail } from '../../../shared/services/bedrock-guardrail/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('100 requests and 200 text units a second in us-east-1', () => {
  const admission = buildModel(bedrockGuardrail, { textUnitsPerRequest: 4 }).stages[0]?.admission;
  expect(admission?.map((bucket) => bucket.recordsPerSecond)).toEqual([100, 50]);
});

test('every policy that is on is exported, those that are off are not', () => {
  const all = buildContribution(bedrockGuardrail, {
    words: ['secret'],
    topics: [{ name: 'advice', definition: 'Legal advice.', example: 'May I sue?' }],
    groundingThreshold: 0.7,
  });
  expect(findSchemaProblems(all)).toEqual([]);
  const off = buildContribution(bedrockGuardrail, {
    filterStrength: 'NONE',
    promptAttackStrength: 'NONE',
    blockProfanity: false,
    piiTypes: ['EMAIL'],
  });
  expect(findSchemaProblems(off)).toEqual([]);
  expect(off.cloudFormation[0]?.properties.ContentPolicyConfig).toBeUndefined();
  expect(off.cloudFormation[0]?.properties.WordPolicyConfig).toBeUndefined();
});

test('prompt attacks are looked for in prompts only', () => {
  const properties = buildContribution(bedrockGuardrail).cloudFormation[0]?.properties;
  const policy = properties?.ContentPolicyConfig as unknown as { FiltersConfig: object[] } | undefined;
  expect(policy?.FiltersConfig.at(-1)).toEqual({
    Type: 'PROMPT_ATTACK',
    InputStrength: 'HIGH',
    OutputStrength: 'NONE',
  });
});
