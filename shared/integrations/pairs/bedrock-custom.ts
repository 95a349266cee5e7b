import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at a Bedrock customization job. */
export const bedrockCustomPairs: readonly PairRule[] = definePairs('bedrock-custom', [
  {
    id: 'E-0415',
    target: 's3',
    verdict: 'direct',
    semantics: 'write',
    mechanism: 'metrics and output',
    preconditions: 'OutputDataConfig',
    cloudFormation: 'API: OutputDataConfig',
    terraform: 'aws_bedrock_custom_model.output_data_config',
    permissions: [{ principal: 'source', grants: ['S3-W'] }],
    encryption: 'KG',
    severity: 'error',
    sources: ['BR-CUS'],
  },
  {
    id: 'E-0416',
    target: 'bedrock-model',
    verdict: 'direct',
    semantics: 'reference',
    mechanism:
      'custom model served by provisioned throughput (or on-demand deployment where the model allows)',
    preconditions: 'capacity purchased',
    cloudFormation: 'API',
    terraform: 'aws_bedrock_provisioned_model_throughput.model_arn',
    permissions: [{ principal: 'caller', grants: ['BR-PT'] }],
    severity: 'error',
    sources: ['BR-CUS', 'N-243'],
  },
  {
    id: 'E-0417',
    target: 'sm-endpoint',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'Bedrock-customized models are not deployable to SageMaker endpoints',
    preconditions: 'provisioned throughput',
    severity: 'error',
    sources: ['BR-CUS'],
  },
]);
