import { pseudo, type Text, text } from '../iac/ir/expression.ts';

/** Prefixes of cross-Region inference profiles: the geography in front of the model id. */
const geography = /^(us|us-gov|eu|apac|global|jp|au|ca)\./;

/** Whether the id names a cross-Region inference profile instead of a model. */
export function isInferenceProfile(modelId: string): boolean {
  return geography.test(modelId);
}

/** ARN of the foundation model; behind a cross-Region profile the model of any Region may answer. */
export function getFoundationModelArn(modelId: string): Text {
  const region = isInferenceProfile(modelId) ? '*' : pseudo('region');
  return text(
    'arn:',
    pseudo('partition'),
    ':bedrock:',
    region,
    `::foundation-model/${modelId.replace(geography, '')}`,
  );
}

/** ARN under which the model is called: of the profile, or of the model itself. */
export function getInvocationArn(modelId: string): Text {
  if (!isInferenceProfile(modelId)) return getFoundationModelArn(modelId);
  return text(
    'arn:',
    pseudo('partition'),
    ':bedrock:',
    pseudo('region'),
    ':',
    pseudo('account'),
    `:inference-profile/${modelId}`,
  );
}
