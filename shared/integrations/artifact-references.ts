import { definePairs } from './define-pairs.ts';
import type { PairRule } from './integration.ts';

/**
 * Pairs whose usual edge carries data through others, but which also know a plain reference: an edge of
 * kind `configuration` between them is legal as drawn. The book names them in the text of its rows.
 */
export const artifactReferences: readonly PairRule[] = definePairs('s3', [
  {
    id: 'A-01',
    target: 'sm-endpoint',
    verdict: 'direct',
    semantics: 'reference',
    kind: 'configuration',
    mechanism: 'the model archive in the bucket is loaded by the endpoint',
    preconditions: 'archive below the prefix of the edge; same Region',
    cloudFormation: 'AWS::SageMaker::Model.PrimaryContainer',
    terraform: 'aws_sagemaker_model.primary_container',
    permissions: [{ principal: 'target', grants: ['S3-R'] }],
    encryption: 'KD',
    severity: 'error',
    sources: ['SM-IN', 'SM-ASY'],
  },
]);
