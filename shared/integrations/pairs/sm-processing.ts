import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at a SageMaker processing job. */
export const smProcessingPairs: readonly PairRule[] = definePairs('sm-processing', [
  {
    id: 'E-0370',
    target: 's3',
    verdict: 'direct',
    semantics: 'write',
    mechanism: 'ProcessingOutput',
    cloudFormation: 'API: ProcessingOutputConfig',
    terraform: 'API: ProcessingOutputConfig',
    permissions: [{ principal: 'source', grants: ['S3-W'] }],
    encryption: 'KG',
    severity: 'error',
    sources: ['SM-PRC'],
  },
  {
    id: 'E-0371',
    target: 'sm-training',
    verdict: 'via',
    via: [['s3']],
    semantics: 'write',
    mechanism: 'through an S3 bucket',
    cloudFormation: 'API: InputDataConfig',
    terraform: 'API: InputDataConfig',
    permissions: [{ principal: 'source', grants: ['S3-RW'] }],
    encryption: 'KG; KD',
    severity: 'error',
    sources: ['SM-PRC', 'SM-DS'],
  },
  {
    id: 'E-0372',
    target: 'redshift',
    verdict: 'via',
    via: [['s3']],
    semantics: 'write',
    mechanism: 'through an S3 bucket',
    cloudFormation: 'AWS::Redshift::Integration.SourceArn',
    terraform: 'aws_redshift_integration.source_arn',
    permissions: [
      { principal: 'source', grants: ['S3-W'] },
      { principal: 'target', grants: ['S3-R'] },
    ],
    encryption: 'KG; KD',
    severity: 'error',
    sources: ['SM-PRC'],
  },
]);
